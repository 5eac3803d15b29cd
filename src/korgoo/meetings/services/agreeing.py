"""Minutes are sent to the members, agreed or objected to, and signed for ever."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.lib import clock
from korgoo.lib.dates import long_day
from korgoo.lib.errors import DomainError
from korgoo.meetings import policies, selectors
from korgoo.meetings.enums import Answer, Attendance, MeetingState
from korgoo.meetings.models import Meeting, Reply, SignedMinutes
from korgoo.meetings.services.content import content_of, digest_of
from korgoo.meetings.services.deciding import make_promise
from korgoo.meetings.services.planning import touch
from korgoo.meetings.services.telling import tell

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def send_minutes(meeting_id: UUID, until: date, *, actor: "Actor | None") -> Meeting:
    """Send the draft to the members with a seat, to agree or object until a day.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: It stands elsewhere, or the day is too near or too far.
        DomainError: Who was there is not written down.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.move(meeting.state, MeetingState.SENT).require()
    policies.agree_until(until, clock.today()).require()
    # Who was at a meeting of long ago, nobody may know any more.
    unknown = meeting.invited.filter(attendance=Attendance.UNKNOWN)
    if not meeting.is_past and unknown.exists():
        raise DomainError(_("Write down first who was there."))
    meeting.state, meeting.agree_until = MeetingState.SENT, until
    meeting.sent_at, meeting.round = clock.now(), meeting.round + 1
    touch(meeting)
    if actor is not None:
        tell(meeting, actor, _letter)
    audit.record(Event.MINUTES_SENT, actor=actor, target=meeting, detail=str(meeting.round))
    return meeting


@transaction.atomic
def take_back(meeting_id: UUID, *, actor: "Actor | None") -> Meeting:
    """Take minutes back to work objections in; answers of this round stay in the record.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: They do not wait for agreement.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.move(meeting.state, MeetingState.WRITING).require()
    meeting.state = MeetingState.WRITING
    touch(meeting)
    audit.record(Event.MINUTES_TAKEN_BACK, actor=actor, target=meeting)
    return meeting


@transaction.atomic
def reply(meeting_id: UUID, answer: str, words: str = "", *, actor: "Actor") -> Reply:
    """Say for a member organisation whether it agrees to the minutes; the last answer counts.

    Args:
        meeting_id: Which.
        answer: Of ``enums.Answer``.
        words: What should stand there instead; needed to object.
        actor: Who speaks for the organisation.

    Raises:
        NotFound: No such meeting for the actor.
        Forbidden: The role does not speak, no seat that decides, the time is over, or words are missing.
    """
    meeting = selectors.get_meeting(meeting_id, actor=actor, lock=True)
    policies.may(actor, Permission.MINUTES_AGREE).require()
    policies.reply(
        selectors.part_of(meeting, actor),
        meeting.state,
        meeting.agree_until,
        clock.today(),
        words_needed=answer == Answer.OBJECTS and not words.strip(),
    ).require()
    row, _made = Reply.objects.update_or_create(
        meeting=meeting,
        round=meeting.round,
        organisation_id=actor.organisation_id,
        defaults={
            "answer": answer,
            "words": words.strip() if answer == Answer.OBJECTS else "",
            "at": clock.now(),
            "by_id": actor.user_id,
        },
    )
    audit.record(Event.MINUTES_ANSWERED, actor=actor, target=meeting, detail=answer)
    return row


@transaction.atomic
def sign(meeting_id: UUID, *, chair: str, secretary: str, actor: "Actor") -> SignedMinutes:
    """Fix the minutes as they were signed; their decisions become promises of their owners.

    Args:
        meeting_id: Which.
        chair: The official position that signed as chair.
        secretary: The official position that signed as secretary.
        actor: The secretary who records it.

    Raises:
        NotFound: No such meeting, or another organisation keeps it.
        Forbidden: It stands elsewhere, or members have neither agreed nor had their time.
    """
    meeting = selectors.get_kept(meeting_id, actor=actor, lock=True)
    policies.move(meeting.state, MeetingState.SIGNED).require()
    found = selectors.counts(meeting)
    policies.sign(
        # Who was at a meeting of long ago may have nobody left who answers. Who objects is heard.
        missing=0 if meeting.is_past else found["missing"],
        objections=found[Answer.OBJECTS],
        until=meeting.agree_until,
        today=clock.today(),
    ).require()
    content = content_of(meeting) | {
        "chair": chair,
        "secretary": secretary,
        "signed_on": clock.today().isoformat(),
    }
    row = SignedMinutes.objects.create(
        meeting=meeting,
        content=content,
        digest=digest_of(content),
        signed_at=clock.now(),
        signed_by_id=actor.user_id,
        chair=chair,
        secretary=secretary,
    )
    meeting.state = MeetingState.SIGNED
    touch(meeting)
    for decision in selectors.decisions_of(meeting):
        make_promise(decision, meeting, actor=actor)
    audit.record(Event.MINUTES_SIGNED, actor=actor, target=meeting, detail=row.digest[:16])
    return row


def _letter(meeting: Meeting, body: str) -> tuple[str, str]:
    until = long_day(meeting.agree_until) if meeting.agree_until else ""
    words = {"body": body, "day": long_day(selectors.day_of(meeting)), "until": until}
    return (
        _("Minutes to agree: %(body)s, %(day)s") % words,
        _("Read the minutes on the page of the meeting, and agree or object until %(until)s.")
        % words,
    )
