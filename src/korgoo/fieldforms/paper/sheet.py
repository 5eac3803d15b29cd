"""Print a view: in one language, small enough for a pocket or large enough for tired eyes."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from korgoo.fieldforms.exports.blank import Blank
from korgoo.fieldforms.paper import card, form
from korgoo.lib import paper

FORM = Path(__file__).parent / "form.typ"
CARD = Path(__file__).parent / "card.typ"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed.

    Attributes:
        blank: The view and its edition.
        language: Code of the language of the print.
        is_large: In letters of 18 points.
    """

    blank: Blank
    language: str
    is_large: bool = False


def render(sheet: Sheet) -> bytes:
    """Print a form, or a pocket card on a page from which it is cut, as PDF.

    Raises:
        CannotPrint: The sheet does not compile, or the fonts lack a letter of the language.
    """
    is_card = sheet.blank.view.pocket is not None
    to_data = card.to_data if is_card else form.to_data
    data = to_data(sheet.blank, sheet.language, large=sheet.is_large)
    return _printed(CARD if is_card else FORM, json.dumps(data))


@lru_cache(maxsize=64)
def _printed(layout: Path, data: str) -> bytes:
    """Print once what has the same words: all threads wait for one compiler."""
    return paper.render(layout, json.loads(data))
