"""Which clocks of the pack a decision starts and stops; a pack without them goes on without."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.casework import api as casework
from korgoo.countrypack import api as packs
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

DECISION = "status_decision"
APPEAL = "status_appeal"


def start(case_id: UUID, key: str, *, responsible_id: int, actor: "Actor") -> None:
    """Start a clock in a case, if the pack has it."""
    if key in packs.current().clocks:
        casework.start_clock(case_id, key, responsible_id=responsible_id, actor=actor)


def stop(case_id: UUID, key: str, *, actor: "Actor") -> None:
    """Stop every clock of that name in a case."""
    casework.stop_every_clock(case_id, key, actor=actor)


def ends_at(key: str) -> datetime | None:
    """Say when a clock that starts now runs out; None when no time is set."""
    described = packs.current().clocks.get(key)
    return clock.now() + described.duration if described and described.duration else None
