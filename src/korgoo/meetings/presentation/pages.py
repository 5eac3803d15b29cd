"""Meetings laid out for pages: the list, one meeting, its agenda and minutes."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.councils import api as councils
from korgoo.councils.enums import SeatKind
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.library import api as library
from korgoo.meetings import policies, selectors
from korgoo.meetings.enums import (
    AGENDA_ORIGIN,
    FOLLOW_UP,
    PREPARING,
    STANDING,
    Answer,
    Attendance,
    DecisionKind,
    DecisionState,
    MeetingState,
)
from korgoo.meetings.models import AgendaItem, Invited, Meeting
from korgoo.meetings.policies import Part
from korgoo.meetings.selectors import Standing
from korgoo.meetings.services import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

TONES = {
    MeetingState.PLANNED: "neutral",
    MeetingState.INVITED: "active",
    MeetingState.WRITING: "active",
    MeetingState.SENT: "waiting",
    MeetingState.SIGNED: "good",
    MeetingState.CANCELLED: "closed",
}
DECISION_TONES = {
    DecisionState.OPEN: "waiting",
    DecisionState.IN_WORK: "active",
    DecisionState.DONE: "good",
    DecisionState.DROPPED: "closed",
    DecisionState.PASSED_ON: "closed",
}
CAME_TONES = {
    Attendance.PRESENT: "good",
    Attendance.EXCUSED: "neutral",
    Attendance.ABSENT: "late",
    Attendance.UNKNOWN: "neutral",
}
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
        "invited": [_invited(row) for row in _in_order(meeting)],
        "items": [_item(row, actor, shows_minutes=shows_minutes) for row in _items(meeting)],
        # A guest hears of earlier decisions in the meeting, and reads of them in its minutes.
        "looked_back": _looking_back(meeting) if shows_minutes or part.has_seat else [],
        "shows_minutes": shows_minutes,
        "counts": found,
        "replies": _replies(meeting) if shows_minutes and meeting.round else [],
        "silent": _silent(meeting) if meeting.state in SPREAD else [],
        "may": _may(meeting, part, actor),
        "signed": signed_words(meeting),
    }


def head(meeting: Meeting) -> dict[str, Any]:
    """Say which meeting it is, on every page about it."""
    state = MeetingState(meeting.state)
    return {
        "id": meeting.pk,
        "href": reverse("meetings:meeting", args=[meeting.pk]),
        "body": councils.body(meeting.body_id, actor=None).name,
        "body_href": reverse("councils:body", args=[meeting.body_id]),
        "number": meeting.number,
        "title": meeting.title,
        "starts_at": meeting.starts_at,
        "day": selectors.day_of(meeting),
        "minutes_long": meeting.minutes_long,
        "place": meeting.place,
        "link": meeting.link,
        "language": meeting.language,
        "state": state.label,
        "tone": TONES[state],
        "reason": meeting.reason,
        "version": meeting.version,
        "agree_until": meeting.agree_until,
        "source": meeting.source,
        "is_past": meeting.is_past,
        "is_fictitious": meeting.is_fictitious,
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
        "looked_back": _looking_back(row.meeting) if row.is_follow_up else [],
    }


def decision_page(decision_id: Any, *, actor: "Actor") -> dict[str, Any]:
    """Lay out a decision with what became of it."""
    row, part = selectors.get_decision(decision_id, actor=actor)
    meeting = row.item.meeting
    standing = selectors.standing_of(row)
    is_owner = standing.bearer_id == actor.organisation_id
    is_followed = meeting.state == MeetingState.SIGNED
    follower = getattr(row, "followed_by", None)
    return {
        "meeting": head(meeting),
        "decision": decision_lines([standing])[0] | {"reason": row.reason},
        "follows": reverse("meetings:decision", args=[row.follows_id]) if row.follows_id else "",
        "followed_by": reverse("meetings:decision", args=[follower.pk]) if follower else "",
        "steps": _steps(row),
        "may": {
            "work": is_followed and is_owner and standing.state == DecisionState.OPEN,
            "done": is_followed and is_owner and standing.state in STANDING,
            "drop": is_followed and part.keeps and standing.state in STANDING,
            "again": is_followed
            and part.keeps
            and standing.state == DecisionState.DONE
            and not standing.is_confirmed,
            "change": part.keeps and bool(policies.write(meeting.state)),
        },
    }


def decision_lines(standings: "Iterable[Standing]") -> list[dict[str, Any]]:
    """Lay out decisions for a list."""
    return [_decision(one) for one in standings]


def organisation_choices() -> list[tuple[str, str]]:
    """List the organisations that exist today, by name."""
    cards = access.all_in_force()
    rows = sorted(cards.items(), key=lambda pair: place_of(pair[1]))
    return [(str(number), name) for number, name in rows]


def speakers(meeting: Meeting) -> list[tuple[str, str]]:
    """List who can ask, answer and take something on: who was invited, as it was called then; then all."""
    names = access.names_of(
        row.organisation_id for row in meeting.invited.all() if row.organisation_id
    )
    invited = sorted(names.items(), key=lambda pair: place_of(pair[1]))
    others = [pair for pair in organisation_choices() if int(pair[0]) not in names]
    return [(str(number), name) for number, name in invited] + others


def attendance_rows(meeting: Meeting) -> list[tuple[Invited, str]]:
    """List who was invited with the name under which they came."""
    return [(row, _name(row)) for row in _in_order(meeting)]


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


def _decision(one: Standing) -> dict[str, Any]:
    row = one.decision
    owner = row.owner.name
    return {
        "id": row.pk,
        "number": one.number,
        "kind": DecisionKind(row.kind).label,
        "text": row.text,
        "owner": one.bearer,
        "taken_as": owner if owner != one.bearer else "",
        "due_on": row.due_on,
        "is_late": one.is_late,
        "state": one.state.label,
        "tone": DECISION_TONES[one.state],
        "is_confirmed": one.is_confirmed,
        "done_on": one.done_on,
        "promise": one.address,
        "href": reverse("meetings:decision", args=[row.pk]),
        "version": row.version,
    }


def _steps(row: Any) -> list[dict[str, Any]]:
    steps = row.steps.select_related("organisation").order_by("-at", "-pk")
    return [
        {
            "title": DecisionState(step.state).label,
            "when": step.at,
            "by": step.organisation.name if step.organisation else "",
            "text": step.words,
        }
        for step in steps
    ]


def _in_order(meeting: Meeting) -> list[Invited]:
    rank = {kind.value: place for place, kind in enumerate(SeatKind)}
    rows = list(meeting.invited.select_related("organisation"))
    return sorted(rows, key=lambda row: (rank.get(row.seat, len(rank)), place_of(_name(row))))


def _name(row: Invited) -> str:
    return row.organisation.name if row.organisation else row.guest


def _invited(row: Invited) -> dict[str, Any]:
    came = Attendance(row.attendance)
    return {
        "id": row.pk,
        "name": _name(row),
        "seat": SeatKind(row.seat).label if row.seat else "",
        "is_guest": not row.seat,
        "position": row.position,
        "came": came.label if came != Attendance.UNKNOWN else "",
        "tone": CAME_TONES[came],
        "instead": row.instead,
    }


def _looking_back(meeting: Meeting) -> list[dict[str, Any]]:
    """List what was promised before; of signed minutes as it stood when they were signed."""
    signed = getattr(meeting, "signed", None)
    if signed is None:
        return decision_lines(selectors.open_before(meeting))
    return [_looked_back(one) for one in signed.content["looked_back"]]


def _looked_back(one: dict[str, Any]) -> dict[str, Any]:
    language = (get_language() or "en")[:2]
    state = DecisionState(one["state"])
    due_on = date.fromisoformat(one["due_on"]) if one["due_on"] else None
    return {
        "number": one["number"],
        "text": one["text"],
        "owner": one["owner"].get(language, one["owner"]["en"]),
        "taken_as": one["taken_as"].get(language, "") if one["taken_as"] else "",
        "due_on": due_on,
        "state": state.label,
        "tone": DECISION_TONES[state],
        "href": "",
        "is_late": False,
    }


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
