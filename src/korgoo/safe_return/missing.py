"""What a plan still lacks before the person leaves. It warns: help never waits for a form."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.safe_return.enums import (
    BanTold,
    BestInterest,
    Court,
    Deed,
    Escort,
    Fitness,
    Freely,
    Guardian,
    Missing,
    Papers,
    Ticket,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.safe_return.models import ReturnPlan, RiskCheck, TransitPoint, WishTalk

BEFORE_AGREEING = frozenset({Missing.WISH, Missing.RISK})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a plan besides its own row."""

    wish: "WishTalk | None"
    risk: "RiskCheck | None"
    transit: "Sequence[TransitPoint]"
    has_night: bool
    is_child: bool


def missing_for(deed: Deed, plan: "ReturnPlan", known: Known) -> tuple[Missing, ...]:
    """List what is missing for a move, in the order in which it is shown."""
    if deed not in {Deed.AGREE, Deed.PREPARE, Deed.DEPART}:
        return ()
    found = {one for one, is_there in _checks(plan, known).items() if not is_there}
    if known.is_child:
        found |= {one for one, is_there in _child_checks(plan).items() if not is_there}
    if deed is Deed.AGREE:
        found &= BEFORE_AGREEING
    return tuple(one for one in Missing if one in found)


def _checks(plan: "ReturnPlan", known: Known) -> dict[Missing, bool]:
    return {
        Missing.WISH: known.wish is not None and known.wish.freely == Freely.YES,
        Missing.RISK: known.risk is not None,
        Missing.PAPERS: plan.papers in {Papers.PASSPORT, Papers.READY},
        Missing.TICKET: plan.ticket == Ticket.ISSUED,
        Missing.ESCORT: plan.escort != Escort.UNKNOWN,
        Missing.BAN: plan.ban_told != BanTold.NO,
        Missing.FITNESS: plan.fitness == Fitness.YES,
        Missing.TRANSIT: all(stop.measures or not stop.risks for stop in known.transit),
        Missing.MEETS: plan.meets_id is not None,
        Missing.NIGHT: known.has_night,
    }


def _child_checks(plan: "ReturnPlan") -> dict[Missing, bool]:
    return {
        Missing.GUARDIAN: plan.guardian == Guardian.AGREED,
        Missing.BEST_INTEREST: plan.best_interest == BestInterest.RETURN,
        Missing.COURT: plan.court in {Court.NOT_NEEDED, Court.ALLOWED},
    }
