"""Print a reading: one page."""

from pathlib import Path
from typing import TYPE_CHECKING

from korgoo.identification.paper.content import to_data
from korgoo.lib import paper

if TYPE_CHECKING:
    from korgoo.identification.models import Screening

SHEET = Path(__file__).parent / "reading.typ"


def render(screening: "Screening") -> bytes:
    """Print the reading of a card as PDF, one page.

    Raises:
        typst.TypstError: The sheet does not compile, or breaks one of the standards.
    """
    return paper.render(SHEET, to_data(screening))
