"""Counts of cards that may be shown: small ones are withheld, larger ones rounded.

Someone who changes a draft again and again and compares the counts must not find out how one card
was read. No count is exact: under ``LEAST`` (none at all among them) it is withheld, above it is
rounded to ``STEP``. A count to which fewer than ``LEAST_HOUSES`` organisations contribute is withheld
too: one house must not pad a count with cards of its own until it tells of a stranger's. What else
stands in the way of that (a snapshot, the reader's own cards left out, a row in the trail for each
look) is the caller's.
"""

from dataclasses import dataclass

LEAST = 5
STEP = 5
LEAST_HOUSES = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A count as it may be shown: rounded to five, or None for "too few to show, or none"."""

    about: int | None


def show(count: int, *, houses: int) -> Shown:
    """Say a count of persons or cards so that it points at nobody.

    Args:
        count: Persons or cards, 0 or more.
        houses: Organisations to which they belong.

    >>> [show(count, houses=3).about for count in (0, 4, 5, 12, 13)]
    [None, None, 5, 10, 15]
    >>> show(500, houses=2).about is None
    True
    """
    if count < LEAST or houses < LEAST_HOUSES:
        return Shown(None)
    return Shown(STEP * ((count + STEP // 2) // STEP))
