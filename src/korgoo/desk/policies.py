"""Rules of the desk: facts in, verdict out."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import CHILD_BANDS, AgeBand, Danger, Matter
from korgoo.desk.enums import MayCall, Noise, Outcome, Reached, When
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

# Working values, none of them set by law.
WORDS_KEPT = timedelta(days=90)
CONTACTS_KEPT = timedelta(days=1095)
HANDOVERS_KEPT = timedelta(days=30)
LONGEST_SHIFT = timedelta(hours=16)
# When one is gently reminded to rest: hours on shift, hard contacts in a day.
LONG_SHIFT, MANY_HARD = timedelta(hours=4), 3
MOST_TRIES = 5
EVENING, MORNING = 19, 10
LONGEST_NOTE, LONGEST_WORD = 1000, 120
AGAIN = frozenset({Reached.NOBODY, Reached.SOMEBODY})


def due_at(when: When, now: datetime) -> datetime:
    """Say at which moment a person is to be called, by the country's clock."""
    here = timezone.localtime(now)
    if when == When.EVENING:
        evening = _at(here, EVENING)
        return evening if evening > here else _at(here + timedelta(days=1), EVENING)
    if when in {When.MORNING, When.TOMORROW}:
        return _at(here + timedelta(days=1), MORNING if when == When.MORNING else EVENING)
    waits = {
        When.HOUR: timedelta(hours=1),
        When.HOURS: timedelta(hours=3),
        When.DAYS: timedelta(days=3),
        When.WEEK: timedelta(days=7),
    }
    return now + waits[when]


def keep_words(*, has_words: bool, has_agreed: bool | None) -> Verdict:
    """Keep words only when the caller said whether they may be kept."""
    if has_words and has_agreed is None:
        return Verdict(
            _("Ask whether we may keep this. Without a yes, words and numbers are not kept.")
        )
    return ALLOWED


def plan_call(*, may_call: str, when: str, has_number: bool, has_agreed: bool | None) -> Verdict:
    """Plan a call back only to a number that may be kept and called."""
    if not when:
        return ALLOWED
    if may_call != MayCall.YES:
        return Verdict(_("Nobody may be called back who did not say yes to it."))
    if not has_number or not has_agreed:
        return Verdict(_("To call back we need the number, and a yes to keeping it."))
    return ALLOWED


def call_back(answers: "Iterable[str]", *, has_words: bool) -> Verdict:
    """Call a person only if their last word on it was yes.

    Args:
        answers: What the contacts of this person say of calling, the newest first.
        has_words: A number is kept.
    """
    last = next((answer for answer in answers if answer), "")
    if last == MayCall.NEVER:
        return Verdict(_("Never call this person. Only they can change that, when they call us."))
    if last != MayCall.YES or not has_words:
        return Verdict(_("There is no number at which this person may be called."))
    return ALLOWED


def open_case(*, is_noise: bool, has_case: bool) -> Verdict:
    """Open one case for one person."""
    if is_noise:
        return Verdict(_("This call asked for nothing."))
    if has_case:
        return Verdict(_("A case was opened for this person already."))
    return ALLOWED


def join(*, is_same: bool, is_noise: bool, cases: int) -> Verdict:
    """Join contacts of one person.

    Args:
        is_same: It is the contact itself, or they are together already.
        is_noise: One of them asked for nothing.
        cases: How many cases were opened for them.
    """
    if is_same:
        return Verdict(_("These belong together already."))
    if is_noise:
        return Verdict(_("That call asked for nothing: it cannot be joined."))
    if cases > 1:
        return Verdict(_("Each of them became a case of its own. Look at the cases first."))
    return ALLOWED


def say_outcome(outcome: str, *, passed_to: str) -> Verdict:
    """Say to whom a caller was sent when it was not our matter."""
    if outcome == Outcome.PASSED_ON and not passed_to:
        return Verdict(_("Choose to whom you sent the caller."))
    return ALLOWED


def hand_over(*, is_empty: bool) -> Verdict:
    """Hand over something."""
    return Verdict(_("Mark at least one thing to hand over.")) if is_empty else ALLOWED


def take_over(*, is_taken: bool, is_own: bool) -> Verdict:
    """Take over what a colleague left, once."""
    if is_taken:
        return Verdict(_("A colleague took this over already."))
    if is_own:
        return Verdict(_("You handed this over yourself."))
    return ALLOWED


def is_child(*, is_marked: bool, age_band: str) -> bool:
    """Treat as a child whoever is one, or may be."""
    return is_marked or AgeBand(age_band) in CHILD_BANDS


def is_hard(*, danger: str, asked: str, noise: str, is_child: bool) -> bool:
    """Tell whether a contact weighs on who took it."""
    return (
        danger == Danger.YES
        or asked in {Matter.TRAFFICKING, Matter.MISSING}
        or noise == Noise.ABUSE
        or (is_child and danger != Danger.NO)
    )


def needs_rest(*, on_shift: timedelta, hard: int) -> bool:
    """Tell whether somebody should be reminded to rest. It stops nobody."""
    return on_shift >= LONG_SHIFT or hard >= MANY_HARD


def _at(day: datetime, hour: int) -> datetime:
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)
