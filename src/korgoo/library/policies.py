"""Who may do what. No queries, no request: facts in, verdict out."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection

    from korgoo.access.actor import Actor
    from korgoo.library.models import Document

MOST_DAYS = 366
# Who hears an announcement that names no role: everybody who works together here.
HEARING = policy.PLATFORM


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def change(actor: "Actor", document: "Document", *, bearer_id: int) -> Verdict:
    """Say whether somebody may change a document: who publishes, in the organisation that bears it.

    Args:
        actor: Who wants to.
        document: Which one.
        bearer_id: The organisation that put it in, or the one that follows it today.
    """
    verdict = may(actor, Permission.DOCUMENT_PUBLISH)
    if not verdict:
        return verdict
    if bearer_id != actor.organisation_id:
        return Verdict(_("Only the organisation that put a document in changes it."))
    if document.withdrawn_at is not None:
        return Verdict(_("This document was taken out of the library."))
    return ALLOWED


def issued(day: date | None, *, today: date) -> Verdict:
    """Say whether a document can have been issued on a day."""
    if day is not None and day > today:
        return Verdict(_("Choose today or an earlier day."))
    return ALLOWED


def last_day(day: date | None, *, today: date) -> Verdict:
    """Say whether an announcement can be of use until a day."""
    if day is not None and day < today:
        return Verdict(_("Choose today or a later day."))
    if day is not None and day > today + timedelta(days=MOST_DAYS):
        return Verdict(_("Choose a day within one year."))
    return ALLOWED


def heard_by(actor: "Actor", roles: "Collection[str]") -> bool:
    """Tell whether an announcement for these roles is for somebody; none named: for all of them."""
    return bool(actor.roles & (set(roles) or HEARING))
