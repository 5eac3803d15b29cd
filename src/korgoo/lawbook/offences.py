"""Offences of all editions of the criminal code, counted under stable concepts. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from korgoo.countrypack.schema.lawbook import OffenceArticle

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days for which a concept was covered by the same articles.

    Attributes:
        starts: first day; None: since before anything is known.
        ends: last day; None: until today and on.
        offences: the articles; empty where no article is known.
    """

    starts: date | None
    ends: date | None
    offences: tuple["OffenceArticle", ...]


def of_concept(
    offences: "Iterable[OffenceArticle]", concept: str, day: date | None = None
) -> "tuple[OffenceArticle, ...]":
    """List the articles that fall under a concept.

    Args:
        offences: of all editions.
        concept: key of the concept.
        day: keep those that were in force on this day; without it all of them.
    """
    return tuple(
        one for one in offences if concept in one.concepts and (day is None or in_force(one, day))
    )


def in_force(offence: "OffenceArticle", day: date) -> bool:
    """Tell whether an article was in force on a day; first and last day included."""
    begun = offence.valid_from is None or offence.valid_from <= day
    return begun and (offence.valid_to is None or day <= offence.valid_to)


def series(offences: "Iterable[OffenceArticle]", concept: str) -> tuple[Span, ...]:
    """Follow a concept through the editions, oldest days first.

    Args:
        offences: of all editions.
        concept: key of the concept.

    Returns:
        Spans that follow each other without a day between them, from before anything is known
        until today and on. A span without articles is a gap: a series of figures breaks there.
    """
    rows = of_concept(offences, concept)
    firsts = {one.valid_from for one in rows if one.valid_from}
    firsts |= {one.valid_to + DAY for one in rows if one.valid_to}
    starts: list[date | None] = [None, *sorted(firsts)]
    spans = [
        Span(first, _eve(after), _between(rows, first, after))
        for first, after in zip(starts, [*starts[1:], None], strict=True)
    ]
    return tuple(spans)


def gaps(spans: Iterable[Span]) -> tuple[Span, ...]:
    """List the spans inside a series for which no article is known; its open ends do not count."""
    return tuple(
        span
        for span in spans
        if not span.offences and span.starts is not None and span.ends is not None
    )


def _between(
    rows: "Iterable[OffenceArticle]", first: date | None, after: date | None
) -> "tuple[OffenceArticle, ...]":
    # Nothing begins or ends inside a span: any of its days speaks for all.
    day = first or (after - DAY if after else date.max)
    return tuple(one for one in rows if in_force(one, day))


def _eve(day: date | None) -> date | None:
    return day - DAY if day else None
