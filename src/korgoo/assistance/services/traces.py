"""The traces that a deed of assistance leaves."""

from typing import TYPE_CHECKING

from korgoo.casework import api as casework

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.enums import Event
    from korgoo.casework.api import CaseCard


def leave(
    event: "Event",
    case: "CaseCard",
    *,
    actor: "Actor",
    concerns_id: int | None = None,
    detail: str = "",
) -> None:
    """Record a step on the timeline, for the owner, its doer, and the organisation it concerns.

    A step that concerns nobody else is marked as the owner's own: other receivers, such as the
    police, do not read on the timeline that needs were looked at or a doctor was planned.
    """
    other = concerns_id if concerns_id is not None else case.owner_id
    casework.leave_trace(event, case.id, actor=actor, other_id=other, detail=detail)
