"""Print the card of a page: small, and silent on what it is for. Others may find it."""

from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import pgettext

from korgoo.countrypack import api as packs
from korgoo.lib import paper

SHEET = Path(__file__).parent / "card.typ"
LANGUAGES_ON_PAPER = 2


def render(number: str, code: str, address: str, languages: tuple[str, ...] = ()) -> bytes:
    """Print a card as PDF, the size of a bank card.

    Args:
        number: In groups of three digits.
        code: In groups of three digits. The other code never stands on paper.
        address: Where both are typed.
        languages: Codes; empty: the two of the country that come first.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards.
    """
    languages = languages or packs.current().languages[:LANGUAGES_ON_PAPER]
    columns = [_in_language(language) for language in languages]
    data: dict[str, Any] = {
        "language": languages[0],
        "title": " / ".join(column["title"] for column in columns),
        "number": number,
        "code": code,
        "address": address,
        "columns": columns,
    }
    return paper.render(SHEET, data)


def _in_language(language: str) -> dict[str, str]:
    with translation.override(language):
        return {
            "language": language,
            "title": pgettext("neutral title of a page", "Information"),
            "number": pgettext("on a card", "Number"),
            "code": pgettext("on a card", "Code"),
        }
