"""Words that a campaign keeps in several languages, in the one that is read."""

from collections.abc import Mapping

from django.utils.translation import get_language

from korgoo.countrypack import api as packs


def reader() -> str:
    """Give the language of the page, two letters."""
    return (get_language() or packs.current().default_language)[:2]


def told(words: Mapping[str, str], language: str = "") -> str:
    """Give words in a language; in the country's first language where it is missing; else any.

    Args:
        words: By code of the language.
        language: Wanted; that of the page when empty.
    """
    wanted = (language or reader(), packs.current().default_language)
    found = next((words[code] for code in wanted if words.get(code)), "")
    return found or next((said for said in words.values() if said), "")


def missing(words: Mapping[str, str]) -> list[str]:
    """List the languages of the country in which nothing is said yet."""
    return [code for code in packs.current().languages if not words.get(code, "").strip()]
