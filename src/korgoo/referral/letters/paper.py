"""Print a letter: one page."""

from pathlib import Path

from korgoo.lib import paper
from korgoo.referral.letters.content import Letter, to_data

SHEET = Path(__file__).parent / "letter.typ"


def render(letter: Letter) -> bytes:
    """Print a letter as PDF, one page.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards.
    """
    return paper.render(SHEET, to_data(letter))
