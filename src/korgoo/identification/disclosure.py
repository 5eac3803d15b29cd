"""Counts of cards that may be shown: small ones are withheld, larger ones rounded.

Someone who changes a draft again and again and compares the counts must not find out how one card
was read. So no count is exact: under ``LEAST`` (none at all among them) it is withheld, above it is
rounded to ``STEP``.
"""

from dataclasses import dataclass

LEAST = 5
STEP = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """A count as it may be shown: rounded to five, or None for "fewer than five, or none"."""

    about: int | None


def show(count: int) -> Shown:
    """Say a count of persons or cards so that it points at nobody.

    >>> [show(count).about for count in (0, 4, 5, 12, 13)]
    [None, None, 5, 10, 15]
    """
    return Shown(STEP * ((count + STEP // 2) // STEP) if count >= LEAST else None)
