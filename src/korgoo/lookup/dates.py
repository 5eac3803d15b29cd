"""Dates of birth as people write them, read as ISO 8601, also partial. What is no date reads as nothing."""

import re

from korgoo.matching.dates import is_birth

_WORDS = (
    "янв январь января jan january үчтүн",
    "фев февр февраль февраля feb february бирдин",
    "мар март марта mar march жалган",
    "апр апрель апреля apr april чын",
    "май мая may бугу",
    "июн июнь июня jun june кулжа",
    "июл июль июля jul july теке",
    "авг август августа aug august баш",
    "сен сент сентябрь сентября sep sept september аяк",
    "окт октябрь октября oct october тогуздун",
    "ноя нояб ноябрь ноября nov november жетинин",
    "дек декабрь декабря dec december бештин",
)
_MONTHS = {word: number for number, words in enumerate(_WORDS, 1) for word in words.split()}
MONTH = (
    r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?:\s+(?:айы|куран|оона))?\b"
)
_SEP = r"\s*[./\-–\s]\s*"
_WRITINGS = tuple(
    re.compile(
        rf"(?<![\w./-]){pattern}(?:[\s-]*(?:г|ж|жыл|года|год)\b\.?)?(?![\w/-])", re.IGNORECASE
    )
    for pattern in (
        rf"(?P<year>(?:18|19|20)\d\d){_SEP}(?P<month>\d\d?){_SEP}(?P<day>\d\d?)",
        rf"(?P<day>\d\d?){_SEP}(?P<month>\d\d?){_SEP}(?P<year>(?:18|19|20)\d\d|\d\d)",
        rf"(?P<day>\d\d?)[\s.\-]*(?P<word>{MONTH})[\s.\-]*(?P<year>(?:18|19|20)\d\d)",
        rf"(?P<word>{MONTH})[\s.\-]+(?P<day>\d\d?),?\s+(?P<year>(?:18|19|20)\d\d)",
        rf"(?P<word>{MONTH})[\s.\-]+(?P<year>(?:18|19|20)\d\d)",
        r"(?P<month>\d\d?)\s*[./-]\s*(?P<year>(?:18|19|20)\d\d)",
        r"(?P<year>(?:18|19|20)\d\d)\s*[./-]\s*(?P<month>\d\d?)",
        r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>(?:19|20)\d\d)",
        r"(?P<year>(?:18|19|20)\d\d)",
    )
)
THIS_CENTURY = 30  # «12.03.98» is 1998, «12.03.12» is 2012


def read_birth(text: str) -> str:
    """Read a date of birth: ``1998``, ``1998-03`` or ``1998-03-27``; empty when there is none."""
    return find_birth(text)[0]


def find_birth(text: str) -> tuple[str, str]:
    """Find a date in a line.

    Returns:
        The date as ISO 8601, and the line without it.
    """
    for writing in _WRITINGS:
        for found in writing.finditer(text):
            if iso := _iso(found.groupdict()):
                return iso, f"{text[: found.start()]} {text[found.end() :]}".strip()
    return "", text


def _iso(parts: dict[str, str]) -> str:
    year = parts["year"]
    if len(year) == 2:
        year = f"20{year}" if int(year) < THIS_CENTURY else f"19{year}"
    month = _MONTHS.get(_month(parts.get("word") or ""), 0) or int(parts.get("month") or 0)
    day = int(parts.get("day") or 0)
    if month > 12 >= day:  # an American writing
        month, day = day, month
    iso = year + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    return iso if is_birth(iso) else ""


def _month(words: str) -> str:
    return words.split()[0].casefold() if words else ""
