"""One step of a case leaves two traces: a chained audit row, and an entry every party may see."""

from typing import TYPE_CHECKING

from korgoo.access import audit
from korgoo.casework import signals
from korgoo.casework.models import Case, TimelineEntry
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.enums import Event


def leave(
    event: "Event",
    case: Case,
    *,
    actor: "Actor | None",
    other_id: int | None = None,
    detail: str = "",
) -> None:
    """Record a step in the audit trail and on the timeline of the case.

    Args:
        event: What was done.
        case: In which case.
        actor: Who did it; None for the platform's own jobs and for the person.
        other_id: The other organisation concerned, such as the receiver.
        detail: A code: a status, a clock's key. Never free text.
    """
    now = clock.now()
    if actor is not None:
        # Only a person's step wakes a case that sleeps; the platform's own jobs do not.
        Case.objects.filter(pk=case.pk).update(touched_at=now)
    TimelineEntry.objects.create(
        case=case,
        at=now,
        event=str(event),
        organisation_id=actor.organisation_id if actor else None,
        other_id=other_id,
        detail=detail,
    )
    signals.step_left.send(
        sender=Case, event=event, case=case, actor=actor, other_id=other_id, detail=detail
    )
    audit.record(event, actor=actor, target=case, detail=detail)
