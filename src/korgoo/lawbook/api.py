"""What other missions may ask of the lawbook. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import override

from korgoo.lawbook import dependents as registry
from korgoo.lawbook import laws, standing, wording
from korgoo.lawbook.dependents import Dependent, register
from korgoo.lib.errors import NotFound

__all__ = [
    "ArticleText",
    "Dependent",
    "as_it_stood",
    "dependents",
    "exists",
    "link",
    "register",
    "title_of",
]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as it stood on a day, in the language of the page.

    Args:
        ref: "law-55-2005#21-4".
        name: "Law ...: Article 21-4. How long ...".
        text: Its words; empty when they could not be had.
        gist: What it says, in the platform's words; may be empty.
        since: First day, as far as known; ``is_day_known`` is false when it may be later.
    """

    ref: str
    name: str
    text: str
    gist: str
    since: date | None
    is_day_known: bool


def as_it_stood(ref: str, day: date) -> ArticleText | None:
    """Give an article as it stood on a day.

    Args:
        ref: "law-55-2005#21-4".
        day: Any day.

    Returns:
        None when it did not stand then, or nothing is known of how it stood.

    Raises:
        NotFound: The lawbook has no such article.
    """
    key, inside = laws.split(ref)
    found = laws.instrument(key)
    version = standing.on_day(laws.article(found, inside), day)
    if version is None:
        return None
    return ArticleText(
        ref=ref,
        name=wording.place(found, version.number, version.title),
        text=wording.in_language(version.text or {}),
        gist=wording.in_language(version.gist or {}),
        since=version.starts,
        is_day_known=version.is_day_known,
    )


def title_of(ref: str, language: str) -> str:
    """Name an article with its instrument, or an instrument.

    Args:
        ref: "law-55-2005#21-4", or "law-55-2005".
        language: Code of the language.

    Raises:
        NotFound: The lawbook has no such article or instrument.
    """
    key, inside = laws.split(ref)
    found = laws.instrument(key)
    if not inside:
        return found.short.in_language(language)
    last = laws.article(found, inside)[-1]
    with override(language):
        return wording.place(found, last.number, last.title)


def exists(ref: str) -> bool:
    """Tell whether the lawbook has an article, or an instrument."""
    key, inside = laws.split(ref)
    try:
        found = laws.instrument(key)
        return not inside or bool(laws.article(found, inside))
    except NotFound:
        return False


def dependents(ref: str) -> list[Dependent]:
    """List what rests on an article, or on an instrument as a whole."""
    return registry.of(ref)


def link(ref: str) -> str:
    """Give the address of the public page of an article, or of an instrument.

    Raises:
        NotFound: The lawbook has no such article or instrument.
    """
    key, inside = laws.split(ref)
    found = laws.instrument(key)
    if not inside:
        return reverse("lawbook:instrument", args=[key])
    laws.article(found, inside)
    return reverse("lawbook:article", args=[key, inside])
