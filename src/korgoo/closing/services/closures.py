from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.casework import obstacles
from korgoo.closing import policies, selectors
from korgoo.closing.enums import WITHOUT_FOLLOW_UP, Ground, LastRisk, Outcome, Reason
from korgoo.closing.models import Closure, FollowUp, KeptFor, PersonRequest
from korgoo.closing.services import keeping
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

FOLLOW_UPS = ("followup_3", "followup_6", "followup_12")


@transaction.atomic
def close_case(
    case_id: UUID,
    reason: Reason,
    *,
    last_risk: LastRisk,
    ground: Ground | str = "",
    actor: "Actor",
) -> Closure:
    """Close an own case: its clocks stop, follow-ups are planned, the time of keeping begins.

    Args:
        case_id: An own case.
        reason: Why.
        last_risk: What the last look at the risks showed.
        ground: Why it is closed although something is open; empty when nothing is.
        actor: A front-line member of the owner.

    Raises:
        NotFound: Not an own case.
        Forbidden: It is closed already, a referral is unanswered, or a ground is missing.
    """
    card = casework.hold_case(case_id, actor=actor, permission=Permission.CASE_CLOSE)
    if card.closed_at is not None:
        raise Forbidden(_("This case was closed already, perhaps by a colleague just now."))
    left = obstacles.of_case(case_id, actor=actor)
    policies.close(left, ground=ground).require()
    casework.close_case(case_id, keep=_clocks_of_requests(case_id), actor=actor)
    row = Closure.objects.create(
        case_id=case_id,
        organisation_id=card.owner_id,
        reason=reason,
        last_risk=last_risk,
        left_open=[one.code for one in left],
        ground=ground if left else "",
        closed_at=clock.now(),
        closed_by_id=actor.user_id,
    )
    if reason not in WITHOUT_FOLLOW_UP:
        _plan(row, actor)
    keeping.begin(case_id, card.owner_id)
    casework.leave_trace(Event.CASE_CLOSED, case_id, actor=actor, detail=reason)
    return row


@transaction.atomic
def reopen_case(case_id: UUID, *, actor: "Actor") -> None:
    """Open a closed case again: follow-ups are dropped, nothing is erased, the history stays.

    Raises:
        NotFound: Not an own case.
        Forbidden: It is open.
    """
    card = casework.hold_case(case_id, actor=actor, permission=Permission.CASE_REOPEN)
    if card.closed_at is None:
        raise Forbidden(_("This case is open, perhaps a colleague reopened it just now."))
    casework.reopen_case(case_id, actor=actor)
    now = clock.now()
    for row in FollowUp.objects.open().filter(closure__case_id=case_id):
        casework.stop_clock(row.clock_id, actor=actor)
    FollowUp.objects.open().filter(closure__case_id=case_id).update(dropped_at=now)
    Closure.objects.filter(case_id=case_id, reopened_at__isnull=True).update(
        reopened_at=now, reopened_by_id=actor.user_id
    )
    KeptFor.objects.filter(case_id=case_id, erased_at__isnull=True).delete()
    casework.leave_trace(Event.CASE_REOPENED, case_id, actor=actor)


@transaction.atomic
def record_follow_up(follow_up_id: int, outcome: Outcome, *, actor: "Actor") -> FollowUp:
    """Record how a person fares some months after closing.

    Raises:
        NotFound: None of one's own organisation.
        Forbidden: It was recorded, or the case was reopened.
    """
    row = selectors.get_follow_up(follow_up_id, actor=actor, lock=True)
    policies.record_follow_up(row).require()
    row.outcome, row.done_at, row.done_by_id = outcome, clock.now(), actor.user_id
    row.save(update_fields=["outcome", "done_at", "done_by_id"])
    casework.stop_clock(row.clock_id, actor=actor)
    casework.leave_trace(Event.FOLLOW_UP_RECORDED, row.closure.case_id, actor=actor)
    return row


def _clocks_of_requests(case_id: UUID) -> list[int]:
    rows = PersonRequest.objects.open().filter(case_id=case_id, clock_id__isnull=False)
    return [number for number in rows.values_list("clock_id", flat=True) if number is not None]


def _plan(closure: Closure, actor: "Actor") -> None:
    for key in FOLLOW_UPS:
        started = casework.run_clock(closure.case_id, key, actor=actor)
        if started is not None:
            FollowUp.objects.create(
                closure=closure, key=key, clock_id=started.id, due_at=started.due_at
            )
