"""Time limits, and cases that sleep."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.casework import services, time_limits
from korgoo.casework.api._found import case_of
from korgoo.casework.cards import ClockCard, RunningClock, SleepingCase
from korgoo.casework.models import CaseClock
from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor


def start_clock(
    case_id: UUID,
    key: str,
    *,
    responsible_id: int,
    actor: "Actor | None",
    referral_id: UUID | None = None,
    urgency: str = "",
) -> None:
    """Start a clock of the pack, for a referral or for the case itself."""
    services.start_clock(
        case_of(case_id),
        key,
        responsible_id=responsible_id,
        actor=actor,
        referral_id=referral_id,
        urgency=urgency,
    )


def run_clock(case_id: UUID, key: str, *, actor: "Actor | None") -> RunningClock | None:
    """Start a clock of the pack that the owner of a case must mind; None when the pack has none."""
    if key not in packs.current().clocks:
        return None
    case = case_of(case_id)
    row = services.start_clock(case, key, responsible_id=case.owner_id, actor=actor)
    return RunningClock(row.pk, row.due_at)


def run_step(
    case_id: UUID, word: str, *, actor: "Actor | None", other_id: int | None = None
) -> None:
    """Start and stop the clocks that the pack ties to a step, where no trace says it.

    Args:
        case_id: In which case.
        word: The step as packs call it.
        actor: Whose step it is.
        other_id: The other organisation concerned.
    """
    services.run_step(case_of(case_id), word, actor=actor, other_id=other_id)


def stop_clocks(
    case_id: UUID, key: str, *, actor: "Actor | None", referral_id: UUID | None = None
) -> None:
    """Stop the clock of that name that runs for a referral, or for the case itself."""
    services.stop_clocks(case_of(case_id), key, actor=actor, referral_id=referral_id)


def stop_every_clock(case_id: UUID, key: str, *, actor: "Actor") -> int:
    """Stop every running clock of that name in a case, whatever referral started it."""
    return services.stop_every_clock(case_of(case_id), key, actor=actor)


def count_own_clocks(case_id: UUID, *, besides: "Iterable[int]" = ()) -> int:
    """Count the running clocks of a case that belong to no referral."""
    rows = CaseClock.objects.running().filter(case_id=case_id, referral_id__isnull=True)
    return rows.exclude(pk__in=list(besides)).count()


def clocks_of_referrals(referral_ids: "Iterable[UUID]") -> dict[UUID, ClockCard]:
    """Find the running clock of each referral (the soonest due), in one query."""
    rows = CaseClock.objects.running().filter(referral_id__in=list(referral_ids))
    found: dict[UUID, ClockCard] = {}
    for row in rows.order_by("due_at", "started_at"):
        if row.referral_id and row.referral_id not in found:
            found[row.referral_id] = ClockCard(
                row.key, row.responsible_id, row.started_at, row.due_at
            )
    return found


def clocks_of_referral(referral_id: UUID) -> list[ClockCard]:
    """List every running clock of one referral, the soonest due first."""
    rows = CaseClock.objects.running().filter(referral_id=referral_id)
    return [
        ClockCard(row.key, row.responsible_id, row.started_at, row.due_at)
        for row in rows.order_by("due_at", "started_at")
    ]


def sleeping(*, actor: "Actor", most: int = 15) -> list[SleepingCase]:
    """List open cases that nobody has touched for long and no clock watches, the longest first."""
    rows = time_limits.list_sleeping(actor=actor, most=most)
    return [SleepingCase(row.pk, row.code, row.owner.name, row.touched_at) for row in rows]
