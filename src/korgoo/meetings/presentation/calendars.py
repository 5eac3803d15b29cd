"""Meetings as a calendar that other programs fetch (RFC 5545).

Whoever reads over a shoulder, or the server of a calendar, learns that a body meets, when and where:
no agenda, no title, no names, no web address of a video meeting.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.councils import api as councils
from korgoo.councils.enums import BodyKind
from korgoo.meetings.enums import MeetingState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

    from korgoo.meetings.models import Meeting

PRODUCT = "-//Korgoo//Meetings//EN"
DOMAIN = "korgoo"
# How often a program should ask again.
EVERY = timedelta(hours=6)


def to_ics(meetings: "Iterable[Meeting]", address_of: "dict[str, str]") -> bytes:
    """Write meetings as a calendar.

    Args:
        meetings: Those to which somebody is invited.
        address_of: Address of each meeting's page, by its key.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Meetings"))
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    for meeting in meetings:
        calendar.add_component(_event(meeting, address_of[str(meeting.pk)]))
    return bytes(calendar.to_ical())


def neutral_title(meeting: "Meeting") -> str:
    """Say in a calendar what it is: that a body of a kind meets, nothing else."""
    kind = councils.body(meeting.body_id, actor=None).kind
    return _("Meeting: %(body)s") % {"body": BodyKind(kind).label}


def _event(meeting: "Meeting", address: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{meeting.pk}@{DOMAIN}")
    event.add("dtstamp", meeting.changed_at)
    event.add("last-modified", meeting.changed_at)
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.starts_at + timedelta(minutes=meeting.minutes_long))
    event.add("sequence", meeting.sequence)
    event.add("summary", neutral_title(meeting))
    if meeting.place:
        event.add("location", meeting.place)
    event.add("url", address)
    event.add("class", "PRIVATE")
    cancelled = meeting.state == MeetingState.CANCELLED
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return event
