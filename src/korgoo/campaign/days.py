"""The days of a campaign: pure functions of dates, in the time zone of the country."""

from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row, the first and the last included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} lies before {self.first}")

    @property
    def days(self) -> int:
        """How many days there are; at least one."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def moved(self, days: int) -> "Span":
        """Give the same number of days, earlier (less than zero) or later."""
        by = timedelta(days=days)
        return Span(self.first + by, self.last + by)

    def each(self) -> list[date]:
        """List the days in order."""
        return [self.first + timedelta(days=passed) for passed in range(self.days)]


@dataclass(frozen=True, slots=True)
class Periods:
    """Three stretches of the same length and with the same weekdays."""

    before: Span
    during: Span
    after: Span


def last_day(first: date, days: int) -> date:
    """Give the last day of a campaign.

    >>> last_day(date(2017, 7, 31), 100)
    datetime.date(2017, 11, 7)
    """
    if days < 1:
        raise ValueError(days)
    return first + timedelta(days=days - 1)


def number_of(day: date, first: date, last: date) -> int | None:
    """Give the number of a day, 1 on the first; None before the first and after the last."""
    return (day - first).days + 1 if first <= day <= last else None


def left(day: date, first: date, last: date) -> int:
    """Count the days that are still to come after this one; all of them before the first."""
    return max(0, (last - max(day, first - DAY)).days)


def comparable(during: Span) -> Periods:
    """Find what a stretch may be compared with: as many days, each the same day of the week.

    A market day is compared with a market day, a Sunday with a Sunday. So the stretches are moved by
    whole weeks; up to six days may lie between them.
    """
    weeks = -(-during.days // WEEK)
    return Periods(during.moved(-weeks * WEEK), during, during.moved(weeks * WEEK))
