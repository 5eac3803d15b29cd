from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access.enums import Event, Permission
from korgoo.assistance import policies, selectors, words
from korgoo.assistance.enums import AppointedBy, BestInterest, GuardianKind, YesNo
from korgoo.assistance.models import BestInterestDecision, ChildSafeguard
from korgoo.assistance.services.traces import leave
from korgoo.casework import api as casework
from korgoo.casework.enums import NoteKind
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.casework.api import CaseCard


@dataclass(frozen=True, slots=True)
class Safeguard:
    """Who speaks for a child, made so by whom and since when; whether a trained person asks it.

    ``name`` says who the guardian is and how to reach them: sealed with how to reach the person.
    """

    guardian: GuardianKind
    appointed_by: AppointedBy
    trained_interviewer: YesNo
    since: date | None = None
    name: str = ""


@transaction.atomic
def record_guardian(case_id: UUID, told: Safeguard, *, actor: "Actor") -> ChildSafeguard:
    """Write down who speaks for a child, and whether a trained person asks it.

    Args:
        case_id: An own case of a child, or of who may be one.
        told: What is known; it replaces what was known before.
        actor: Who writes.

    Raises:
        NotFound: Not an own case of a child.
        Forbidden: The answers contradict each other.
    """
    case = _child(case_id, actor)
    policies.guardian(told.guardian, told.appointed_by).require()
    policies.not_ahead(told.since, clock.today()).require()
    row, _is_new = ChildSafeguard.objects.update_or_create(
        case_id=case_id,
        defaults={
            "guardian": told.guardian,
            "appointed_by": told.appointed_by,
            "since": told.since,
            "trained_interviewer": told.trained_interviewer,
            "changed_at": clock.now(),
            "changed_by_id": actor.user_id,
        },
    )
    words.seal(case_id, told.name, kind=NoteKind.GUARDIAN, about=case_id, actor=actor)
    leave(Event.GUARDIAN_RECORDED, case, actor=actor, detail=told.guardian)
    return row


@transaction.atomic
def decide_best_interest(
    case_id: UUID,
    *,
    outcome: BestInterest,
    decided_on: date,
    decided_by_id: int,
    review_on: date | None,
    actor: "Actor",
) -> BestInterestDecision:
    """Write down what was decided to be best for a child, by which body, and until when it stands.

    Raises:
        NotFound: Not an own case of a child.
        Forbidden: The day has not come, or the review lies in the past.
    """
    case = _child(case_id, actor)
    policies.not_ahead(decided_on, clock.today()).require()
    policies.ahead(review_on, clock.today()).require()
    row = BestInterestDecision.objects.create(
        case_id=case_id,
        outcome=outcome,
        decided_on=decided_on,
        decided_by_id=decided_by_id,
        review_on=review_on,
        recorded_at=clock.now(),
        recorded_by_id=actor.user_id,
    )
    leave(Event.BEST_INTEREST_DECIDED, case, actor=actor, detail=outcome)
    return row


def _child(case_id: UUID, actor: "Actor") -> "CaseCard":
    case = casework.hold_case(case_id, actor=actor, permission=Permission.ASSESSMENT_WRITE)
    if not case.is_child:
        raise NotFound(selectors.NO_SUCH)
    return case
