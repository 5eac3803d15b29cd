"""Which meeting it is, on every page about it."""

from typing import Any

from django.urls import reverse

from korgoo.councils import api as councils
from korgoo.meetings import selectors
from korgoo.meetings.enums import (
    MeetingState,
)
from korgoo.meetings.models import Meeting

TONES = {
    MeetingState.PLANNED: "neutral",
    MeetingState.INVITED: "active",
    MeetingState.WRITING: "active",
    MeetingState.SENT: "waiting",
    MeetingState.SIGNED: "good",
    MeetingState.CANCELLED: "closed",
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
