"""What missions below learn of meetings: who keeps them, what waits for a member, what a body shows."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from korgoo.commitments import api as commitments
from korgoo.councils import api as councils
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.library import api as library
from korgoo.meetings import policies, selectors
from korgoo.meetings.enums import MEETING_ORIGIN, PREPARING, MeetingState
from korgoo.meetings.models import Meeting

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST = 8


def register() -> None:
    """Tell the missions below; once, at start."""
    commitments.register_origin(
        MEETING_ORIGIN, pgettext_lazy("origin of a promise", "Meeting"), keeps=_keeps, reads=_reads
    )
    library.register_inbox("invitations", gettext_lazy("Invitations to meetings"), _invitations)
    library.register_inbox("minutes", gettext_lazy("Minutes to agree"), _minutes)
    councils.register_panel(
        "meetings",
        councils.Panel(
            gettext_lazy("Meetings"),
            _lines,
            lambda body_id: (_("Plan a meeting"), reverse("meetings:plan", args=[body_id])),
        ),
    )
    councils.register_panel("decisions", councils.Panel(gettext_lazy("Open decisions"), _open))
    councils.register_burden(
        "decisions", councils.Burden(gettext_lazy("Open decisions"), selectors.count_open_of)
    )


def _found(key: str, actor: "Actor") -> Meeting | None:
    try:
        return selectors.get_meeting(UUID(key), actor=actor)
    except (ValueError, NotFound):
        return None


def _keeps(actor: "Actor", key: str) -> bool:
    row = _found(key, actor)
    return row is not None and selectors.part_of(row, actor).keeps


def _reads(actor: "Actor", key: str) -> bool:
    row = _found(key, actor)
    return row is not None and policies.sees_minutes(selectors.part_of(row, actor), row.state)


def _invitations(actor: "Actor") -> list[library.InboxItem]:
    today = clock.today()
    return [
        library.InboxItem(_label(row), _address(row), selectors.day_of(row), row.title)
        for row in _mine(actor)
        if row.state == MeetingState.INVITED and selectors.day_of(row) >= today
    ]


def _minutes(actor: "Actor") -> list[library.InboxItem]:
    return [
        library.InboxItem(_label(row), _address(row), row.agree_until, _("Agree or object."))
        for row in _mine(actor)
        if row.state == MeetingState.SENT
        and actor.organisation_id in selectors.voters(row)
        and actor.organisation_id not in selectors.replies(row)
    ]


def _mine(actor: "Actor") -> list[Meeting]:
    try:
        return selectors.my_meetings(actor=actor)
    except NotFound:
        return []


def _lines(actor: "Actor", body_id: int) -> list[councils.Line]:
    rows = [row for row in _mine(actor) if row.body_id == body_id]
    coming = [row for row in rows if row.state in PREPARING]
    others = [row for row in rows if row.state not in PREPARING]
    return [_line(row) for row in [*coming, *others][:MOST]]


def _line(row: Meeting) -> councils.Line:
    words = _("Meeting no. %(number)s") % {"number": row.number}
    label = f"{words}: {row.title}" if row.title else words
    state = str(MeetingState(row.state).label)
    return councils.Line(label, _address(row), selectors.day_of(row), state)


def _open(actor: "Actor", body_id: int) -> list[councils.Line]:
    known = {row.pk for row in _mine(actor)}
    return [
        councils.Line(
            f"{one.number} {one.decision.text[:120].rstrip('. ')}",
            reverse("meetings:decision", args=[one.decision.pk]),
            one.decision.due_on,
            _("%(name)s, late") % {"name": one.bearer} if one.is_late else one.bearer,
        )
        for one in selectors.open_of_body(body_id)
        if one.decision.item.meeting_id in known
    ]


def _label(row: Meeting) -> str:
    return councils.body(row.body_id, actor=None).name


def _address(row: Meeting) -> str:
    return reverse("meetings:meeting", args=[row.pk])
