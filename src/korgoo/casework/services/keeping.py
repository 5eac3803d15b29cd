"""What members do with a clock that runs: pause it with a ground, go on, extend it, end it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access.enums import Event, Permission
from korgoo.casework import policies, selectors, signals, time_limits
from korgoo.casework.enums import PauseGround, StopGround
from korgoo.casework.models import Case, CaseClock, ClockExtension, ClockPause
from korgoo.casework.services.clocks import stop
from korgoo.casework.traces import leave
from korgoo.lib import clock

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor


@transaction.atomic
def pause_clock(case_id: UUID, clock_id: int, ground: PauseGround, *, actor: "Actor") -> CaseClock:
    """Let a clock stand still; nobody is woken for it until it goes on.

    Raises:
        NotFound: No such clock that runs, or none they may know of.
        Forbidden: Not the actor's to keep, or the pack does not let it pause, or it is paused already.
    """
    case, row = _take(case_id, clock_id, actor)
    policies.pause_clock(row).require()
    row.paused_at, row.wake_at = clock.now(), None
    row.save(update_fields=["paused_at", "wake_at"])
    ClockPause.objects.create(
        clock=row, ground=ground, since=row.paused_at, paused_by_id=actor.user_id
    )
    return _changed(Event.CLOCK_PAUSED, case, row, actor, f"{row.key}:{ground}")


@transaction.atomic
def resume_clock(case_id: UUID, clock_id: int, *, actor: "Actor") -> CaseClock:
    """Let a paused clock go on; its end moves by the time it stood still.

    Raises:
        NotFound: No such clock that runs, or none they may know of.
        Forbidden: Not the actor's to keep, or it is not paused.
    """
    case, row = _take(case_id, clock_id, actor)
    policies.resume_clock(row).require()
    now = clock.now()
    if row.due_at is not None and row.paused_at is not None:
        row.due_at += now - row.paused_at
    row.paused_at = None
    row.wake_at = policies.first_wake(row.key, row.started_at, row.due_at)
    row.save(update_fields=["due_at", "paused_at", "wake_at"])
    ClockPause.objects.filter(clock=row, until__isnull=True).update(
        until=now, resumed_by_id=actor.user_id
    )
    return _changed(Event.CLOCK_RESUMED, case, row, actor, row.key)


@transaction.atomic
def extend_clock(
    case_id: UUID, clock_id: int, ground: str, *, until: "datetime", actor: "Actor"
) -> CaseClock:
    """Give a clock a later end, on a ground that the pack names.

    Args:
        case_id: In which case.
        clock_id: Which clock.
        ground: Key of the ground.
        until: The new end (aware).
        actor: Who extends.

    Raises:
        NotFound: No such clock that runs, or none they may know of.
        Forbidden: Not the actor's to keep, or the pack names no such ground, or the new end is not later.
    """
    case, row = _take(case_id, clock_id, actor)
    policies.extend_clock(row, ground, until=until, now=clock.now()).require()
    before = row.due_at
    if before is None:  # the policy refused it: nothing without an end is extended
        raise ValueError(row.key)
    row.due_at = until
    row.wake_at = policies.first_wake(row.key, row.started_at, until)
    row.save(update_fields=["due_at", "wake_at"])
    ClockExtension.objects.create(
        clock=row,
        ground=ground,
        at=clock.now(),
        by_id=actor.user_id,
        due_before=before,
        due_after=until,
    )
    return _changed(Event.CLOCK_EXTENDED, case, row, actor, f"{row.key}:{ground}")


@transaction.atomic
def end_clock(case_id: UUID, clock_id: int, ground: StopGround, *, actor: "Actor") -> None:
    """End a clock by hand, with a ground.

    Raises:
        NotFound: No such clock that runs, or none they may know of.
        Forbidden: Not the actor's to keep.
    """
    case, row = _take(case_id, clock_id, actor)
    stop([row], case, row.key, actor=actor)
    leave(Event.CLOCK_ENDED, case, actor=actor, detail=f"{row.key}:{ground}")


def _take(case_id: UUID, clock_id: int, actor: "Actor") -> tuple[Case, CaseClock]:
    """Lock the case first, as every deed does, then its clock."""
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CLOCK_KEEP, lock=True)
    return case, time_limits.get_clock(case, clock_id, actor=actor, lock=True)


def _changed(event: Event, case: Case, row: CaseClock, actor: "Actor", detail: str) -> CaseClock:
    signals.clocks_changed.send(sender=CaseClock, clock_ids=[row.pk])
    leave(event, case, actor=actor, detail=detail)
    return row
