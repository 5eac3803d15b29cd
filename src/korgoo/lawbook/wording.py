"""Words of articles and days in the language of the page."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lawbook.enums import NO_NUMBER

if TYPE_CHECKING:
    from korgoo.countrypack.schema.lawbook import Instrument


def language() -> str:
    """Return the code of the page's language, as the country pack writes it."""
    return (get_language() or packs.current().default_language).partition("-")[0]


def spoken(words: Mapping[str, str]) -> tuple[str, str]:
    """Choose the words that the reader understands, and say in which language they are.

    Args:
        words: The same words by language code; some languages may be missing.

    Returns:
        Those in the language of the page, else in the first language of the pack that is there;
        and the code of that language. Both empty when there are no words.
    """
    order = [language(), *packs.current().languages, *words]
    code = next((one for one in order if words.get(one)), "")
    return words.get(code, ""), code


def in_language(words: Mapping[str, str]) -> str:
    """Choose the words that the reader understands; empty when there are none."""
    return spoken(words)[0]


def language_name(code: str) -> str:
    """Name a language in that language; its code when the country has no such language."""
    details = packs.current().language_details.get(code)
    return details.own_name if details else code


def language_names(codes: tuple[str, ...]) -> str:
    """Name languages, each in itself."""
    return ", ".join(language_name(code) for code in codes)


def article_name(number: str, title: Mapping[str, str]) -> str:
    """Name an article: "Article 21-4. How long one may stay in a shelter"."""
    if number == NO_NUMBER:
        return in_language(title)
    words = in_language(title)
    if not words:
        return article_number(number)
    return _("Article %(number)s. %(title)s") % {"number": number, "title": words}


def article_number(number: str) -> str:
    """Name an article by its number alone: "article 21-4"; empty for what has none."""
    if number == NO_NUMBER:
        return ""
    return pgettext("in a list", "Article %(number)s") % {"number": number}


def place(instrument: "Instrument", number: str, title: Mapping[str, str]) -> str:
    """Name an article with its instrument: "Law No. 55: Article 21-4. How long ..."."""
    names = {
        "instrument": in_language(instrument.short.root),
        "article": article_name(number, title),
    }
    return _("%(instrument)s: %(article)s") % names


def in_every_language(say: Callable[[], str]) -> dict[str, str]:
    """Say the same in each language of the pack.

    Args:
        say: Gives the words in the language that is active while it is called.
    """
    found = {}
    for code in packs.current().languages:
        with override(code):
            found[code] = say()
    return found
