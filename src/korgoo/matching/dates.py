"""Dates of birth as they are known: whole, a year alone, or the first of January that means "day not known"."""

import re
from datetime import date

_IN_FILTER = frozenset({"year", "decade", "month", "day", "turned"})
# A Kyrgyz national number: sex (1 a woman, 2 a man), day, month and year of birth, five more digits.
_NUMBER = re.compile(r"[12](\d{2})(\d{2})(\d{4})\d{5}\Z")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def parts(birth: str) -> dict[str, str]:
    """Take a date of birth apart: year, decade and, where known, month, day, and the two in either order.

    Registries write 1 January for a day that nobody knows, so it counts as a year alone.

    Args:
        birth: ISO 8601: ``1985``, ``1985-07`` or ``1985-07-23``; anything else is "not known".
    """
    found = _ISO.match(birth)
    if not found:
        return {}
    year, month, day = found.groups()
    # Years one apart share one of the two pairs.
    number = int(year)
    known = {
        "year": year,
        "decade": year[:3],
        "even_pair": str(number // 2),
        "odd_pair": str((number + 1) // 2),
    }
    if (month, day) == ("01", "01"):
        return known
    if month:
        known["month"] = month
    if day:
        known |= {"day": day, "turned": "-".join(sorted((month, day)))}
    return known


def surer(birth: str, number: str) -> str:
    """Give the date of birth that a national number holds; the written one where there is none or the two have nothing in common.

    A date is written anew in each office, often by ear or only by the year; the number is copied from a document.

    Args:
        birth: As written, or empty.
        number: A national number, or anything else.
    """
    found = _NUMBER.match(number) if number else None
    if not found:
        return birth
    day, month, year = found.groups()
    held = f"{year}-{month}-{day}"
    if not is_birth(held):
        return birth
    written = (birth[:4], birth[5:7], birth[8:])
    something = any(one == other for one, other in zip(written, (year, month, day), strict=True))
    return held if something or not _ISO.match(birth) else birth


def is_birth(text: str) -> bool:
    """Tell whether text is a date of birth as it may be written here: no month 13, no 30 February, 1850 to 2100."""
    found = _ISO.match(text)
    if not found or not 1850 <= int(found.group(1)) <= 2100:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def birth_tokens(birth: str) -> list[str]:
    """Give what of a date goes into a filter, so that a swapped day and month still agree in most."""
    return [f"{name}={value}" for name, value in parts(birth).items() if name in _IN_FILTER]
