"""The public pages: the list, an instrument on a day, an article and its versions, offences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from korgoo.countrypack import api as packs
from korgoo.lawbook import dependents, laws, standing, wording
from korgoo.lawbook.enums import InstrumentKind
from korgoo.lawbook.force import force_on
from korgoo.lawbook.presentation import lines
from korgoo.lawbook.presentation.lines import Link

if TYPE_CHECKING:
    from korgoo.countrypack.schema.lawbook import Instrument
    from korgoo.lawbook.dependents import Dependent
    from korgoo.lawbook.standing import Articles, Change, Version


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """One line of the list."""

    name: str
    title: str
    href: str
    adopted: date | None
    text_status: str
    status: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A day on which an instrument changed: what changed, by what, and the page of that day."""

    day: date
    is_day_known: bool
    articles: str
    by: Link
    href: str


def listed(words: Sequence[str]) -> list[tuple[str, list[InstrumentLine]]]:
    """List instruments by kind, those that hold every word; kinds without any are left out.

    Args:
        words: To look for, in small letters.
    """
    found = [one for one in laws.instruments() if all(word in _haystack(one) for word in words)]
    groups = [
        (str(kind.label), [_line(one) for one in found if one.kind == kind.value])
        for kind in InstrumentKind
    ]
    return [(label, rows) for label, rows in groups if rows]


def instrument_page(key: str, day: date) -> dict[str, Any]:
    """Gather the page of an instrument as it stood on a day.

    Raises:
        NotFound: No such instrument.
    """
    found = laws.instrument(key)
    articles = laws.articles(found)
    stood = standing.all_on_day(articles, day)
    shown = {version.article for version in stood}
    return {
        "key": key,
        "title": wording.in_language(found.title.root),
        "day": day,
        "force": force_on(found, day).value,
        "facts": _facts(found),
        "source": lines.source(found.provenance),
        "stood": [lines.version_line(key, version) for version in stood],
        "unknown": [
            lines.version_line(key, versions[-1])
            for article, versions in articles.items()
            if article not in shown
        ],
        "changes": [_change(key, articles, one) for one in standing.changes(articles)],
        "dependents": _rests_on(key, articles),
    }


def article_page(key: str, article: str) -> dict[str, Any]:
    """Gather the page of an article: all its versions, newest first.

    Raises:
        NotFound: No such instrument or article.
    """
    found = laws.instrument(key)
    versions = laws.article(found, article)
    shown = [lines.version_line(key, one, at) for at, one in enumerate(versions, start=1)]
    return {
        "key": key,
        "article": article,
        "name": wording.article_name(versions[-1].number, versions[-1].title),
        "instrument": lines.instrument_link(key),
        "address": found.address or "",
        "versions": shown[::-1],
        "dependents": dependents.of(f"{key}#{article}"),
    }


def compared(key: str, article: str, before: int, after: int) -> dict[str, Any]:
    """Compare two versions of an article.

    Args:
        key: Of the instrument.
        article: Its key.
        before: The older version, counted from 1.
        after: The newer one.

    Returns:
        The two versions, and the difference by language; none where no language has both texts.

    Raises:
        NotFound: No such instrument or article.
    """
    versions = laws.article(laws.instrument(key), article)
    old, new = versions[before - 1], versions[after - 1]
    both = [code for code in packs.current().languages if code in _texts(old) & _texts(new)]
    return {
        "old": lines.version_line(key, old, before),
        "new": lines.version_line(key, new, after),
        "sides": lines.sides(old.text or {}, new.text or {}, lines.page_language_first(both)),
    }


def _texts(version: "Version") -> frozenset[str]:
    return frozenset(version.text or {})


def _line(found: "Instrument") -> InstrumentLine:
    return InstrumentLine(
        name=wording.in_language(found.short.root),
        title=wording.in_language(found.title.root),
        href=reverse("lawbook:instrument", args=[found.key]),
        adopted=found.adopted,
        text_status=found.text_status,
        status=found.provenance.status,
    )


def _facts(found: "Instrument") -> dict[str, Any]:
    return {
        "number": found.number or "",
        "kind": str(InstrumentKind(found.kind).label),
        "adopted": found.adopted,
        "in_force_from": found.in_force_from,
        "in_force_to": found.in_force_to,
        "issued_by": wording.in_language(found.issued_by.root) if found.issued_by else "",
        "amends": [lines.instrument_link(one) for one in found.amends],
        "amended_by": [lines.instrument_link(one.key) for one in laws.amended_by(found.key)],
        "address": found.address or "",
        "languages": wording.language_names(found.languages),
        "text_status": found.text_status,
    }


def _change(key: str, articles: "Articles", change: "Change") -> ChangeLine:
    page = reverse("lawbook:instrument", args=[key])
    named = [_short_name(articles[article][-1]) for article in change.articles]
    by = (
        lines.instrument_link(change.amended_by) if change.amended_by else Link(change.legal_basis)
    )
    return ChangeLine(
        day=change.day,
        is_day_known=change.is_day_known,
        articles=", ".join(named),
        by=by,
        href=f"{page}?on={change.day.isoformat()}",
    )


def _short_name(version: "Version") -> str:
    return wording.article_number(version.number) or wording.in_language(version.title)


def _rests_on(key: str, articles: "Articles") -> "list[Dependent]":
    """List what rests on an instrument or any of its articles, each once."""
    found = dependents.of(key, *(f"{key}#{article}" for article in articles))
    return list(dict.fromkeys(found))


def _haystack(found: "Instrument") -> str:
    """Everything in which words are looked for, in small letters."""
    texts = [found.title, found.short, *(one.title for one in found.articles)]
    numbers = [found.number or "", *(one.number for one in found.articles)]
    words = (word for text in texts for word in text.root.values())
    return " ".join([*words, *numbers]).casefold()
