"""A meeting is planned, changed, announced to who is invited, or cancelled."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.councils import api as councils
from korgoo.lib import clock
from korgoo.lib.dates import long_day
from korgoo.lib.errors import DomainError, NotFound
from korgoo.meetings import policies, selectors
from korgoo.meetings.enums import (
    FOLLOW_UP,
    LONGEST_TITLE,
    PREPARING,
    Attendance,
    MeetingState,
)
from korgoo.meetings.errors import Meanwhile, WrongDay
from korgoo.meetings.models import AgendaItem, Invited, Meeting
from korgoo.meetings.services import papers
from korgoo.meetings.services.telling import tell

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

TRIES = 3


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """When and where a meeting is.

    Args:
        starts_at: Aware.
        minutes_long: Its length in minutes.
        language: In which its minutes are written.
    """

    starts_at: datetime
    language: str
    title: str = ""
    minutes_long: int = 120
    place: str = ""
    link: str = ""


@transaction.atomic
def plan_meeting(
    body_id: int,
    facts: MeetingFacts,
    *,
    actor: "Actor | None",
    is_past: bool = False,
    is_fictitious: bool = False,
    source: str = "",
) -> Meeting:
    """Plan a meeting of a body. Its agenda opens with what was promised last time.

    Args:
        body_id: Of the body.
        facts: When and where.
        actor: Who plans it; None for the platform's own history.
        is_past: It was held already and is written down afterwards: the minutes are begun at once.
        is_fictitious: Invented for the demonstration.
        source: Where an old meeting is known from.

    Raises:
        NotFound: No such body, or another organisation keeps it.
        WrongDay: The day has passed, or cannot be.
        DomainError: The body is not there on the day; there is neither place nor address.
    """
    _require_keeper(body_id, actor)
    _check(body_id, facts, is_past=is_past)
    meeting = _create(body_id, facts, actor, is_past, is_fictitious, source)
    seat_members(meeting)
    AgendaItem.objects.create(
        meeting=meeting, place=1, title=_in(facts.language, FOLLOW_UP), is_follow_up=True
    )
    audit.record(Event.MEETING_PLANNED, actor=actor, target=meeting)
    return meeting


@transaction.atomic
def change_meeting(
    meeting_id: UUID, facts: MeetingFacts, *, seen: int, actor: "Actor | None"
) -> Meeting:
    """Change day, place or title before the minutes begin; who is invited follows the new day.

    Args:
        meeting_id: Which.
        facts: From now on.
        seen: ``version`` as the actor saw it.
        actor: Who changes it.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: The minutes have begun.
        Meanwhile: Somebody else changed it.
        WrongDay: The day has passed, or cannot be.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    require_seen(meeting.version, seen)
    if meeting.state not in PREPARING:
        raise DomainError(_("The minutes have begun, or the meeting was cancelled."))
    _check(meeting.body_id, facts, is_past=False)
    before = papers.readers_of(meeting)
    for name in ("starts_at", "language", "title", "minutes_long", "place", "link"):
        setattr(meeting, name, getattr(facts, name))
    touch(meeting, calendar=True)
    seat_members(meeting)
    papers.bring_up_to_date(meeting, before, actor)
    audit.record(Event.MEETING_CHANGED, actor=actor, target=meeting)
    return meeting


@transaction.atomic
def invite(meeting_id: UUID, *, actor: "Actor | None") -> Meeting:
    """Tell everybody who is invited: by their page, their calendar, and an announcement to their roles.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: It was announced already.
        WrongDay: Its day has passed meanwhile.
        DomainError: Nobody sits in the body on that day and no guest is named.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.move(meeting.state, MeetingState.INVITED).require()
    _require_day(meeting.starts_at, is_past=False)
    seat_members(meeting)
    if not meeting.invited.exists():
        raise DomainError(_("Nobody sits in this body on that day. Give seats or name guests."))
    meeting.state = MeetingState.INVITED
    touch(meeting, calendar=True)
    papers.bring_up_to_date(meeting, set(), actor)
    if actor is not None:
        tell(meeting, actor, _invitation)
    audit.record(Event.MEETING_INVITED, actor=actor, target=meeting)
    return meeting


@transaction.atomic
def cancel(meeting_id: UUID, reason: str, *, actor: "Actor | None") -> Meeting:
    """Cancel a meeting; calendars show it as cancelled.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: It was held already, or the reason is missing.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.move(meeting.state, MeetingState.CANCELLED).require()
    policies.reason(reason).require()
    was_told = meeting.state == MeetingState.INVITED
    meeting.state, meeting.reason = MeetingState.CANCELLED, reason.strip()
    touch(meeting, calendar=True)
    if not was_told:
        # Nobody was invited yet, so nobody learns that there would have been a meeting.
        meeting.invited.all().delete()
    elif actor is not None:
        tell(meeting, actor, _cancellation)
    audit.record(Event.MEETING_CANCELLED, actor=actor, target=meeting)
    return meeting


