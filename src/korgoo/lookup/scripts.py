"""In which letters names are written. Pure."""

import unicodedata
from collections.abc import Iterable

from korgoo.lookup.enums import Script

_KNOWN = {"CYRILLIC": Script.CYRILLIC, "LATIN": Script.LATIN}


def script_of(names: Iterable[str]) -> Script:
    """Say in which letters names are written, together.

    Args:
        names: One or more; signs, digits and letters of other alphabets say nothing.

    >>> [script_of(one).value for one in (["Айгуль"], ["Aigul"], ["Айгуль", "Aigul"], ["-"])]
    ['cyrillic', 'latin', 'mixed', 'none']
    """
    found = {one for name in names for letter in name if (one := _script(letter))}
    if len(found) > 1:
        return Script.MIXED
    return next(iter(found), Script.NONE)


def _script(letter: str) -> Script | None:
    return _KNOWN.get(unicodedata.name(letter, "").partition(" ")[0]) if letter.isalpha() else None
