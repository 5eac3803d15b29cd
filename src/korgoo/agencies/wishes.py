"""The code of words behind a wish to be told: made, read, and turned into the place where the wish lies."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korgoo.access import floods
from korgoo.agencies.errors import Later
from korgoo.lib import word_codes

PURPOSE = "agency alert"
# Finding the place of a code takes a third of a second of work, on purpose.
BUDGET, MOST, PER = "agencies:words", 120, timedelta(minutes=1)


def new_words(language: str) -> tuple[str, ...]:
    """Make a code in the language of the page, or of the country when there are no words in it.

    Args:
        language: Of the page.
    """
    known = language[:2] if language[:2] in word_codes.LANGUAGES else settings.LANGUAGE_CODE
    return word_codes.new_code(known).words


def read(typed: str) -> str | None:
    """Read a code as a person typed it; None when it is none."""
    return word_codes.read_code(typed)


def locator(code: str) -> str:
    """Give the place where the wishes under a code lie (hexadecimal): it tells nothing of the words.

    Raises:
        Later: Very many people look for theirs in this minute.
    """
    if not floods.within(BUDGET, most=MOST, per=PER):
        raise Later(_("Very many people read now. Wait a minute, then try again."))
    return word_codes.locator(code, PURPOSE).hex()
