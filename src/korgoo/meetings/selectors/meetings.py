from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.councils import api as councils
from korgoo.councils.enums import VOTING, SeatKind
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.meetings import policies
from korgoo.meetings.enums import MeetingState
from korgoo.meetings.models import AgendaItem, Invited, Meeting, Question, Reply
from korgoo.meetings.policies import Part

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such meeting.")


def day_of(meeting: Meeting) -> date:
    """Give the day of a meeting in the country."""
    return timezone.localdate(meeting.starts_at)


def bearers(meeting: Meeting) -> dict[int, Invited]:
    """Give who was invited by the organisation that stands for it today: itself or its successor.

    When two of them have come to one organisation, the seat that decides counts.
    """
    today = clock.today()
    found: dict[int, Invited] = {}
    for row in meeting.invited.all():
        if row.organisation_id is None:
            continue
        bearer = councils.successor_on(row.organisation_id, today)
        if bearer not in found or not is_voting(found[bearer]):
            found[bearer] = row
    return found


def is_voting(row: Invited) -> bool:
    """Tell whether somebody was invited by a seat that decides."""
    return bool(row.seat) and SeatKind(row.seat) in VOTING


def part_of(meeting: Meeting, actor: "Actor | None") -> Part:
    """Say what somebody is to a meeting; the platform itself keeps all of them."""
    if actor is None:
        return Part(keeps=True)
    mine = bearers(meeting).get(actor.organisation_id)
    return Part(
        keeps=bool(policies.may(actor, Permission.MEETING_EDIT))
        and councils.keeps(actor, meeting.body_id),
        is_invited=mine is not None,
        is_voting=mine is not None and is_voting(mine),
        has_seat=mine is not None and bool(mine.seat),
    )


def get_meeting(meeting_id: UUID, *, actor: "Actor | None", lock: bool = False) -> Meeting:
    """Fetch a meeting of which somebody may know.

    Args:
        meeting_id: As in the address.
        actor: Who asks; None for the platform itself.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such meeting, or not for this actor.
    """
    if actor is not None and not policies.may(actor, Permission.MEETING_VIEW):
        raise NotFound(NO_SUCH)
    rows = Meeting.objects.filter(pk=meeting_id)
    found = (rows.select_for_update() if lock else rows.select_related("body")).first()
    if found is None or not policies.knows(part_of(found, actor), found.state):
        raise NotFound(NO_SUCH)
    return found


def get_kept(meeting_id: UUID, *, actor: "Actor | None", lock: bool = False) -> Meeting:
    """Fetch a meeting whose secretary the actor is.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
    """
    found = get_meeting(meeting_id, actor=actor, lock=lock)
    if not part_of(found, actor).keeps:
        raise NotFound(NO_SUCH)
    return found


def get_item(item_id: int, *, actor: "Actor | None", lock: bool = False) -> AgendaItem:
    """Fetch an agenda item of a meeting whose secretary the actor is.

    Raises:
        NotFound: No such item, or another organisation keeps the meeting.
    """
    rows = AgendaItem.objects.filter(pk=item_id)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise NotFound(_("We found no such item."))
    get_kept(found.meeting_id, actor=actor)
    return found


def get_question(question_id: int, *, actor: "Actor | None", lock: bool = False) -> Question:
    """Fetch a question of a meeting whose secretary the actor is.

    Raises:
        NotFound: No such question, or another organisation keeps the meeting.
    """
    rows = Question.objects.filter(pk=question_id)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise NotFound(_("We found no such question."))
    get_item(found.item_id, actor=actor)
    return found


def meetings_of(body_id: int, *, actor: "Actor | None") -> list[Meeting]:
    """List the meetings of a body of which somebody may know, the newest first.

    Raises:
        NotFound: The actor takes no part in meetings.
    """
    return [row for row in _all(actor) if row.body_id == body_id]


def my_meetings(*, actor: "Actor") -> list[Meeting]:
    """List every meeting of which somebody may know, the newest first.

    Raises:
        NotFound: The actor takes no part in meetings.
    """
    return _all(actor)


def replies(meeting: Meeting) -> dict[int, Reply]:
    """Give the answers of this round by the organisation that gave them."""
    rows = Reply.objects.filter(meeting=meeting, round=meeting.round).select_related(
        "organisation"
    )
    return {row.organisation_id: row for row in rows}


def voters(meeting: Meeting) -> dict[int, Invited]:
    """Give who is asked to agree to the minutes, by the organisation that stands for it today."""
    return {one: row for one, row in bearers(meeting).items() if is_voting(row)}


def counts(meeting: Meeting) -> Counter[str]:
    """Count how members stand to the minutes: agrees, objects, and missing."""
    given = replies(meeting)
    asked = voters(meeting)
    found = Counter(row.answer for one, row in given.items() if one in asked)
    found["missing"] = sum(one not in given for one in asked)
    return found


def invited_to_calendar(organisation_id: int) -> list[Meeting]:
    """List meetings to which an organisation is invited, for its members' calendars; a year back at most."""
    since = clock.now() - timedelta(days=366)
    rows = Meeting.objects.told().filter(starts_at__gte=since, is_past=False)
    rows = rows.select_related("body").prefetch_related("invited").order_by("starts_at", "pk")
    return [row for row in rows if organisation_id in bearers(row)]


def waiting_for_agreement(before: date) -> list[Meeting]:
    """List meetings whose minutes are to be answered by a day."""
    rows = Meeting.objects.filter(state=MeetingState.SENT, agree_until__lte=before)
    return list(rows.select_related("body").prefetch_related("invited"))


def _all(actor: "Actor | None") -> list[Meeting]:
    if actor is not None and not policies.may(actor, Permission.MEETING_VIEW):
        raise NotFound(NO_SUCH)
    rows = Meeting.objects.select_related("body").prefetch_related("invited")
    return [row for row in rows if policies.knows(part_of(row, actor), row.state)]
