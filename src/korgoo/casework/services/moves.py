"""The one place where a status changes: the field, its row of history, its trace."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access.enums import Event
from korgoo.casework.enums import Axis, Procedural, ProceduralGround, Protection, ProtectionGround
from korgoo.casework.models import Case, StatusMove
from korgoo.casework.traces import leave
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def move_protection(
    case: Case,
    status: Protection,
    *,
    ground: ProtectionGround,
    decision_id: UUID | None = None,
    actor: "Actor",
) -> None:
    """Move the protection status, in the caller's transaction; the policy was asked.

    Args:
        case: Locked.
        status: The new one.
        ground: Why, coded.
        decision_id: The decision it follows from.
        actor: Who records it.
    """
    row = _row(case, Axis.PROTECTION, case.protection, status, ground, actor)
    row.decision_id = decision_id
    row.save(force_insert=True)
    case.protection, case.protection_at = status, row.at
    case.save(update_fields=["protection", "protection_at"])
    leave(Event.CASE_STATUS_CHANGED, case, actor=actor, detail=status)


def move_procedural(
    case: Case, status: Procedural, *, ground: ProceduralGround, actor: "Actor"
) -> None:
    """Move the procedural status, in the caller's transaction; the policy was asked."""
    row = _row(case, Axis.PROCEDURAL, case.procedural, status, ground, actor)
    row.save(force_insert=True)
    case.procedural, case.procedural_at = status, row.at
    case.save(update_fields=["procedural", "procedural_at"])
    leave(Event.CASE_PROCEDURAL_CHANGED, case, actor=actor, detail=status)


def _row(
    case: Case, axis: Axis, before: str, after: str, ground: str, actor: "Actor"
) -> StatusMove:
    return StatusMove(
        case=case,
        axis=axis,
        before=before,
        after=after,
        ground=ground,
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
