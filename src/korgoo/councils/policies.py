"""Who may do what with a body. No queries, no request: facts in, verdict out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Mandate, Permission, Relation, Role
from korgoo.councils.enums import SINGLE, SeatKind
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

FIRST_DAY = date(1991, 8, 31)
YEARS_AHEAD = 5
ROWS_WAIT = timedelta(days=1)
FAULTS_STAY = timedelta(days=30)


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def oversee(actor: "Actor | None") -> Verdict:
    """Say who may found and end bodies, name their keepers and record who followed whom."""
    if actor is None:
        return ALLOWED
    if not may(actor, Permission.BODY_EDIT) or Mandate.COORDINATE not in actor.mandates:
        return Verdict(_("Only the secretariat of the co-ordinating organisation does this."))
    return ALLOWED


def keep(actor: "Actor | None", keeper_id: int | None) -> Verdict:
    """Say whether somebody keeps a body: its composition, meetings and papers.

    Args:
        actor: Who asks; None for the platform's own commands.
        keeper_id: The organisation that keeps it today; a body without one is kept by who co-ordinates.
    """
    if actor is None or (keeper_id is None and oversee(actor)):
        return ALLOWED
    if may(actor, Permission.BODY_EDIT) and actor.organisation_id == keeper_id:
        return ALLOWED
    return Verdict(_("Only the secretariat of this body does this."))


def edit_contacts(actor: "Actor | None", organisation_id: int) -> Verdict:
    """Say whether somebody may write whom to call at an organisation: its own secretary, or who co-ordinates."""
    if oversee(actor):
        return ALLOWED
    if (
        actor is not None
        and actor.organisation_id == organisation_id
        and Role.SECRETARY in actor.roles
    ):
        return ALLOWED
    return Verdict(_("Your organisation writes down its own contacts only."))


def is_plausible(day: date, today: date) -> bool:
    """Tell whether a day can stand in a composition of this country."""
    return FIRST_DAY <= day <= today + timedelta(days=366 * YEARS_AHEAD)


def days(begins: date, ends: date | None) -> Verdict:
    """Say whether the days of a seat fit each other."""
    if ends is not None and ends < begins:
        return Verdict(_("The last day lies before the first one."))
    return ALLOWED


@dataclass(frozen=True, slots=True)
class Held:
    """A seat as the rule of overlaps sees it.

    Args:
        bearers: Who bears it, with the days: the organisation, then its successors.
        kind: As what.
        begins: First day.
        ends: Last day; None while it goes on.
        name: For words.
    """

    bearers: "tuple[tuple[int, date, date | None], ...]"
    kind: str
    begins: date
    ends: date | None
    name: str = ""


def overlap(new: Held, others: Iterable[Held]) -> Held | None:
    """Find a seat that cannot stand beside a new one: of the same organisation, or a second chair."""
    for one in others:
        if not _share_days(new.begins, new.ends, one.begins, one.ends):
            continue
        if new.kind == one.kind and SeatKind(new.kind) in SINGLE:
            return one
        if _same_bearer(new, one):
            return one
    return None


def _same_bearer(new: Held, one: Held) -> bool:
    begins = max(new.begins, one.begins)
    ends = _earlier(new.ends, one.ends)
    for organisation, since, until in new.bearers:
        for other, also_since, also_until in one.bearers:
            first = max(begins, since, also_since)
            last = _earlier(_earlier(ends, until), also_until)
            if organisation == other and (last is None or first <= last):
                return True
    return False


def _earlier(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return one or other
    return min(one, other)


def _share_days(begins: date, ends: date | None, since: date, until: date | None) -> bool:
    return (until is None or begins <= until) and (ends is None or since <= ends)
