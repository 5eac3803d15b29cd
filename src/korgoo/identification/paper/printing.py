"""Print a reading: one page."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from korgoo.identification.paper.content import MOST_SIGNS, to_data
from korgoo.lib import paper

if TYPE_CHECKING:
    from korgoo.identification.models import Screening

SHEET = Path(__file__).parent / "reading.typ"
PAGES = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")


def render(screening: "Screening") -> bytes:
    """Print the reading of a card as PDF, one page: with as many signs as it holds.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards.
    """
    printed = _with_signs(screening, MOST_SIGNS)
    if _pages(printed) == 1:
        return printed
    # Several readings and long names need room too: find how many signs are left room.
    fits, too_many, printed = 0, MOST_SIGNS, _with_signs(screening, 0)
    while too_many - fits > 1:
        between = (fits + too_many) // 2
        tried = _with_signs(screening, between)
        if _pages(tried) == 1:
            fits, printed = between, tried
        else:
            too_many = between
    return printed


def _with_signs(screening: "Screening", most: int) -> bytes:
    return paper.render(SHEET, to_data(screening, most_signs=most))


def _pages(printed: bytes) -> int:
    return max(int(count) for count in PAGES.findall(printed))
