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


def render(screening: "Screening", languages: tuple[str, ...] = ()) -> bytes:
    """Print the reading of a card as PDF, one page: with as many signs as it holds.

    Args:
        screening: One that was read.
        languages: Codes; empty: the first two of the country.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards.
    """

    def with_signs(most: int) -> bytes:
        data = to_data(screening, most_signs=most, languages=languages)
        return paper.render(SHEET, data)

    printed = with_signs(MOST_SIGNS)
    if _pages(printed) == 1:
        return printed
    # Several readings and long names need room too: find how many signs are left room.
    fits, too_many, printed = 0, MOST_SIGNS, with_signs(0)
    while too_many - fits > 1:
        between = (fits + too_many) // 2
        tried = with_signs(between)
        if _pages(tried) == 1:
            fits, printed = between, tried
        else:
            too_many = between
    return printed


def _pages(printed: bytes) -> int:
    return max(int(count) for count in PAGES.findall(printed))
