from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework.models import Case, CaseClock
from korgoo.countrypack import api as packs
from korgoo.lib import clock

if TYPE_CHECKING:
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
    row = CaseClock.objects.create(
        case=case,
        key=key,
        referral_id=referral_id,
        responsible_id=responsible_id,
        started_at=now,
        due_at=now + length if length else None,
    )
    audit.record(Event.CLOCK_STARTED, actor=actor, target=case, detail=key)
    return row


def stop_clocks(
    case: Case, key: str, *, actor: "Actor | None", referral_id: UUID | None = None
) -> int:
    """Stop the running clocks of one name in a case (and referral); tell how many there were."""
    rows = CaseClock.objects.running().filter(case=case, key=key, referral_id=referral_id)
    stopped = rows.update(stopped_at=clock.now())
    if stopped:
        audit.record(Event.CLOCK_STOPPED, actor=actor, target=case, detail=key)
    return stopped


def stop_every_clock(case: Case, key: str, *, actor: "Actor | None") -> int:
    """Stop the running clocks of one name in a case, whatever referral started them."""
    stopped = CaseClock.objects.running().filter(case=case, key=key).update(stopped_at=clock.now())
    if stopped:
        audit.record(Event.CLOCK_STOPPED, actor=actor, target=case, detail=key)
    return stopped


def _length(key: str, urgency: str) -> timedelta | None:
    described = packs.current().clocks[key]
    lengths = {str(name): length for name, length in (described.by_urgency or {}).items()}
    return lengths.get(urgency, described.duration)
