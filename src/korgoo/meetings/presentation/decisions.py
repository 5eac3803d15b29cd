"""Decisions laid out for pages, with what became of them."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import get_language

from korgoo.meetings import policies, selectors
from korgoo.meetings.enums import (
    STANDING,
    DecisionKind,
    DecisionState,
    MeetingState,
)
from korgoo.meetings.models import Meeting
from korgoo.meetings.selectors import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

from korgoo.meetings.presentation.heads import head

DECISION_TONES = {
    DecisionState.OPEN: "waiting",
    DecisionState.IN_WORK: "active",
    DecisionState.DONE: "good",
    DecisionState.DROPPED: "closed",
    DecisionState.PASSED_ON: "closed",
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


def looking_back(meeting: Meeting) -> list[dict[str, Any]]:
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
