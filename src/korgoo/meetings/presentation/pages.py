"""Meetings laid out for pages: the list, one meeting, its agenda and minutes."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.councils import api as councils
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.library import api as library
from korgoo.meetings import policies, selectors
from korgoo.meetings.enums import (
    AGENDA_ORIGIN,
    FOLLOW_UP,
    PREPARING,
    Answer,
    MeetingState,
)
from korgoo.meetings.models import AgendaItem, Meeting
from korgoo.meetings.policies import Part
from korgoo.meetings.presentation.decisions import decision_lines, looking_back
from korgoo.meetings.presentation.heads import head
from korgoo.meetings.presentation.people import in_order, invited_line
from korgoo.meetings.selectors import Standing
from korgoo.meetings.services import digest_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

SPREAD = (MeetingState.SENT, MeetingState.SIGNED)


def list_page(*, actor: "Actor") -> dict[str, Any]:
    """Lay out the meetings of which somebody may know: to agree, to come, past; and open decisions."""
    rows = selectors.my_meetings(actor=actor)
    today = clock.today()
    coming = [r for r in rows if r.state in PREPARING and selectors.day_of(r) >= today]
    agreeing = [r for r in rows if r.state == MeetingState.SENT]
    others = [r for r in rows if r not in coming and r not in agreeing]
    return {
        "coming": [_line(row) for row in reversed(coming)],
        "agreeing": [_line(row) | _answer_line(row, actor) for row in agreeing],
        "others": [_line(row) for row in others],
        "decisions": decision_lines(_open_of(rows)),
        "may_plan": bool(kept_bodies(actor)),
    }


def kept_bodies(actor: "Actor") -> list[dict[str, Any]]:
    """List the bodies whose meetings somebody plans."""
    if not policies.may(actor, Permission.MEETING_EDIT):
        return []
    rows = councils.bodies(actor=actor)
    return [
        {
            "name": row.name,
            "plan": reverse("meetings:plan", args=[row.id]),
            "past": reverse("meetings:past", args=[row.id]),
        }
        for row in rows
        if councils.keeps(actor, row.id)
    ]


def meeting_page(meeting: Meeting, *, actor: "Actor") -> dict[str, Any]:
    """Lay out one meeting as far as somebody may see it."""
    part = selectors.part_of(meeting, actor)
    shows_minutes = policies.sees_minutes(part, meeting.state)
    found = selectors.counts(meeting) if meeting.state in SPREAD else {}
    return {
        "meeting": head(meeting),
        "part": part,
        "invited": [invited_line(row) for row in in_order(meeting)],
        "items": [_item(row, actor, shows_minutes=shows_minutes) for row in _items(meeting)],
        # A guest hears of earlier decisions in the meeting, and reads of them in its minutes.
        "looked_back": looking_back(meeting) if shows_minutes or part.has_seat else [],
        "shows_minutes": shows_minutes,
        "counts": found,
        "replies": _replies(meeting) if shows_minutes and meeting.round else [],
        "silent": _silent(meeting) if meeting.state in SPREAD else [],
        "may": _may(meeting, part, actor),
        "signed": signed_words(meeting),
    }


def meeting_initial(meeting: Meeting) -> dict[str, Any]:
    """Fill the form of a meeting with what is known."""
    local = timezone.localtime(meeting.starts_at)
    names = ("title", "minutes_long", "place", "link", "language")
    told = {name: getattr(meeting, name) for name in names}
    return told | {"day": local.date(), "hour": f"{local:%H:%M}"}


def item_page(row: AgendaItem, *, actor: "Actor") -> dict[str, Any]:
    """Lay out an item for the one who writes its minutes."""
    return {
        "meeting": head(row.meeting),
        "item": _item(row, actor, shows_minutes=True),
        "may_write": bool(policies.write(row.meeting.state)),
        "may_change": bool(policies.change_agenda(row.meeting.state)),
        "looked_back": looking_back(row.meeting) if row.is_follow_up else [],
    }


def signed_words(meeting: Meeting) -> dict[str, Any] | None:
    """Describe the signed minutes; whether their hash still fits is computed anew."""
    row = getattr(meeting, "signed", None)
    if row is None:
        return None
    return {
        "chair": row.chair,
        "secretary": row.secretary,
        "at": row.signed_at,
        "digest": row.digest,
        "fits": digest_of(row.content) == row.digest,
    }


def _line(meeting: Meeting) -> dict[str, Any]:
    told = head(meeting)
    return told | {"is_late": _is_late(meeting)}


def _is_late(meeting: Meeting) -> bool:
    until = meeting.agree_until
    return meeting.state == MeetingState.SENT and until is not None and until < clock.today()


def _answer_line(meeting: Meeting, actor: "Actor") -> dict[str, Any]:
    part = selectors.part_of(meeting, actor)
    mine = selectors.replies(meeting).get(actor.organisation_id)
    return {
        "mine": Answer(mine.answer).label if mine else "",
        "asks_me": part.is_voting and mine is None,
    }


def _open_of(rows: list[Meeting]) -> list[Standing]:
    """List open decisions of these meetings: a guest of one learns nothing of the others."""
    bodies, known = list(dict.fromkeys(row.body_id for row in rows)), {row.pk for row in rows}
    found = [one for body_id in bodies for one in selectors.open_of_body(body_id)]
    return [one for one in found if one.decision.item.meeting_id in known]


def _items(meeting: Meeting) -> list[AgendaItem]:
    rows = meeting.items.select_related("speaker").prefetch_related(
        "questions__asked_by", "questions__answered_by", "decisions__owner"
    )
    return list(rows.order_by("place", "pk"))


def _item(row: AgendaItem, actor: "Actor", *, shows_minutes: bool) -> dict[str, Any]:
    return {
        "id": row.pk,
        "place": row.place,
        "title": str(FOLLOW_UP) if row.is_follow_up else row.title,
        "is_follow_up": row.is_follow_up,
        "speaker": row.speaker.name if row.speaker else "",
        "papers": library.documents_of(AGENDA_ORIGIN, str(row.pk), actor=actor),
        "words": row.words if shows_minutes else "",
        "version": row.version,
        "questions": _questions(row) if shows_minutes else [],
        "decisions": decision_lines(
            selectors.standings(row.decisions.select_related("item__meeting", "owner"))
        )
        if shows_minutes
        else [],
    }


def _questions(row: AgendaItem) -> list[dict[str, Any]]:
    return [
        {
            "id": one.pk,
            "asked_by": one.asked_by.name,
            "text": one.text,
            "answered_by": one.answered_by.name if one.answered_by else "",
            "answer": one.answer,
            "version": one.version,
        }
        for one in row.questions.all()
    ]


def _replies(meeting: Meeting) -> list[dict[str, Any]]:
    return [
        {
            "organisation": row.organisation.name,
            "answer": Answer(row.answer).label,
            "tone": "good" if row.answer == Answer.AGREES else "late",
            "words": row.words,
            "at": row.at,
        }
        for row in selectors.replies(meeting).values()
    ]


def _silent(meeting: Meeting) -> list[str]:
    given = selectors.replies(meeting)
    names = access.names_of(one for one in selectors.voters(meeting) if one not in given)
    return sorted(names.values(), key=place_of)


def _may(meeting: Meeting, part: Part, actor: "Actor") -> dict[str, bool]:
    state = MeetingState(meeting.state)
    until, today = meeting.agree_until, clock.today()
    speaks = bool(policies.may(actor, Permission.MINUTES_AGREE))
    return {
        "prepare": part.keeps and state in PREPARING,
        "invite": part.keeps and state == MeetingState.PLANNED,
        "agenda": part.keeps and bool(policies.change_agenda(state)),
        "begin": part.keeps and state in PREPARING and selectors.day_of(meeting) <= today,
        "write": part.keeps and state == MeetingState.WRITING,
        "take_back": part.keeps and state == MeetingState.SENT,
        "sign": part.keeps and state == MeetingState.SENT and _can_sign(meeting),
        "reply": part.is_voting
        and speaks
        and state == MeetingState.SENT
        and (until is None or today <= until),
        "print": policies.sees_minutes(part, state) and state in SPREAD,
    }


def _can_sign(meeting: Meeting) -> bool:
    found = selectors.counts(meeting)
    verdict = policies.sign(
        missing=0 if meeting.is_past else found["missing"],
        objections=found[Answer.OBJECTS],
        until=meeting.agree_until,
        today=clock.today(),
    )
    return bool(verdict)
