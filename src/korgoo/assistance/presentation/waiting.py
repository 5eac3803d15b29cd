"""What waits, over all cases."""

from datetime import date
from typing import TYPE_CHECKING

from korgoo.assistance import api, selectors, wording
from korgoo.assistance.enums import (
    Delay,
    Task,
)
from korgoo.assistance.presentation.shared import Row, address_of, state_of_item
from korgoo.lib import clock, codes

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.assistance.models import (
        ConferenceTask,
        ProgrammeItem,
    )


def waiting_page(*, actor: "Actor", before: date) -> Row:
    """Gather what waits in all cases that the actor works on or watches over."""
    watches = actor.is_coordinator
    owner_id = None if watches else actor.organisation_id
    due = api.reviews_due(before, owner_id=owner_id)
    today = clock.today()
    return {
        "reviews": [
            {
                "case": codes.spoken(one.case_code),
                "href": address_of(one.case_id),
                "kind": wording.REVIEWS[one.kind],
                "on": one.due_on,
                "is_late": one.is_overdue,
            }
            for one in due
        ],
        "late": [_case_line(item) for item in selectors.late_items(actor=actor)],
        "own": [_case_line(item) for item in selectors.own_items(actor=actor)],
        "tasks": [_task_of_case(task, today) for task in selectors.tasks_to_do(actor=actor)],
    }


def _task_of_case(task: "ConferenceTask", today: date) -> Row:
    case = task.conference.case
    return {
        "case": case.spoken_code,
        "href": address_of(case.pk),
        "title": Task(task.task).label,
        "due": task.due_on,
        "is_late": bool(task.due_on and task.due_on < today),
    }


def _case_line(item: "ProgrammeItem") -> Row:
    case = item.programme.case
    return {
        "case": case.spoken_code,
        "href": address_of(case.pk),
        "title": wording.service_name(item.service),
        "who": wording.who_helps(item),
        "start": item.planned_start,
        "end": item.planned_end,
        "tag": state_of_item(item),
        "delay": Delay(item.delay).label if item.delay else "",
    }
