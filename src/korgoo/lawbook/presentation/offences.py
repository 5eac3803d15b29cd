"""The page of offences: concepts by edition of the code, and on one day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from korgoo.countrypack import api as packs
from korgoo.lawbook import laws, offences, wording
from korgoo.lawbook.enums import NO_NUMBER
from korgoo.lawbook.presentation import lines
from korgoo.lawbook.presentation.lines import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.countrypack.schema.lawbook import Instrument, OffenceArticle, OffenceConcept


@dataclass(frozen=True, slots=True)
class OffenceLine:
    """An article of one edition of the code. ``number`` is empty when it is not known."""

    number: str
    part: str
    title: str
    href: str
    code: str
    starts: date | None
    ends: date | None
    penalty: str
    source: Source


@dataclass(frozen=True, slots=True)
class ConceptLine:
    """A concept with its articles: one cell per edition, and all of them.

    Attributes:
        beside: it stands next to trafficking in the figures, and is not trafficking.
        breaks: between the first and the last known article there are days without any.
    """

    title: str
    beside: bool
    cells: tuple[tuple[OffenceLine, ...], ...]
    rows: tuple[OffenceLine, ...]
    breaks: bool


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition of the code, the head of a column."""

    name: str
    href: str
    starts: date | None
    ends: date | None


def offences_page(day: date | None) -> dict[str, Any]:
    """Gather the page of offences.

    Args:
        day: Keep the articles that were in force on this day; None for those of all editions.
    """
    book = packs.current().lawbook
    editions = _editions(book.offences)
    return {
        "day": day,
        "editions": [_edition(one) for one in editions],
        "concepts": [_concept(one, editions, day) for one in book.concepts],
    }


def _editions(found: "Iterable[OffenceArticle]") -> "list[Instrument]":
    """List the codes that have an offence, oldest first."""
    keys = dict.fromkeys(laws.split(one.article)[0] for one in found)
    return sorted((laws.instrument(key) for key in keys), key=lambda one: str(one.adopted or ""))


def _edition(code: "Instrument") -> EditionLine:
    return EditionLine(
        name=wording.in_language(code.short.root),
        href=reverse("lawbook:instrument", args=[code.key]),
        starts=code.in_force_from,
        ends=code.in_force_to,
    )


def _concept(
    concept: "OffenceConcept", editions: "list[Instrument]", day: date | None
) -> ConceptLine:
    known = packs.current().lawbook.offences
    rows = offences.of_concept(known, concept.key, day)
    return ConceptLine(
        title=wording.in_language(concept.title.root),
        beside=concept.beside,
        cells=tuple(
            tuple(_offence(one) for one in rows if laws.split(one.article)[0] == code.key)
            for code in editions
        ),
        rows=tuple(_offence(one) for one in rows),
        breaks=bool(offences.gaps(offences.series(known, concept.key))),
    )


def _offence(one: "OffenceArticle") -> OffenceLine:
    key, inside = laws.split(one.article)
    code = laws.instrument(key)
    number = next((art.number for art in code.articles if art.key == inside), inside)
    return OffenceLine(
        number="" if number == NO_NUMBER else number,
        part=one.part or "",
        title=wording.in_language(one.title.root),
        href=reverse("lawbook:article", args=[key, inside]),
        code=wording.in_language(code.short.root),
        starts=one.valid_from,
        ends=one.valid_to,
        penalty=wording.in_language(one.penalty.root) if one.penalty else "",
        source=lines.source(one.provenance),
    )
