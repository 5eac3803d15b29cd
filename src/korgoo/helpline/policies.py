"""Rules of help without a name: numbers and facts in, verdict out."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.helpline.enums import MOVES, OPEN, Danger, State
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from datetime import datetime

# Working values, none of them set by law; docs/decisions/0018-help-without-a-name.md says why.
KEPT_AFTER_LAST_WORD = timedelta(days=180)
MOST_UNREAD = 20  # messages of one person that nobody has read
LONGEST_TEXT = 4000  # characters
SHORTEST_TIME = timedelta(seconds=3)  # to fill in the form
# All senders together. Danger has a budget of its own, which no other message can use up.
SENT_PER_HOUR, IN_DANGER_PER_HOUR = 600, 3000
# Each try costs a third of a second of the server's time, whoever makes it.
WORDS_TRIED_PER_MINUTE = 120
PLACES_TRIED_PER_MINUTE = 1200
# What a browser may send sealed: a text of 4000 letters and a picture of 1600 points.
LONGEST_SEALED_TEXT, LONGEST_SEALED_PHOTO = 48 * 1024, 2 * 1024 * 1024
# What HPKE adds to a text that was padded to a multiple of 256 bytes.
SEAL, PAD_TO = 48, 256


def is_padded(length: int) -> bool:
    """Tell whether ciphertext of a length (bytes) was padded, so that it does not tell the text's."""
    return length > SEAL and (length - SEAL) % PAD_TO == 0


def to_the_hour(moment: "datetime") -> "datetime":
    """Leave out minutes and seconds: a time is kept to the hour, so that no line is told by it."""
    return moment.replace(minute=0, second=0, microsecond=0)


def budget_of(danger: Danger) -> tuple[str, int]:
    """Name the budget from which a message is taken, and how many it holds in an hour."""
    if danger == Danger.YES:
        return "helpline:danger", IN_DANGER_PER_HOUR
    return "helpline:message", SENT_PER_HOUR


def take(state: State, *, taken_by: int | None, by: int) -> Verdict:
    """Take, or answer, what is open and nobody else answers."""
    if state == State.TAKEN and taken_by != by:
        return Verdict(_("A colleague answers this conversation now."))
    if state not in OPEN:
        return Verdict(_("This conversation is over. It opens again when the person writes."))
    return ALLOWED


def release(state: State, *, taken_by: int | None, by: int, is_head: bool) -> Verdict:
    """Give back what one took; a head also what a colleague took, who fell ill or went home."""
    if state != State.TAKEN or not (is_head or taken_by == by):
        return Verdict(_("You do not answer this conversation now."))
    return ALLOWED


def end(state: State, to: State, *, taken_by: int | None, by: int) -> Verdict:
    """End, pass on, or mark as no call for help what is open and nobody else answers."""
    verdict = take(state, taken_by=taken_by, by=by)
    if verdict and to not in MOVES[state]:
        return Verdict(_("This cannot be done with this conversation now."))
    return verdict


def write(*, unread: int) -> Verdict:
    """A person may write until very many of their messages wait."""
    if unread >= MOST_UNREAD:
        return Verdict(
            _("Many messages of yours wait to be read. If it is urgent, call a number below.")
        )
    return ALLOWED


def send_in_time(shown: "datetime | None", *, now: "datetime", danger: Danger | None) -> Verdict:
    """A form that was filled in within three seconds was filled in by a program, unless it is a cry.

    Args:
        shown: When the form was shown; None when nobody can say.
        now: When it came.
        danger: What it says of danger.
    """
    if danger == Danger.YES:
        return ALLOWED
    if shown is None or now - shown < SHORTEST_TIME:
        return Verdict(_("That was very quick. Look at it once more, then send it again."))
    return ALLOWED
