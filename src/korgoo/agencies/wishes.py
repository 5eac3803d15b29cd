"""The code of words behind a wish to be told: made, read, and turned into the place where the wish lies."""

from django.conf import settings

from korgoo.lib import word_codes

PURPOSE = "agency alert"


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
    """Give the place where the wishes under a code lie (hexadecimal): it tells nothing of the words."""
    return word_codes.locator(code, PURPOSE).hex()
