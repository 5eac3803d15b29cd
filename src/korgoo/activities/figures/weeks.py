"""Counts of days as bars of weeks, before, during and after a campaign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = 7
DAY = timedelta(days=1)


class Stretch(StrEnum):
    """Where a bar lies."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Bar:
    """Some days in a row. ``count`` is None when they are not over, or nobody counted."""

    stretch: Stretch
    first: date
    last: date
    count: int | None


def weeks_of(
    stretches: Iterable[tuple[Stretch, date, date]],
    counts: Mapping[date, int],
    *,
    complete_to: date,
) -> list[Bar]:
    """Cut stretches into weeks from their first day; the last one of each may be shorter.

    Args:
        stretches: Each with its first and last day, the last included.
        counts: By day; a day that is missing is 0.
        complete_to: The last day that is over: a week that goes further has no count yet.
    """
    bars: list[Bar] = []
    for stretch, first, last in stretches:
        day = first
        while day <= last:
            end = min(day + (WEEK - 1) * DAY, last)
            bars.append(Bar(stretch, day, end, _sum(counts, day, end, complete_to)))
            day = end + DAY
    return bars


def _sum(counts: Mapping[date, int], first: date, last: date, complete_to: date) -> int | None:
    if last > complete_to:
        return None
    return sum(counts.get(first + n * DAY, 0) for n in range((last - first).days + 1))
