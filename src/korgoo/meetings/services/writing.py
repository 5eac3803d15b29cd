"""Agenda and minutes, part by part: each saves by itself, and of two writers one is told."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib.errors import DomainError
from korgoo.meetings import policies, selectors
from korgoo.meetings.enums import MeetingState
from korgoo.meetings.models import AgendaItem, Invited, Meeting, Question
from korgoo.meetings.services import papers
from korgoo.meetings.services.planning import require_seen, seat_members, touch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question with its answer, when there is one."""

    asked_by_id: int
    text: str
    answered_by_id: int | None = None
    answer: str = ""


@transaction.atomic
def open_minutes(meeting_id: UUID, *, actor: "Actor | None") -> Meeting:
    """Begin the minutes: the meeting has begun.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: It was cancelled, or the minutes have begun already.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.move(meeting.state, MeetingState.WRITING).require()
    before = papers.readers_of(meeting)
    seat_members(meeting)
    meeting.state = MeetingState.WRITING
    touch(meeting)
    papers.bring_up_to_date(meeting, before, actor)
    audit.record(Event.MINUTES_BEGUN, actor=actor, target=meeting)
    return meeting


@transaction.atomic
def add_item(
    meeting_id: UUID, title: str, *, speaker_id: int | None = None, actor: "Actor | None"
) -> AgendaItem:
    """Add an item to the agenda, at its end.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: The agenda stands.
        DomainError: There are too many items.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.change_agenda(meeting.state).require()
    places = list(meeting.items.values_list("place", flat=True))
    if len(places) >= policies.MOST_ITEMS:
        raise DomainError(_("An agenda has 40 items at most."))
    row = AgendaItem.objects.create(
        meeting=meeting, place=max(places, default=0) + 1, title=title, speaker_id=speaker_id
    )
    audit.record(Event.AGENDA_CHANGED, actor=actor, target=meeting, detail="added")
    return row


@transaction.atomic
def change_item(
    item_id: int, title: str, *, speaker_id: int | None, seen: int, actor: "Actor | None"
) -> AgendaItem:
    """Change title or speaker of an item.

    Raises:
        NotFound: No such item, or another organisation keeps the meeting.
        Forbidden: The agenda stands.
        Meanwhile: Somebody else wrote it since.
    """
    row = _held_item(item_id, actor)
    policies.change_agenda(row.meeting.state).require()
    require_seen(row.version, seen)
    row.title, row.speaker_id = title, speaker_id
    _save_item(row, actor)
    audit.record(Event.AGENDA_CHANGED, actor=actor, target=row.meeting, detail="changed")
    return row


@transaction.atomic
def raise_item(item_id: int, *, actor: "Actor | None") -> AgendaItem:
    """Move an item one place up; what was promised last time stays the first.

    Raises:
        NotFound: No such item, or another organisation keeps the meeting.
        Forbidden: The agenda stands.
    """
    row = _held_item(item_id, actor)
    policies.change_agenda(row.meeting.state).require()
    above = (
        row.meeting.items.filter(place__lt=row.place, is_follow_up=False)
        .order_by("-place")
        .first()
    )
    if above is not None and not row.is_follow_up:
        row.place, above.place = above.place, row.place
        AgendaItem.objects.bulk_update([row, above], ["place"])
    audit.record(Event.AGENDA_CHANGED, actor=actor, target=row.meeting, detail="moved")
    return row


@transaction.atomic
def remove_item(item_id: int, *, actor: "Actor | None") -> Meeting:
    """Take an item off the agenda while nothing was written on it.

    Raises:
        NotFound: No such item, or another organisation keeps the meeting.
        Forbidden: The agenda stands.
        DomainError: Something was written on it, or it looks back on the last meeting.
    """
    row = _held_item(item_id, actor)
    policies.change_agenda(row.meeting.state).require()
    if row.is_follow_up:
        raise DomainError(_("What was promised last time opens every agenda."))
    if row.words or row.questions.exists() or row.decisions.exists():
        raise DomainError(_("Something is written on this item. Take that out first."))
    meeting, place = row.meeting, row.place
    row.delete()
    meeting.items.filter(place__gt=place).update(place=F("place") - 1)
    audit.record(Event.AGENDA_CHANGED, actor=actor, target=meeting, detail="removed")
    return meeting


