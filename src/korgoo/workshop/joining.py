"""Bringing a draft up to date with an edition that came into force after it was started.

What only one side changed is taken from that side. Where both changed the same, the draft stays as
it is and the place is named.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from korgoo.workshop.difference.places import name_pages
from korgoo.workshop.files import Files

MISSING: Any = object()
_IDENTITIES = ("key", "code", "indicator")


@dataclass(slots=True)
class Joined:
    """The joined guideline, and the places where both sides changed the same."""

    files: Files
    conflicts: list[str] = field(default_factory=list)


def join(base: Files, ours: Files, theirs: Files) -> Joined:
    """Join two guidelines that were made from the same one.

    Args:
        base: what both started from.
        ours: the draft.
        theirs: the newer edition.

    Returns:
        The joined guideline; each conflict as "file: place".
    """
    joined = Joined({})
    files = _mapping((base, ours, theirs), (), joined.conflicts)
    joined.files = files
    return joined


Sides = tuple[Any, Any, Any]
Place = tuple[str, ...]


def _value(sides: Sides, place: Place, conflicts: list[str]) -> Any:
    base, ours, theirs = sides
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    for fits, join_them in _WAYS:
        if all(fits(side) for side in sides):
            return join_them(sides, place, conflicts)
    conflicts.append(f"{place[0]}: {', '.join(place[1:])}" if place[1:] else place[0])
    return ours


def _mapping(sides: Sides, place: Place, conflicts: list[str]) -> dict[str, Any]:
    base, ours, theirs = sides
    names = [*ours, *(name for name in theirs if name not in ours)]
    found: dict[str, Any] = {}
    for name in names:
        inner = tuple(side.get(name, MISSING) for side in (base, ours, theirs))
        value = _value((inner[0], inner[1], inner[2]), (*place, str(name)), conflicts)
        if value is not MISSING:
            found[name] = value
    return found


def _records(sides: Sides, place: Place, conflicts: list[str]) -> list[Any]:
    named = [{_identity(row): row for row in side} for side in sides]
    return _ordered((named[0], named[1], named[2]), place, conflicts)


def _pages(sides: Sides, place: Place, conflicts: list[str]) -> list[Any]:
    """Pages have no names of their own: they are named by what they ask and how they are called."""
    base, ours, theirs = ({"pages": side} for side in sides)
    names, our_names = name_pages(base, ours)
    _same, their_names = name_pages(base, theirs)
    named = [
        dict(zip(called, side, strict=True))
        for called, side in zip((names, our_names, their_names), sides, strict=True)
    ]
    return _ordered((named[0], named[1], named[2]), place, conflicts)


def _ordered(
    named: tuple[dict[str, Any], dict[str, Any], dict[str, Any]],
    place: Place,
    conflicts: list[str],
) -> list[Any]:
    base, ours, theirs = named
    kept = _mapping((base, ours, theirs), place, conflicts)
    is_ours = [name for name in ours if name in base] != [name for name in base if name in ours]
    first, second = (list(ours), list(theirs)) if is_ours else (list(theirs), list(ours))
    order = [name for name in first if name in kept]
    for number, name in enumerate(second):
        if name in kept and name not in order:
            order.insert(_after(order, second[:number]), name)
    return [kept[name] for name in order]


def _after(order: Sequence[str], before: Sequence[str]) -> int:
    """Find the place behind the nearest of those that stood before it."""
    for name in reversed(before):
        if name in order:
            return order.index(name) + 1
    return 0


def _identity(row: Mapping[str, Any]) -> str:
    return next((str(row[name]) for name in _IDENTITIES if row.get(name)), "")


def _are_records(side: Any) -> bool:
    if not isinstance(side, list) or not all(isinstance(row, dict) for row in side):
        return False
    names = [_identity(row) for row in side]
    return all(names) and len(set(names)) == len(names)


def _are_pages(side: Any) -> bool:
    return isinstance(side, list) and all(
        isinstance(row, dict) and "questions" in row for row in side
    )


def _is_mapping(side: Any) -> bool:
    return isinstance(side, dict)


_WAYS: tuple[tuple[Callable[[Any], bool], Callable[[Sides, Place, list[str]], Any]], ...] = (
    (_is_mapping, _mapping),
    (_are_records, _records),
    (_are_pages, _pages),
)
