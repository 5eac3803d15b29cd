"""Days in words, as CLDR writes them, for papers that no page draws; and as people write them in tables."""

from datetime import date, datetime

from babel.dates import format_date
from django.utils.translation import get_language


def long_day(day: date) -> str:
    """Write a day in the active language, e.g. "3 November 2026"."""
    language = get_language() or "en"
    locale = "en_GB" if language.startswith("en") else language.replace("-", "_")
    return str(format_date(day, format="long", locale=locale))


WRITTEN = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y")


def read_day(words: str) -> date | None:
    """Read a day as people write it in tables; None when it is no day."""
    for pattern in WRITTEN:
        try:
            return datetime.strptime(words.strip(), pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
