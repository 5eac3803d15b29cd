"""Days in words, as CLDR writes them, for papers that no page draws."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language


def long_day(day: date) -> str:
    """Write a day in the active language, e.g. "3 November 2026"."""
    language = get_language() or "en"
    locale = "en_GB" if language.startswith("en") else language.replace("-", "_")
    return str(format_date(day, format="long", locale=locale))
