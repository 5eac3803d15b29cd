"""Rules of assessments and programmes. No queries, no request: facts in, verdict out."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.assistance.enums import (
    Agreed,
    AppointedBy,
    GuardianKind,
    ItemState,
    Level,
    LevelGround,
    PlanType,
    YesNo,
)
from korgoo.casework.enums import Scope
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from collections.abc import Collection

    from korgoo.access.actor import Actor
    from korgoo.assistance.models import ProgrammeItem


@dataclass(frozen=True, slots=True)
class Reach:
    """How much of a programme somebody may know.

    Attributes:
        words: whether the sealed words may be asked for; the part's own rule decides then.
        providers: whether other organisations are named.
        assessment: whether dangers and their grounds are shown, not needs alone.
        health: whether items of health are shown that are not one's own.
        own_only: nothing but one's own items.
    """

    words: bool
    providers: bool
    assessment: bool
    health: bool
    own_only: bool = False


OWNER = Reach(words=True, providers=True, assessment=True, health=True)
# The co-ordinator counts and reminds: needs, items, days. No dangers: an official may be one.
WATCHER = Reach(words=False, providers=True, assessment=False, health=True)


def reach(actor: "Actor", relation: Relation, agreed: "Collection[Scope]") -> Reach:
    """Say how much of a programme an organisation may know that may see something of it.

    A receiver sees what it gives itself; the rest, without names of other organisations, only as
    long as the person agrees that it takes part, and health only if the person agreed to that.
    """
    if relation is Relation.OWNER:
        is_front_line = policy.decide(actor, Permission.PROGRAMME_WRITE, relation)
        return OWNER if is_front_line else WATCHER
    if actor.is_coordinator:
        return WATCHER  # also when their own organisation was asked to help
    return Reach(
        words=False,
        providers=False,
        assessment=False,
        health=Scope.HEALTH in agreed,
        own_only=Scope.REFERRAL not in agreed,
    )


def shows(found: Reach, item: "ProgrammeItem", actor: "Actor") -> bool:
    """Tell whether an item is among those that the actor may know of."""
    if item.provider_id == actor.organisation_id:
        return True
    if found.own_only:
        return False
    return found.health or item.plan_type != PlanType.HEALTH


def assess(
    level: Level, grounds: "Collection[str]", review_on: date | None, today: date
) -> Verdict:
    """A judgement names its grounds; a review lies ahead."""
    if not grounds:
        return Verdict(_("Say on what the judgement of the danger rests."))
    if level is Level.OPEN and LevelGround.NOT_ENOUGH not in grounds:
        return Verdict(_("If the danger cannot be judged yet, mark that not enough is known."))
    return ahead(review_on, today)


def ahead(review_on: date | None, today: date) -> Verdict:
    """A review is planned, not remembered."""
    if review_on is not None and review_on < today:
        return Verdict(_("The next review cannot lie in the past."))
    return ALLOWED


def plan(
    *,
    start: date | None,
    end: date | None,
    agreed: Agreed,
    agreed_on: date | None,
    today: date,
) -> Verdict:
    """A plan ends after it begins, and an answer of the person has its day."""
    if start and end and end < start:
        return Verdict(_("The planned end lies before the beginning."))
    return answer(agreed, agreed_on, today)


def answer(agreed: Agreed, agreed_on: date | None, today: date) -> Verdict:
    """An answer of the person was given on a day that has come."""
    if agreed is not Agreed.NOT_ASKED and agreed_on is None:
        return Verdict(_("Write the day on which the person was asked."))
    return not_ahead(agreed_on, today)


def not_ahead(day: date | None, today: date) -> Verdict:
    """What happened did not happen tomorrow."""
    if day is not None and day > today:
        return Verdict(_("This day has not come yet."))
    return ALLOWED


def move(item: "ProgrammeItem", state: ItemState, on: date, today: date) -> Verdict:
    """Only the moves of the table, on a day that has come, in order."""
    if not item.can_become(state):
        return Verdict(
            _("This help has moved on meanwhile. Look at its page again: nothing was changed.")
        )
    if item.actual_start and on < item.actual_start and state is not ItemState.PLANNED:
        return Verdict(_("This day lies before the day on which the help began."))
    return not_ahead(on, today)


def guardian(kind: GuardianKind, appointed_by: AppointedBy) -> Verdict:
    """Nobody is appointed by anyone; a body cannot have appointed nobody."""
    if kind is GuardianKind.NONE and appointed_by is not AppointedBy.NOT_YET:
        return Verdict(_("If there is no guardian yet, nobody has appointed one."))
    return ALLOWED


def missing_for_child(
    *, guardian: str, trained_interviewer: str, has_best_interest: bool
) -> list[str]:
    """List what the child rule asks for and is not there: ``guardian``, ``interviewer``, ``best_interest``."""
    missing = []
    if guardian in {"", GuardianKind.NONE}:
        missing.append("guardian")
    if trained_interviewer != YesNo.YES:
        missing.append("interviewer")
    if not has_best_interest:
        missing.append("best_interest")
    return missing
