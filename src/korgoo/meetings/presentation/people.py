"""Who is invited, came and can take something on, laid out for pages."""

from typing import Any

from korgoo.access import api as access
from korgoo.councils.enums import SeatKind
from korgoo.lib.collation import place_of
from korgoo.meetings.enums import (
    Attendance,
)
from korgoo.meetings.models import Invited, Meeting

CAME_TONES = {
    Attendance.PRESENT: "good",
    Attendance.EXCUSED: "neutral",
    Attendance.ABSENT: "late",
    Attendance.UNKNOWN: "neutral",
}


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
    return [(row, _name(row)) for row in in_order(meeting)]


def in_order(meeting: Meeting) -> list[Invited]:
    """List who was invited: by seat, then by name."""
    rank = {kind.value: place for place, kind in enumerate(SeatKind)}
    rows = list(meeting.invited.select_related("organisation"))
    return sorted(rows, key=lambda row: (rank.get(row.seat, len(rank)), place_of(_name(row))))


def _name(row: Invited) -> str:
    return row.organisation.name if row.organisation else row.guest


def invited_line(row: Invited) -> dict[str, Any]:
    """Lay out one who was invited, with whether they came."""
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
