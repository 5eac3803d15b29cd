"""Who may do what with a meeting. No queries, no request: facts in, verdict out."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.meetings.enums import (
    DECISION_MOVES,
    MEETING_MOVES,
    PREPARING,
    DecisionKind,
    DecisionState,
    MeetingState,
)

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

FIRST_DAY = date(1991, 8, 31)
YEARS_AHEAD = 10
# How long members have to answer, in days, unless the secretary chooses another day.
DAYS_TO_AGREE = 7
SHORTEST, LONGEST = 10, 14 * 60  # minutes of a meeting
MOST_ITEMS = 40


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody is to one meeting.

    Args:
        keeps: Their organisation keeps the body, and they are its secretary.
        is_invited: Their organisation was invited.
        is_voting: It was invited by a seat that decides.
        has_seat: It was invited by a seat, not as a guest.
    """

    keeps: bool = False
    is_invited: bool = False
    is_voting: bool = False
    has_seat: bool = False


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def knows(part: Part, state: str) -> bool:
    """Tell whether somebody may know of a meeting: who keeps it always, who was invited once told."""
    return part.keeps or (part.is_invited and state != MeetingState.PLANNED)


def sees_minutes(part: Part, state: str) -> bool:
    """Tell whether somebody may read the minutes: a draft is the secretary's until it is sent."""
    return part.keeps or (part.is_invited and state in {MeetingState.SENT, MeetingState.SIGNED})


def move(state: str, to: MeetingState) -> Verdict:
    """Say whether a meeting may come into a state from where it stands."""
    if to in MEETING_MOVES[MeetingState(state)]:
        return ALLOWED
    words = _("The meeting stands elsewhere by now: %(state)s.")
    return Verdict(words % {"state": MeetingState(state).label})


def change_agenda(state: str) -> Verdict:
    """Say whether items may be added or moved: until the minutes are sent."""
    if state in PREPARING or state == MeetingState.WRITING:
        return ALLOWED
    return Verdict(_("The agenda stands: the minutes were sent, or the meeting was cancelled."))


def write(state: str) -> Verdict:
    """Say whether minutes may be written: while the meeting goes on and until they are sent."""
    if state == MeetingState.WRITING:
        return ALLOWED
    if state in PREPARING:
        return Verdict(_("The minutes begin when the meeting begins. Open them first."))
    return Verdict(_("These minutes are not being written any more. Take them back first."))


def up_to_date(version: int, seen: int) -> Verdict:
    """Say whether nobody wrote a part since somebody opened it."""
    if version == seen:
        return ALLOWED
    return Verdict(
        _(
            "Somebody else wrote this meanwhile. Their words stand above, yours are kept below: "
            "put both together and save again."
        )
    )


def begins(day: date, today: date, *, is_past: bool) -> Verdict:
    """Say whether a meeting can be on a day.

    Args:
        day: Its day.
        today: The day of asking.
        is_past: It was held already and is only written down.
    """
    if is_past:
        if not FIRST_DAY <= day <= today:
            return Verdict(_("Choose a day since 1991 that has come."))
        return ALLOWED
    if day < today:
        return Verdict(_("This day has passed. Choose a later one."))
    if day > today + timedelta(days=366 * YEARS_AHEAD):
        return Verdict(_("This day lies too many years ahead."))
    return ALLOWED


def length(minutes: int) -> Verdict:
    """Say whether a meeting can last so many minutes."""
    if SHORTEST <= minutes <= LONGEST:
        return ALLOWED
    return Verdict(_("A meeting lasts from 10 minutes to 14 hours."))


def due(
    due_on: date | None, *, kind: str, meeting_day: date, today: date, is_past: bool
) -> Verdict:
    """Say whether a decision can be due on a day.

    Args:
        due_on: Its last day; None only for a recommendation.
        kind: Of ``enums.DecisionKind``.
        meeting_day: Nothing is due before it was decided.
        today: Nothing new is due in the past, unless an old meeting is written down.
        is_past: An old meeting is written down.
    """
    if due_on is None:
        if kind == DecisionKind.RECOMMENDATION:
            return ALLOWED
        return Verdict(_("Write until when it is to be done."))
    if due_on < meeting_day:
        return Verdict(_("This day lies before the meeting. Choose a later one."))
    if due_on < today and not is_past:
        return Verdict(_("This day has passed. Choose a later one."))
    if due_on > today + timedelta(days=366 * YEARS_AHEAD):
        return Verdict(_("This day lies too many years ahead."))
    return ALLOWED


def owner(organisation_id: int | None) -> Verdict:
    """Say whether a decision has an organisation that carries it out."""
    if organisation_id:
        return ALLOWED
    return Verdict(
        _("A decision without an owner is not kept. Choose the organisation that carries it out.")
    )


def agree_until(day: date, today: date) -> Verdict:
    """Say whether members can be given until a day to answer."""
    if not today <= day <= today + timedelta(days=90):
        return Verdict(_("Give members from today to 90 days."))
    return ALLOWED


def reply(
    part: Part, state: str, until: date | None, today: date, *, words_needed: bool
) -> Verdict:
    """Say whether somebody may answer to minutes.

    Args:
        part: What they are to the meeting.
        state: Of the meeting.
        until: The last day of answers.
        today: The day of asking.
        words_needed: They object and wrote no words.
    """
    if not part.is_voting:
        return Verdict(
            _("Members with a seat agree to the minutes; guests and observers read them.")
        )
    if state != MeetingState.SENT:
        return Verdict(_("These minutes do not wait for answers."))
    if until is not None and today > until:
        return Verdict(_("The time to answer is over."))
    if words_needed:
        return Verdict(_("Write what should stand there instead."))
    return ALLOWED


def sign(*, missing: int, objections: int, until: date | None, today: date) -> Verdict:
    """Say whether minutes may be signed.

    When all members agree, at once. Who is silent until the last day stands there as silent; who
    objects, and was not heard in a new round, stands there with their words.

    Args:
        missing: How many members have not answered.
        objections: How many object in this round.
        until: The last day of answers.
        today: The day of asking.
    """
    is_over = until is not None and today > until
    if objections and not is_over:
        return Verdict(
            _(
                "A member objects. Take the minutes back and send them again, or wait for the last day."
            )
        )
    if missing and not is_over:
        return Verdict(_("Not all members have answered, and their time is not over."))
    return ALLOWED


def decision_move(state: str, to: DecisionState) -> Verdict:
    """Say whether a decision may come into a state from where it stands."""
    if to in DECISION_MOVES[DecisionState(state)]:
        return ALLOWED
    words = _("The decision stands elsewhere by now: %(state)s.")
    return Verdict(words % {"state": DecisionState(state).label})


def reason(words: str) -> Verdict:
    """Say whether a reason that is needed was given."""
    return ALLOWED if words.strip() else Verdict(_("Write why."))
