"""Dates of birth as they are known: whole, a year alone, or the first of January that means "day not known"."""

import re

_IN_FILTER = frozenset({"year", "decade", "month", "day", "turned"})
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


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


def birth_tokens(birth: str) -> list[str]:
    """Give what of a date goes into a filter, so that a swapped day and month still agree in most."""
    return [f"{name}={value}" for name, value in parts(birth).items() if name in _IN_FILTER]
