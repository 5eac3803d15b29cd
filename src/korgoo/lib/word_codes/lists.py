"""The lists of words, one file for each language."""

from functools import cache
from pathlib import Path

from korgoo.lib.spelling import skeleton

LANGUAGES = ("ky", "ru", "en")
HOW_MANY = 512
_FOLDER = Path(__file__).parent


@cache
def words_of(language: str) -> tuple[str, ...]:
    """Give the 512 words of a language, in small letters.

    Args:
        language: ky, ru or en; a page in another language takes the English list.
    """
    name = language if language in LANGUAGES else "en"
    return tuple((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())


@cache
def by_skeleton(language: str) -> dict[str, str]:
    """Give the words of a language by their skeletons, of which no two are the same."""
    return {skeleton(word): word for word in words_of(language)}
