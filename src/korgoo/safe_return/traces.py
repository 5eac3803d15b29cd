"""A step of a return on the timeline of its case. Police and others who only take part see none."""

from typing import TYPE_CHECKING

from korgoo.casework import api as casework

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.enums import Event
    from korgoo.safe_return.models import ReturnPlan


def leave(event: "Event", plan: "ReturnPlan", *, actor: "Actor | None", detail: str = "") -> None:
    """Record a step; the timeline shows it to the owner, the centre, who acts and who meets.

    Args:
        event: What was done.
        plan: With its case.
        actor: Who did it; None for the person.
        detail: A code.
    """
    # A step that names another organisation is hidden from all other parties of the case.
    other = plan.meets_id or plan.case.owner_id
    casework.leave_trace(event, plan.case_id, actor=actor, other_id=other, detail=detail)
