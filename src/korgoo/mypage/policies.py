"""Rules of a person's own page: numbers and facts in, verdict out."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.mypage.models import Page

CODE_DIGITS = 12
# Working values, none of them set by law; docs/decisions/0017-the-persons-own-page.md counts with them.
CODE_LIFE = timedelta(days=365)
FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(days=1)
TRIES_OF_AN_ADDRESS = 30
IDLE = timedelta(minutes=10)
LONGEST_VISIT = timedelta(hours=1)
FEWEST_OPINIONS = 5


def wait_after(wrong: int) -> timedelta:
    """Say how long a page looks at no code after so many wrong ones in a row.

    The first ones are free, then a minute, doubled each time, a day at most.
    """
    beyond = wrong - FREE_TRIES
    if beyond < 0:
        return timedelta(0)
    # 2^11 minutes are more than a day: higher powers need not be computed.
    doubled: int = 2 ** min(beyond, 11)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def look_at_code(page: "Page | None", *, now: "datetime") -> bool:
    """Tell whether a code may be compared at all: a page that is open and does not wait."""
    if page is None or page.cancelled_at is not None or page.expires_at <= now:
        return False
    return page.waits_until is None or page.waits_until <= now


def choose_other_code(code: str) -> Verdict:
    """The other code needs no strength, only the length by which nobody tells it apart."""
    if code and not (len(code) == CODE_DIGITS and code.isascii() and code.isdigit()):
        return Verdict(_("The other code needs exactly twelve digits."))
    return ALLOWED


def quarter_of(day: date) -> str:
    """Name the quarter of a day: "2026-1"."""
    return f"{day.year}-{(day.month + 2) // 3}"


def show_opinions(*, count: int, quarter: str, today: date) -> Verdict:
    """Opinions are shown when their quarter is over, and never fewer than five of them.

    While a quarter runs, each new one could be told from the difference.
    """
    if quarter >= quarter_of(today):
        return Verdict(_("This quarter still runs."))
    if count < FEWEST_OPINIONS:
        return Verdict(_("Fewer than five people said something. It stays closed."))
    return ALLOWED
