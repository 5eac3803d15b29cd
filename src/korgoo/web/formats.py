"""Dates, numbers and lengths of time as CLDR writes them in the reader's language.

Django's own formats are not used on pages: its Kyrgyz decimal separator is a point, CLDR says comma.
"""

import datetime as dt
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from korgoo.lib import clock

# Day before month in every language of the platform.
REGIONS = {"en": "en_GB"}
DAY, HOUR, MINUTE = 86_400, 3_600, 60


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(REGIONS.get(language, language), sep="-" if "-" in language else "_")


def locale() -> Locale:
    """Return the CLDR locale of the active language.

    Raises:
        babel.core.UnknownLocaleError: CLDR does not know the language.
    """
    return _locale(get_language() or "en")


def date(value: dt.date | dt.datetime, style: str = "long") -> str:
    """Write a day, e.g. "3 November 2026".

    Args:
        value: A date, or an aware moment (then its day in the country's time zone).
        style: CLDR's ``short``, ``medium``, ``long`` or ``full``.
    """
    day = local(value).date() if isinstance(value, dt.datetime) else value
    return str(format_date(day, format=style, locale=locale()))


def moment(value: dt.datetime) -> str:
    """Write an aware moment in the country's time zone, day and minutes, as CLDR joins the two.

    Raises:
        ValueError: The moment has no time zone.
    """
    day = format_date(local(value).date(), format="long", locale=locale())
    time = format_time(local(value).time(), format="short", locale=locale())
    return str(locale().datetime_formats["medium"]).format(time, day).replace("'", "")


def short_moment(value: dt.datetime) -> str:
    """Write an aware moment for a dense table: digits alone, in the country's time zone.

    The same in every language, day first and the whole year: the short form of CLDR writes
    "6/11/26" in Kyrgyz, and nobody can tell which of the three is what.
    """
    return f"{local(value):%d.%m.%Y %H:%M}"


def file_size(count: int) -> str:
    """Say how large a file is: 340 KB, 1,2 MB.

    Args:
        count: Bytes.
    """
    if count < 1_000_000:
        return _("%(number)s KB") % {"number": number(max(1, round(count / 1000)))}
    return _("%(number)s MB") % {"number": number(round(count / 1_000_000, 1))}


def number(value: float | Decimal) -> str:
    """Write a number with the separators of the active language: 12 345,6 in Kyrgyz."""
    return str(format_decimal(value, locale=locale()))


def duration_words(value: dt.timedelta) -> str:
    """Write a length of time in its two largest units, e.g. "3 days" or "1 hour 30 minutes".

    Args:
        value: Zero or more; what is less than a minute counts as one minute.

    Raises:
        ValueError: The length is negative: say "late by" with the positive length.
    """
    if value < dt.timedelta(0):
        raise ValueError("A length of time is not negative")
    seconds = max(int(value.total_seconds()), MINUTE)
    counts = (seconds // DAY, seconds % DAY // HOUR, seconds % HOUR // MINUTE)
    writers = (_days, _hours, _minutes)
    words = [write(count) for write, count in zip(writers, counts, strict=True) if count]
    return str(format_list(words[:2], style="unit-narrow", locale=locale()))


# Our catalogue, not CLDR's units: CLDR has no Kyrgyz word for a length of days.
def _days(count: int) -> str:
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}


def _hours(count: int) -> str:
    return ngettext("%(count)s hour", "%(count)s hours", count) % {"count": count}


def _minutes(count: int) -> str:
    return ngettext("%(count)s minute", "%(count)s minutes", count) % {"count": count}


def days_left(due: dt.date | dt.datetime) -> int:
    """Count whole calendar days from today to the due day in the country: 0 today, negative late."""
    day = local(due).date() if isinstance(due, dt.datetime) else due
    return (day - clock.today()).days


# With so little left, hours and minutes are said, not the day.
SOON = dt.timedelta(hours=3)


def due_words(due: dt.datetime) -> str:
    """Say how long is left until an aware moment, or how late it is, as people say it.

    "40 minutes left", "Today, until 18:00", "Tomorrow", "In 3 days"; "Late by 2 hours", "2 days late".
    """
    left = due - clock.now()
    if left < dt.timedelta(0):
        return _late(-left)
    days = days_left(due)
    if left <= SOON:
        return _("%(time)s left") % {"time": duration_words(left)}
    if days == 0:
        return _("Today, until %(time)s") % {"time": f"{local(due):%H:%M}"}
    if days == 1:
        return _("Tomorrow")
    return ngettext("In %(count)s day", "In %(count)s days", days) % {"count": days}


def _late(by: dt.timedelta) -> str:
    if by < dt.timedelta(days=1):
        return _("Late by %(time)s") % {"time": duration_words(by)}
    return ngettext("%(count)s day late", "%(count)s days late", by.days) % {"count": by.days}


def local(value: dt.datetime) -> dt.datetime:
    """Move an aware moment into the country's time zone.

    Raises:
        ValueError: The moment has no time zone.
    """
    return timezone.localtime(value)


def is_past(due: dt.datetime) -> bool:
    """Tell whether an aware moment lies behind us."""
    return due < clock.now()
