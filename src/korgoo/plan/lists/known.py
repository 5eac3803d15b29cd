"""What a file is compared with: bodies, regions and sources that are there, the years of the plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from korgoo.countrypack import api as packs
from korgoo.plan import regions
from korgoo.plan.lists.columns import alike


@dataclass(frozen=True, slots=True)
class KnownBody:
    """An organisation. ``follower``: who followed it, in words, when it has ended; None: it is there."""

    id: int
    words: tuple[str, ...]
    follower: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What cells can mean, by words without what spellings disagree on."""

    bodies: Mapping[str, KnownBody]
    regions: Mapping[str, str]
    gone: frozenset[str]
    sources: frozenset[str]
    first_day: date
    last_day: date


def known(
    bodies: Iterable[KnownBody], sources: Iterable[str], first_day: date, last_day: date, day: date
) -> Known:
    """Put together what a file may name.

    Args:
        bodies: Organisations, also those that have ended.
        sources: Keys of what indicators can be drawn from.
        first_day: Of the plan.
        last_day: Of the plan.
        day: On which regions must exist.
    """
    by_words: dict[str, KnownBody] = {}
    for body in bodies:
        for words in body.words:
            # Of two of one name, the one that is there now is meant.
            before = by_words.get(alike(words))
            if words and (before is None or before.follower is not None):
                by_words[alike(words)] = body
    units = regions.units()
    return Known(
        by_words,
        {alike(words): code for code in reversed(list(units)) for words in _words(units[code])},
        frozenset(code for code in units if not regions.is_there(code, day)),
        frozenset(sources),
        first_day,
        last_day,
    )


def _words(unit: packs.Unit) -> list[str]:
    return [unit.code, *unit.name.root.values()]
