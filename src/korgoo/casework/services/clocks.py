"""Clocks of a case: started and stopped by steps, paused, extended and ended by members."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework import signals
from korgoo.casework.models import Case, CaseClock, ClockPause
from korgoo.casework.policies import first_wake
from korgoo.countrypack import api as packs
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta

    from korgoo.access.actor import Actor


def start_clock(
    case: Case,
    key: str,
    *,
    responsible_id: int,
    actor: "Actor | None",
    referral_id: UUID | None = None,
    urgency: str = "",
) -> CaseClock:
    """Start a clock of the pack, in the caller's transaction.

    Args:
        case: In which case.
        key: Name of the clock in the pack.
        responsible_id: The organisation that must act.
        actor: Whose deed starts it.
        referral_id: The referral it belongs to.
        urgency: For clocks whose length depends on it.

    Raises:
        KeyError: The pack has no such clock.
    """
    length = _length(key, urgency)
    now = clock.now()
    due_at = now + length if length else None
    row = CaseClock.objects.create(
        case=case,
        key=key,
        referral_id=referral_id,
        responsible_id=responsible_id,
        started_at=now,
        due_at=due_at,
        wake_at=first_wake(key, now, due_at),
    )
    audit.record(Event.CLOCK_STARTED, actor=actor, target=case, detail=key)
    return row


def stop_clocks(
    case: Case, key: str, *, actor: "Actor | None", referral_id: UUID | None = None
) -> int:
    """Stop the running clocks of one name in a case (and referral); tell how many there were."""
    rows = CaseClock.objects.running().filter(case=case, key=key, referral_id=referral_id)
    return stop(rows, case, key, actor=actor)


def stop_every_clock(case: Case, key: str, *, actor: "Actor | None") -> int:
    """Stop the running clocks of one name in a case, whatever referral started them."""
    rows = CaseClock.objects.running().filter(case=case, key=key)
    return stop(rows, case, key, actor=actor)


def stop(rows: "Iterable[CaseClock]", case: Case, key: str, *, actor: "Actor | None") -> int:
    """Stop these clocks of one name, also those that are paused; tell how many there were."""
    ids = [row.pk for row in rows]
    if not ids:
        return 0
    now = clock.now()
    CaseClock.objects.filter(pk__in=ids).update(stopped_at=now, wake_at=None)
    ClockPause.objects.filter(clock__in=ids, until__isnull=True).update(until=now)
    signals.clocks_changed.send(sender=CaseClock, clock_ids=ids)
    audit.record(Event.CLOCK_STOPPED, actor=actor, target=case, detail=key)
    return len(ids)


def stop_clock(clock_id: int, *, actor: "Actor | None") -> None:
    """Stop one clock, if it still runs."""
    row = CaseClock.objects.running().filter(pk=clock_id).select_related("case").first()
    if row is not None:
        stop([row], row.case, row.key, actor=actor)


def _length(key: str, urgency: str) -> "timedelta | None":
    described = packs.current().clocks[key]
    lengths = {str(name): length for name, length in (described.by_urgency or {}).items()}
    return lengths.get(urgency, described.duration)
