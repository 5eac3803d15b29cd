"""Where the two statuses may go, and by whose hand."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Facet, Mandate, Permission, Relation
from korgoo.casework.enums import (
    AWAY,
    ENDED,
    ONLY_WHEN_CLOSED,
    PROCEDURAL_MOVES,
    PROTECTION_GROUNDS,
    Decision,
    Procedural,
    ProceduralGround,
    Protection,
    ProtectionGround,
)
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case


def moves_by_hand(case: "Case", *, stood: Protection | None = None) -> list[Protection]:
    """List the moves that a case worker may record: the person leaves, is lost, or comes back.

    Presuming follows from a card, official identification from the deciding body. Who comes back
    is presumed a victim again, or identified, only when they were before.

    Args:
        case: The case as it stands.
        stood: Where it stood before the person left, if that is known.
    """
    by_hand = set(AWAY)
    if case.protection in AWAY:
        by_hand |= {Protection.CONTACT, Protection.AT_RISK}
        by_hand |= {Protection.PRESUMED} if case.decision == Decision.PRESUMED else set()
        by_hand |= {stood} if stood else set()
    return [status for status in Protection if status in by_hand and case.can_become(status)]


def change_protection(
    case: "Case",
    status: Protection,
    *,
    ground: ProtectionGround | None = None,
    stood: Protection | None = None,
) -> Verdict:
    """Only the moves in the table that are made by hand, on a ground that fits where they lead."""
    if status not in moves_by_hand(case, stood=stood):
        return Verdict(_("The protection status cannot change in this way."))
    if ground is not None and ground not in PROTECTION_GROUNDS[status]:
        return Verdict(_("This ground does not fit the new status. Choose another one."))
    return ALLOWED


def decide_status(case: "Case", status: Protection) -> Verdict:
    """A decision moves the status of a person who is there; it may also confirm what stands."""
    if case.protection in AWAY:
        return Verdict(
            _("The person withdrew, or contact was lost: no decision is taken while that stands.")
        )
    if status == case.protection or case.can_become(status):
        return ALLOWED
    return Verdict(_("The protection status cannot change in this way."))


def procedural_moves(case: "Case") -> list[Procedural]:
    """List where the procedural status may go from here, in the order of the list."""
    following = PROCEDURAL_MOVES[Procedural(case.procedural)]
    return [status for status in Procedural if status in following]


def change_procedural(case: "Case", status: Procedural, ground: ProceduralGround) -> Verdict:
    """Only the moves in the table; some grounds fit only an end or a new beginning."""
    if status not in procedural_moves(case):
        return Verdict(_("The status in proceedings cannot change in this way."))
    is_end_only = ground in ONLY_WHEN_CLOSED and status != Procedural.CLOSED
    is_reopened = ground is ProceduralGround.REOPENED
    if is_end_only or (is_reopened and case.procedural not in ENDED):
        return Verdict(_("This ground does not fit the new status. Choose another one."))
    return ALLOWED


def follows_card(case: "Case", status: Protection) -> bool:
    """Tell whether an officer's decision after a card moves the status: it sets no decision aside.

    Who was not identified may be presumed again on new signs; who is identified stays so.
    """
    return case.protection != Protection.IDENTIFIED and case.can_become(status)


def record_procedural(actor: "Actor", relation: Relation, shared: frozenset[Facet]) -> Verdict:
    """Who records where the person stands in proceedings.

    The owner may; a body that investigates only while the facts of the offence are shared with it,
    because the person agrees or an exception of the law lets it know them.
    """
    verdict = policy.decide(actor, Permission.PROCEDURAL_RECORD, relation)
    if verdict and relation is not Relation.OWNER and Facet.CRIME not in shared:
        return Verdict(_("The person did not agree to share this with your organisation."))
    return verdict


def decide_after_screening(actor: "Actor", decision: Decision) -> Verdict:
    """Presuming a victim needs the mandate; the other conclusions do not."""
    if decision is Decision.PRESUMED and Mandate.PRESUME not in actor.mandates:
        return Verdict(
            _("Your organisation has no mandate to presume. Refer the person for identification.")
        )
    return ALLOWED
