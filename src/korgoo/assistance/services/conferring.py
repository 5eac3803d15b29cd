from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event, Permission
from korgoo.assistance import policies, selectors, words
from korgoo.assistance.enums import Function, Question, Task
from korgoo.assistance.models import Conference, ConferencePart, ConferenceTask
from korgoo.assistance.services.traces import leave
from korgoo.casework import api as casework
from korgoo.casework.enums import NoteKind
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class TaskGiven:
    """A decision: what, by which organisation, until when."""

    task: Task
    organisation_id: int
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A case conference: who took part, what was asked, what was decided, and sealed minutes."""

    held_on: date
    parts: tuple[tuple[int | None, Function], ...]
    questions: tuple[Question, ...]
    tasks: tuple[TaskGiven, ...] = ()
    minutes: str = ""


@transaction.atomic
def hold_conference(case_id: UUID, meeting: Meeting, *, actor: "Actor") -> Conference:
    """Write down a case conference; each decision appears to the organisation that carries it out.

    Raises:
        NotFound: Not an own case.
        Forbidden: The day has not come.
        DomainError: Nobody took part, or a decision is given to who has no part in the case.
    """
    case = casework.hold_case(case_id, actor=actor, permission=Permission.PROGRAMME_WRITE)
    policies.not_ahead(meeting.held_on, clock.today()).require()
    if not meeting.parts:
        raise DomainError(_("Say who took part."))
    _check_doers(case_id, meeting, case.owner_id)
    row = Conference.objects.create(
        case_id=case_id,
        held_on=meeting.held_on,
        questions=[str(question) for question in meeting.questions],
        recorded_at=clock.now(),
        recorded_by_id=actor.user_id,
    )
    _fill(row, meeting)
    words.seal(case_id, meeting.minutes, kind=NoteKind.MINUTES, about=row.pk, actor=actor)
    leave(Event.CONFERENCE_HELD, case, actor=actor)
    return row


@transaction.atomic
def finish_task(case_id: UUID, task_id: UUID, *, actor: "Actor") -> ConferenceTask:
    """Say that a decision of a conference was carried out: its organisation, or the owner.

    Raises:
        NotFound: Not theirs.
        DomainError: Somebody said so before.
    """
    task = selectors.get_task(case_id, task_id, actor=actor, lock=True)
    if task.done_at is not None:
        raise DomainError(_("This was marked as done before: nothing was changed."))
    task.done_at, task.done_by_id = clock.now(), actor.user_id
    task.save(update_fields=["done_at", "done_by_id"])
    case = casework.case_card(case_id, actor=actor, permission=Permission.WORK_REPORT)
    leave(Event.TASK_DONE, case, actor=actor, concerns_id=task.organisation_id, detail=task.task)
    return task


def _fill(row: Conference, meeting: Meeting) -> None:
    ConferencePart.objects.bulk_create(
        ConferencePart(conference=row, organisation_id=organisation_id, function=function)
        for organisation_id, function in meeting.parts
    )
    ConferenceTask.objects.bulk_create(
        ConferenceTask(
            conference=row,
            task=given.task,
            organisation_id=given.organisation_id,
            due_on=given.due_on,
        )
        for given in meeting.tasks
    )


def _check_doers(case_id: UUID, meeting: Meeting, owner_id: int) -> None:
    """A decision goes to who already takes part: giving it to others would tell them of the case."""
    known = casework.parties_of(case_id) | {owner_id}
    if any(given.organisation_id not in known for given in meeting.tasks):
        raise DomainError(
            _("Give decisions only to organisations that take part in the case. Refer first.")
        )