@transaction.atomic
def add_guest(
    meeting_id: UUID,
    *,
    organisation_id: int | None = None,
    words: str = "",
    actor: "Actor | None",
) -> Invited:
    """Invite a guest: an organisation of the platform, or an office in words.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: The minutes were sent, or the meeting was cancelled.
        DomainError: It is invited already, or nobody is named.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.change_agenda(meeting.state).require()
    if organisation_id is None and not words.strip():
        raise DomainError(_("Choose an organisation, or write which office comes."))
    if organisation_id is not None and organisation_id in selectors.bearers(meeting):
        raise DomainError(_("This organisation is invited already."))
    before = papers.readers_of(meeting)
    row = Invited.objects.create(
        meeting=meeting,
        organisation_id=organisation_id,
        guest="" if organisation_id else words.strip(),
        position=words.strip() if organisation_id else "",
    )
    touch(meeting)
    papers.bring_up_to_date(meeting, before, actor)
    audit.record(Event.MEETING_CHANGED, actor=actor, target=meeting, detail="guest")
    return row


@transaction.atomic
def remove_guest(meeting_id: UUID, guest_id: int, *, actor: "Actor | None") -> None:
    """Take a guest off the list again; members stay by their seats.

    Raises:
        NotFound: No such meeting or guest, or another organisation keeps it.
        Forbidden: The minutes were sent, or the meeting was cancelled.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.change_agenda(meeting.state).require()
    before = papers.readers_of(meeting)
    gone, _by = Invited.objects.filter(pk=guest_id, meeting=meeting, seat="").delete()
    if not gone:
        raise NotFound(_("We found no such guest."))
    touch(meeting)
    papers.bring_up_to_date(meeting, before, actor)
    audit.record(Event.MEETING_CHANGED, actor=actor, target=meeting, detail="guest")


def seat_members(meeting: Meeting) -> None:
    """Bring who is invited by a seat up to date with the composition on the day of the meeting."""
    sitting = {
        card.organisation_id: card
        for card in councils.members_on(meeting.body_id, selectors.day_of(meeting))
    }
    seated = meeting.invited.exclude(seat="")
    seated.exclude(organisation_id__in=sitting).filter(attendance=Attendance.UNKNOWN).delete()
    for organisation_id, card in sitting.items():
        Invited.objects.update_or_create(
            meeting=meeting,
            organisation_id=organisation_id,
            defaults={"seat": card.seat, "position": card.person_role},
        )


def touch(meeting: Meeting, *, calendar: bool = False) -> None:
    """Save a meeting as changed now; a calendar hears of it when it must."""
    meeting.version += 1
    meeting.sequence += calendar
    meeting.changed_at = clock.now()
    meeting.save()


def require_seen(version: int, seen: int) -> None:
    """Stop when somebody else wrote since.

    Raises:
        Meanwhile: With what to do.
    """
    verdict = policies.up_to_date(version, seen)
    if not verdict:
        raise Meanwhile(verdict.reason)


def _require_keeper(body_id: int, actor: "Actor | None") -> None:
    if actor is not None and not councils.keeps(actor, body_id):
        raise NotFound(_("We found no such body."))


def _check(body_id: int, facts: MeetingFacts, *, is_past: bool) -> None:
    _require_day(facts.starts_at, is_past=is_past)
    policies.length(facts.minutes_long).require()
    body = councils.body(body_id, actor=None)
    day = timezone.localdate(facts.starts_at)
    if (body.founded and day < body.founded) or (body.ended and day > body.ended):
        raise WrongDay(_("The body is not there on this day."))
    if not is_past and not (facts.place.strip() or facts.link.strip()):
        raise DomainError(_("Write a place or a web address: people must know where to come."))


def _require_day(starts_at: datetime, *, is_past: bool) -> None:
    day = timezone.localdate(starts_at)
    verdict = policies.begins(day, clock.today(), is_past=is_past)
    if not verdict:
        raise WrongDay(verdict.reason)


def _create(
    body_id: int,
    facts: MeetingFacts,
    actor: "Actor | None",
    is_past: bool,  # noqa: FBT001 - handed on
    is_fictitious: bool,  # noqa: FBT001 - handed on
    source: str,
) -> Meeting:
    """Number a meeting in its body; two at once get different numbers."""
    for _try in range(TRIES):
        newest = Meeting.objects.filter(body_id=body_id).aggregate(last=Max("number"))["last"]
        try:
            with transaction.atomic():
                return Meeting.objects.create(
                    body_id=body_id,
                    number=(newest or 0) + 1,
                    title=facts.title[:LONGEST_TITLE],
                    starts_at=facts.starts_at,
                    minutes_long=facts.minutes_long,
                    place=facts.place,
                    link=facts.link,
                    language=facts.language,
                    state=MeetingState.WRITING if is_past else MeetingState.PLANNED,
                    is_past=is_past,
                    is_fictitious=is_fictitious,
                    source=source,
                    changed_at=clock.now(),
                    added_by_id=actor.user_id if actor else None,
                )
        except IntegrityError:
            continue
    raise Meanwhile(_("Somebody plans a meeting of this body right now. Send it once more."))


def _in(language: str, words: object) -> str:
    with translation.override(language):
        return str(words)


def _invitation(meeting: Meeting, body: str) -> tuple[str, str]:
    words = {"body": body, "day": long_day(selectors.day_of(meeting))}
    return (
        _("Invitation: %(body)s, %(day)s") % words,
        _("Your organisation is invited to a meeting. Agenda and papers stand on its page."),
    )


def _cancellation(meeting: Meeting, body: str) -> tuple[str, str]:
    words = {"body": body, "day": long_day(selectors.day_of(meeting))}
    return (
        _("Cancelled: %(body)s, %(day)s") % words,
        _("The meeting does not take place. Why stands on its page."),
    )
