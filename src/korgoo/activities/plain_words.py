"""Words without persons: what looks like a telephone or the number of a document is refused.

It stops slips, not intent: a name cannot be told from other words. The forms say so beside each field.
"""

import re
from enum import StrEnum

# Digits that belong together, however they are parted: 0555 12-34-56, +996 (555) 123456.
_RUN = re.compile(r"[+(]*\d(?:[\s().\-–—]*\d)+")
_DOCUMENT = re.compile(r"\b(?:ID|AN|AC|[A-ZА-Я]{2})\s*[-№]?\s*\d{6,9}\b", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_DAYS = re.compile(r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")
PERSONAL_NUMBER = 14
SHORTEST_PHONE = 9


class Trace(StrEnum):
    """What was found in the words."""

    PHONE = "phone"
    NUMBER = "number"
    MAIL = "mail"


def trace_of(words: str, *, helplines: frozenset[str] = frozenset()) -> Trace | None:
    """Find what could lead to a person.

    Args:
        words: As typed.
        helplines: Numbers that everybody may know, digits alone.

    Returns:
        The first kind found; None when there is nothing of the sort. Days, years, sums and the short
        numbers of helplines are let through.
    """
    if _MAIL.search(words):
        return Trace.MAIL
    rest = _DAYS.sub(" ", words)
    runs = ["".join(c for c in found if c.isdigit()) for found in _RUN.findall(rest)]
    lengths = [len(digits) for digits in runs if digits not in helplines]
    if any(length >= PERSONAL_NUMBER for length in lengths) or _DOCUMENT.search(rest):
        return Trace.NUMBER
    return Trace.PHONE if any(length >= SHORTEST_PHONE for length in lengths) else None