@transaction.atomic
def write_item(item_id: int, words: str, *, seen: int, actor: "Actor | None") -> AgendaItem:
    """Write what was said on an item.

    Args:
        item_id: Which.
        words: The whole text from now on.
        seen: ``version`` as the writer saw it.
        actor: Who writes.

    Raises:
        NotFound: No such item, or another organisation keeps the meeting.
        Forbidden: The minutes have not begun, or were sent.
        Meanwhile: Somebody else wrote it since; nothing is lost of either.
    """
    row = _held_item(item_id, actor)
    policies.write(row.meeting.state).require()
    require_seen(row.version, seen)
    row.words = words
    _save_item(row, actor)
    audit.record(Event.MINUTES_WRITTEN, actor=actor, target=row.meeting, detail=f"item {row.pk}")
    return row


@transaction.atomic
def add_question(item_id: int, facts: QuestionFacts, *, actor: "Actor | None") -> Question:
    """Write down a question that was raised, with its answer when there is one.

    Raises:
        NotFound: No such item, or another organisation keeps the meeting.
        Forbidden: The minutes have not begun, or were sent.
        DomainError: An answer without who gave it.
    """
    row = _held_item(item_id, actor)
    policies.write(row.meeting.state).require()
    question = Question(item=row)
    _fill(question, facts)
    question.save()
    audit.record(Event.MINUTES_WRITTEN, actor=actor, target=row.meeting, detail="question")
    return question


@transaction.atomic
def change_question(
    question_id: int, facts: QuestionFacts, *, seen: int, actor: "Actor | None"
) -> Question:
    """Write a question or its answer anew.

    Raises:
        NotFound: No such question, or another organisation keeps the meeting.
        Forbidden: The minutes were sent.
        Meanwhile: Somebody else wrote it since.
        DomainError: An answer without who gave it.
    """
    question = selectors.get_question(question_id, actor=actor, lock=True)
    row = _held_item(question.item_id, actor)
    policies.write(row.meeting.state).require()
    require_seen(question.version, seen)
    _fill(question, facts)
    question.version += 1
    question.save()
    audit.record(Event.MINUTES_WRITTEN, actor=actor, target=row.meeting, detail="question")
    return question


@transaction.atomic
def remove_question(question_id: int, *, actor: "Actor | None") -> AgendaItem:
    """Take a question out of the draft.

    Raises:
        NotFound: No such question, or another organisation keeps the meeting.
        Forbidden: The minutes were sent.
    """
    question = selectors.get_question(question_id, actor=actor, lock=True)
    row = _held_item(question.item_id, actor)
    policies.write(row.meeting.state).require()
    question.delete()
    audit.record(Event.MINUTES_WRITTEN, actor=actor, target=row.meeting, detail="question")
    return row


@transaction.atomic
def write_attendance(
    meeting_id: UUID, came: "Mapping[int, tuple[str, str]]", *, seen: int, actor: "Actor | None"
) -> Meeting:
    """Write down who was there.

    Args:
        meeting_id: Which.
        came: By the number of who was invited: attendance, and who came instead.
        seen: ``version`` of the meeting as the writer saw it.
        actor: Who writes.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: The minutes have not begun, or were sent.
        Meanwhile: Somebody else wrote it since.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.write(meeting.state).require()
    require_seen(meeting.version, seen)
    rows = list(meeting.invited.filter(pk__in=list(came)))
    for row in rows:
        row.attendance, row.instead = came[row.pk]
    Invited.objects.bulk_update(rows, ["attendance", "instead"])
    touch(meeting)
    audit.record(Event.ATTENDANCE_WRITTEN, actor=actor, target=meeting)
    return meeting


def _held_item(item_id: int, actor: "Actor | None") -> AgendaItem:
    """Hold the meeting first, then the item: two who write wait for each other in this order."""
    found = selectors.get_item(item_id, actor=actor)
    selectors.get_kept(found.meeting_id, actor=actor, lock=True)
    return selectors.get_item(item_id, actor=actor, lock=True)


def _save_item(row: AgendaItem, actor: "Actor | None") -> None:
    row.version += 1
    row.changed_by_id = actor.user_id if actor else None
    row.save()


def _fill(question: Question, facts: QuestionFacts) -> None:
    if facts.answer.strip() and facts.answered_by_id is None:
        raise DomainError(_("Say who answered."))
    question.asked_by_id, question.text = facts.asked_by_id, facts.text
    question.answered_by_id, question.answer = facts.answered_by_id, facts.answer.strip()
