"""The calendar of reports: which periods a programme has, and until when each is due. From the pack."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import get_language

from korgoo.countrypack import api as packs

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Frame:
    """A period of one year. ``key``: such as "2026-h1", the same for ever."""

    key: str
    starts: date
    ends: date
    due_on: date


def is_set() -> bool:
    """Tell whether this country has a report calendar."""
    return packs.current().plan is not None


def frames(first_day: date, last_day: date) -> list[Frame]:
    """List the periods that end in a programme, in the order of time; none without a calendar."""
    return [
        frame
        for year in range(first_day.year, last_day.year + 1)
        for frame in _of_year(year)
        if first_day <= frame.ends <= last_day
    ]


def find(key: str, first_day: date, last_day: date) -> Frame | None:
    """Find a period of a programme by its key."""
    return next((one for one in frames(first_day, last_day) if one.key == key), None)


def words(key: str) -> str:
    """Name a period in the language of the page; its key when the pack no longer knows it."""
    year, _dash, name = key.partition("-")
    plan = packs.current().plan
    known = {period.key: period.name for period in plan.periods} if plan else {}
    if name not in known:
        return key
    return f"{known[name].in_language(get_language() or 'en')} {year}"


def end_of(day: date) -> datetime:
    """Give the moment at which a day is over in the country."""
    return timezone.make_aware(datetime.combine(day + ONE_DAY, time.min))


def _of_year(year: int) -> Iterator[Frame]:
    plan = packs.current().plan
    for period in plan.periods if plan else ():
        due_in = year if period.due >= period.last else year + 1
        yield Frame(
            f"{year}-{period.key}",
            packs.day_in(period.first, year),
            packs.day_in(period.last, year),
            packs.day_in(period.due, due_in),
        )
