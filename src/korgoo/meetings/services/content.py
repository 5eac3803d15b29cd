"""Minutes as plain data: everything that is signed, with names in every language."""

import hashlib
import json
from typing import TYPE_CHECKING, Any

from korgoo.access import api as access
from korgoo.councils import api as councils
from korgoo.meetings import selectors
from korgoo.meetings.models import AgendaItem, Invited, Meeting

if TYPE_CHECKING:
    from collections.abc import Mapping

Names = dict[int, dict[str, str]]
FORM = 1


def content_of(meeting: Meeting) -> dict[str, Any]:
    """Put minutes together as they stand now."""
    items = list(
        meeting.items.prefetch_related("questions", "decisions__follows").order_by("place", "pk")
    )
    invited = list(meeting.invited.order_by("pk"))
    replies = selectors.replies(meeting)
    voters = selectors.voters(meeting)
    names = access.names_in_languages(_organisations(items, invited, [*replies, *voters]))
    return {
        "form": FORM,
        "body": councils.names_of_body(meeting.body_id),
        "number": meeting.number,
        "title": meeting.title,
        "starts_at": meeting.starts_at.isoformat(),
        "day": selectors.day_of(meeting).isoformat(),
        "place": meeting.place,
        "language": meeting.language,
        "source": meeting.source,
        "is_fictitious": meeting.is_fictitious,
        "invited": [_invited(row, names) for row in invited],
        "looked_back": [_looked_back(one) for one in selectors.open_before(meeting)],
        "items": [_item(row, names) for row in items],
        "replies": [
            {"organisation": names[one], "answer": row.answer, "words": row.words}
            for one, row in sorted(replies.items())
        ],
        "silent": [names[one] for one in sorted(voters) if one not in replies],
    }


def digest_of(content: "Mapping[str, Any]") -> str:
    """Hash minutes (SHA-256, hexadecimal) over their JSON with sorted keys and no spaces."""
    words = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def _organisations(items: list[AgendaItem], invited: list[Invited], others: list[int]) -> set[int]:
    found: set[int | None] = {row.organisation_id for row in invited} | set(others)
    for item in items:
        found.add(item.speaker_id)
        for question in item.questions.all():
            found |= {question.asked_by_id, question.answered_by_id}
        found |= {one.owner_id for one in item.decisions.all()}
    return {one for one in found if one is not None}


def _invited(row: Invited, names: Names) -> dict[str, Any]:
    return {
        "organisation": names[row.organisation_id] if row.organisation_id else None,
        "guest": row.guest,
        "seat": row.seat,
        "position": row.position,
        "attendance": row.attendance,
        "instead": row.instead,
    }


def _item(row: AgendaItem, names: Names) -> dict[str, Any]:
    return {
        "place": row.place,
        "title": row.title,
        "is_follow_up": row.is_follow_up,
        "speaker": names[row.speaker_id] if row.speaker_id else None,
        "words": row.words,
        "questions": [
            {
                "asked_by": names[one.asked_by_id],
                "text": one.text,
                "answered_by": names[one.answered_by_id] if one.answered_by_id else None,
                "answer": one.answer,
            }
            for one in row.questions.all()
        ],
        "decisions": [
            {
                "number": one.number,
                "kind": one.kind,
                "text": one.text,
                "owner": names[one.owner_id],
                "due_on": one.due_on.isoformat() if one.due_on else None,
            }
            for one in row.decisions.all()
            if one.follows_id is None
        ],
    }


def _looked_back(one: selectors.Standing) -> dict[str, Any]:
    row = one.decision
    names = access.names_in_languages([row.owner_id, one.bearer_id])
    return {
        "number": one.number,
        "text": row.text,
        "owner": names[one.bearer_id],
        "taken_as": names[row.owner_id] if one.bearer_id != row.owner_id else None,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "state": one.state.value,
    }
