"""What a campaign changed, as far as counts can say: before, during and after, by day and by code. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from korgoo.campaign.days import Periods, Span, comparable
from korgoo.campaign.registry import ByCode, ByDay, Effect

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True, slots=True)
class Series:
    """One effect in three stretches of the same length and the same weekdays.

    Attributes:
        by_code: counts of the stretch itself, by code and day; only what came with a code.
        total: counts of all three stretches by day, with a code or without; None when not known.
        complete_to: the last day that is over; later days count nothing yet.
        least: a count of a code or a region under this is not shown.
    """

    key: str
    words: "_StrOrPromise"
    periods: Periods
    by_code: ByCode = field(default_factory=dict)
    total: ByDay | None = None
    complete_to: date | None = None
    least: int = 0

    @property
    def coded(self) -> int:
        """How many came with a code in the stretch."""
        return sum(self.by_code.values())

    def of_code(self, code: str) -> int:
        """How many came with one code."""
        return sum(count for (one, _day), count in self.by_code.items() if one == code)

    def protected(self, parts: Mapping[str, int]) -> dict[str, int | None]:
        """Give parts of what came with a code as they may be shown: None where one is hidden.

        Args:
            parts: All of them, so that no hidden one follows from the sum.
        """
        return shown_parts(parts, least=self.least)

    def sum_of(self, span: Span) -> int | None:
        """Count all in a stretch; None when that is not known, or the stretch is not over.

        A stretch that has hardly begun is not compared with whole ones: the drop would not be one.
        """
        if self.total is None or (self.complete_to is not None and span.last > self.complete_to):
            return None
        return sum(count for day, count in self.total.items() if day in span)

    def by_day(self, span: Span) -> list[tuple[date, int]]:
        """List each day of a stretch with its count, also where it is 0."""
        total = self.total or {}
        return [(day, total.get(day, 0)) for day in span.each()]


def series(effect: Effect, codes: Iterable[str], during: Span, *, today: date) -> Series:
    """Ask one effect for its counts.

    Args:
        effect: What to count.
        codes: Of the campaign.
        during: The stretch; what it may be compared with is found by itself.
        today: Days up to yesterday are complete.
    """
    periods = comparable(during)
    wanted = set(codes)
    coded = effect.count(wanted, during.first, during.last) if wanted else {}
    total = _total(effect.total, periods)
    yesterday = Span(today, today).moved(-1).last
    return Series(effect.key, effect.words, periods, dict(coded), total, yesterday, effect.least)


def shown(count: int, *, least: int) -> int | None:
    """Give a count to the public: None where it is so small that it could speak of somebody."""
    return None if 0 < count < least else count


def shown_parts(parts: Mapping[str, int], *, least: int) -> dict[str, int | None]:
    """Give counts that stand beside their sum: no hidden one can be worked out by subtracting.

    A single hidden part would be the sum less the others, so the next smallest is hidden with it.
    """
    told = {name: shown(count, least=least) for name, count in parts.items()}
    hidden = [name for name, count in told.items() if count is None]
    others = sorted((name for name in parts if told[name]), key=lambda name: (parts[name], name))
    while hidden and others and (len(hidden) == 1 or sum(parts[n] for n in hidden) < least):
        hidden.append(others.pop(0))
    return {name: None if name in hidden else count for name, count in told.items()}


def _total(ask: Callable[[date, date], ByDay] | None, periods: Periods) -> ByDay | None:
    if ask is None:
        return None
    found: dict[date, int] = {}
    for span in (periods.before, periods.during, periods.after):
        found.update(ask(span.first, span.last))
    return found
