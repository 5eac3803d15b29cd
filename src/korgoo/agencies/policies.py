"""Who may do what with the register. No queries, no request: facts in, verdict out."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.agencies.rules import Kind
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.agencies.models import ListImport

# A list that nobody took in this time is read anew from its file.
LIST_WAITS = timedelta(hours=1)
FAULTS_STAY = timedelta(days=30)
WATCH_STAYS = timedelta(days=730)
FIRST_DAY = date(1991, 8, 31)
YEARS_AHEAD = 10


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def edit(actor: "Actor | None") -> Verdict:
    """Say whether somebody may change the register; the command line of the server may."""
    return ALLOWED if actor is None else may(actor, Permission.AGENCY_EDIT)


def is_plausible(day: date, today: date) -> bool:
    """Tell whether a day can stand in a permit of this country."""
    return FIRST_DAY <= day <= today + timedelta(days=366 * YEARS_AHEAD)


def permit_days(starts: date, ends: date | None) -> Verdict:
    """Say whether the days of a permit fit each other."""
    if ends is not None and ends < starts:
        return Verdict(_("The last day of the permit lies before the first one."))
    return ALLOWED


def decide(kind: Kind, day: date, until: date | None) -> Verdict:
    """Say whether a decision makes sense by itself.

    Args:
        kind: What was decided.
        day: From which day.
        until: Last day of the permit that it sets.
    """
    if kind is Kind.EXTENDED and until is None:
        return Verdict(_("Write until which day the permit was extended."))
    if until is not None and kind not in (Kind.GRANTED, Kind.EXTENDED):
        return Verdict(_("Only a grant or an extension sets the last day of a permit."))
    if until is not None and until < day:
        return Verdict(_("The permit would end before the decision is in force."))
    return ALLOWED


def correct(*, is_corrected: bool, ground: str) -> Verdict:
    """Say whether a decision may be corrected.

    Args:
        is_corrected: Another decision stands in its place already.
        ground: Why.
    """
    if is_corrected:
        return Verdict(_("This entry was corrected already. Correct the newer one."))
    if not ground.strip():
        return Verdict(_("Write why the entry was wrong."))
    return ALLOWED


def take_list(row: "ListImport") -> Verdict:
    """Say whether a list may still be taken or thrown away."""
    if row.is_waiting:
        return ALLOWED
    return Verdict(_("This list was taken, refused or thrown away already."))
