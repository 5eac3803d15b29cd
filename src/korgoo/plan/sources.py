"""Figures that other missions count: they register here, and an indicator can be drawn from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Counted:
    """What a mission counted.

    Attributes:
        value: the count; None when it cannot be told.
        note: what the reader must know, in words.
        is_hidden: the count is small, or would give away a small one.
    """

    value: int | None
    note: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A figure that another mission counts.

    Attributes:
        key: names it in plans; never changed.
        words: what it is.
        unit_words: what one of it is.
        count: ``count(first, last, region)`` counts what happened from one day to another, both
            included, in a region or (None) everywhere. Counts only; small ones are hidden by it.
        by_region: the same for many regions at once, where that is cheaper: ``by_region(first, last)``.
    """

    key: str
    words: "_StrPromise"
    unit_words: "_StrPromise"
    count: Callable[[date, date, str | None], Counted]
    by_region: Callable[[date, date], Mapping[str | None, Counted]] | None = None


_registered: dict[str, Source] = {}


def register_source(source: Source) -> None:
    """Add a figure that indicators can be drawn from; once per key."""
    _registered[source.key] = source


def registered() -> Mapping[str, Source]:
    """Give what can be drawn, by key."""
    return dict(_registered)


def find(key: str) -> Source | None:
    """Find a source by its key; None when no mission counts it (any more)."""
    return _registered.get(key)
