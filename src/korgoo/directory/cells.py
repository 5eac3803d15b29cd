"""Small numbers stay hidden, and cannot be worked out from what is shown. Pure.

A table of counts with all its sums is a set of lines: along each axis the cells add up to a sum. A
small count is hidden. Others are hidden with it until no hidden small count follows from the lines,
and until no sum minus what is shown is itself a small number.

Source: the secondary suppression of official statistics (Hundepool et al., Statistical Disclosure
Control, 2012, chapter 4), with the exact test for what a linear system gives away.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

import numpy as np

ALL = "all"
Key = tuple[str, ...]
# Cells of one line, and its sum.
Line = tuple[list[Key], Key]
NOTHING = 1e-9


def protect(
    counts: Mapping[Key, int], axes: Sequence[Sequence[str]], *, least: int
) -> dict[Key, int | None]:
    """Give a table with all its sums in which small numbers are hidden.

    Args:
        counts: Persons by one value of each axis; what is missing is zero.
        axes: The values of each axis; ``ALL`` is none of them.
        least: The smallest count above zero that may be shown, persons.

    Returns:
        Persons by one value or ``ALL`` of each axis; None where the number is hidden.
    """
    fixed = tuple(tuple(axis) for axis in axes)
    return dict(_protected(frozenset(counts.items()), fixed, least))


@lru_cache(maxsize=64)
def _protected(
    counts: frozenset[tuple[Key, int]], axes: tuple[tuple[str, ...], ...], least: int
) -> Mapping[Key, int | None]:
    """Work a table out once: the same counts are looked at all day, and the exact test is dear."""
    return protect_lines(_with_sums(dict(counts), axes), list(_lines(axes)), least=least)


def protect_lines(
    values: Mapping[Key, int], lines: Sequence[Line], *, least: int
) -> dict[Key, int | None]:
    """Hide small numbers of a table whose lines are not those of a cross of axes.

    Args:
        values: Persons, with all sums; sums have ``ALL`` in their key and are hidden last.
        lines: Cells and their sum, as often as a reader could add something up.
        least: The smallest count above zero that may be shown, persons.

    Returns:
        The same keys; None where the number is hidden.
    """
    small = {key for key, value in values.items() if 0 < value < least}
    hidden = set(small)
    while more := _still_open(values, list(lines), hidden, small, least):
        hidden |= more
    return {key: None if key in hidden else value for key, value in values.items()}


def _with_sums(counts: Mapping[Key, int], axes: Sequence[Sequence[str]]) -> dict[Key, int]:
    values = dict.fromkeys(product(*([*axis, ALL] for axis in axes)), 0)
    for key, count in counts.items():
        for place in product(*((value, ALL) for value in key)):
            values[place] += count
    return values


def _lines(axes: Sequence[Sequence[str]]) -> Iterator[Line]:
    for number, axis in enumerate(axes):
        others = [[*a, ALL] if n != number else [ALL] for n, a in enumerate(axes)]
        for key in product(*others):
            yield [(*key[:number], value, *key[number + 1 :]) for value in axis], key


def _still_open(
    values: Mapping[Key, int], lines: list[Line], hidden: set[Key], small: set[Key], least: int
) -> set[Key]:
    """Say what has to be hidden next; nothing when all is well."""
    found: set[Key] = set()
    for cells, total in lines:
        if _is_open(values, cells, total, hidden, least):
            found |= _cheapest(values, [*cells, total], hidden)
    if found:
        return found
    for key in _given_away(lines, hidden) & small:
        near = [k for cells, total in lines for k in [*cells, total] if key in [*cells, total]]
        found |= _cheapest(values, near, hidden)
    return found


def _is_open(
    values: Mapping[Key, int], cells: list[Key], total: Key, hidden: set[Key], least: int
) -> bool:
    """Tell whether one line alone gives away a hidden number, or a small sum of them."""
    inside = [cell for cell in cells if cell in hidden]
    if total in hidden:
        return not inside
    return len(inside) == 1 or (bool(inside) and sum(values[cell] for cell in inside) < least)


def _cheapest(values: Mapping[Key, int], near: list[Key], hidden: set[Key]) -> set[Key]:
    """Choose the smallest number that is shown, a zero and a sum only when nothing else is left."""
    shown = [key for key in near if key not in hidden]
    if not shown:
        return set()
    return {min(shown, key=lambda k: (ALL in k, not values[k], values[k], k))}


def _given_away(lines: list[Line], hidden: set[Key]) -> set[Key]:
    """Find hidden numbers that the lines determine: those at which no solution can move."""
    order = {key: place for place, key in enumerate(sorted(hidden))}
    rows = []
    for cells, total in lines:
        row = np.zeros(len(order))
        for key, sign in [*((cell, 1.0) for cell in cells), (total, -1.0)]:
            if key in order:
                row[order[key]] = sign
        if row.any():
            rows.append(row)
    if not rows:
        return set()
    _u, sizes, directions = np.linalg.svd(np.array(rows), full_matrices=True)
    rank = int((sizes > NOTHING).sum())
    moves = np.abs(directions[rank:]).sum(axis=0)
    return {key for key, place in order.items() if moves[place] < NOTHING}
