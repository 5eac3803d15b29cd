"""Bars of counts, from an axis that begins at 0."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 46, 8, 22, 8
GAP, BETWEEN = 2, 12  # between bars, between groups
LINES = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One bar. ``group`` is drawn in its own tone; without a value only its place is marked."""

    x: float
    y: float
    width: float
    height: float
    group: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the axis, or the name of a group with its middle."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart, in points of its own picture."""

    columns: tuple[Column, ...]
    lines: tuple[Mark, ...]
    groups: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM


def draw_bars(bars: Sequence[tuple[str, int | None]], names: dict[str, str]) -> Chart:
    """Draw bars.

    Args:
        bars: Group and value of each; None where nothing is known.
        names: Words for each group.
    """
    top = _round_up(max((value or 0 for _group, value in bars), default=0))
    changes = sum(one[0] != two[0] for one, two in itertools.pairwise(bars))
    room = WIDTH - LEFT - RIGHT - changes * BETWEEN
    step = room / max(len(bars), 1)
    columns: list[Column] = []
    x = float(LEFT)
    for number, (group, value) in enumerate(bars):
        if number and bars[number - 1][0] != group:
            x += BETWEEN
        tall = (HEIGHT - TOP - BOTTOM) * (value or 0) / top
        y = HEIGHT - BOTTOM - tall
        columns.append(
            Column(_p(x), _p(y), _p(max(step - GAP, 1)), _p(tall), group, value is not None)
        )
        x += step
    return Chart(tuple(columns), _lines(top), _groups(columns, names))


def _p(number: float) -> float:
    return round(number, 1)


def _round_up(most: int) -> int:
    """Find a round number at or above the highest bar that four lines divide."""
    least = max(most, LINES)
    size = 10 ** int(math.log10(least / LINES)) if least > LINES else 1
    step = next(n * size for n in (1, 2, 5, 10, 20) if n * size * LINES >= least)
    return step * LINES


def _lines(top: int) -> tuple[Mark, ...]:
    room = HEIGHT - TOP - BOTTOM
    return tuple(
        Mark(_p(HEIGHT - BOTTOM - room * n / LINES), str(top * n // LINES))
        for n in range(LINES + 1)
    )


def _groups(columns: Sequence[Column], names: dict[str, str]) -> tuple[Mark, ...]:
    found: list[Mark] = []
    for group in dict.fromkeys(column.group for column in columns):
        own = [column for column in columns if column.group == group]
        middle = (own[0].x + own[-1].x + own[-1].width) / 2
        found.append(Mark(_p(middle), names[group]))
    return tuple(found)
