"""Who may look for people, put cases together and change the key. Facts in, verdicts out."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.lookup.models import CaseLink, KeyRotation

# As long as a mistake may be noticed; later somebody may have counted by it.
MAY_BE_UNDONE = timedelta(days=30)


def put_together(*, is_one: bool, leads_others: bool) -> Verdict:
    """Two different cases; the one that becomes a part leads no others."""
    if is_one:
        return Verdict(_("These are one case already."))
    if leads_others:
        return Verdict(_("Other cases are part of this one. Take them apart first."))
    return ALLOWED


def take_apart(link: "CaseLink", *, now: datetime) -> Verdict:
    """Within thirty days."""
    if now - link.linked_at > MAY_BE_UNDONE:
        return Verdict(_("Cases can be taken apart for 30 days after they were put together."))
    return ALLOWED


def confirm_change(row: "KeyRotation", *, user_id: int) -> Verdict:
    """Never by who proposed it."""
    if row.proposed_by_id == user_id:
        return Verdict(_("A second person must confirm the new key."))
    return ALLOWED
