"""What stands on a card to carry: signs, what to do, a silent code, whom to call."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from korgoo.fieldforms.exports.blank import Blank, speaking
from korgoo.fieldforms.paper.frame import Data, frame

if TYPE_CHECKING:
    from korgoo.countrypack.api import Hotline
    from korgoo.countrypack.schema.views import Pocket


def to_data(blank: Blank, language: str, *, large: bool) -> Data:
    """Turn a pocket card into plain data for the sheet.

    Args:
        blank: The view, which has a pocket card, and its edition.
        language: Code of the language of the print.
        large: In letters of 18 points, and then not for a pocket.

    Raises:
        ValueError: The view has no pocket card.
    """
    pocket = blank.view.pocket
    if pocket is None:
        raise ValueError(blank.view.key)
    with speaking(language):
        return {
            **frame(blank, language, large=large),
            "intro": blank.view.intro.in_language(language),
            "signs_title": _("Signs"),
            "signs": _signs(blank, pocket, language),
            "steps_title": _("What to do"),
            "steps": [step.in_language(language) for step in pocket.steps],
            "silent_title": _("Silent code"),
            "silent_code": pocket.silent_code.in_language(language) if pocket.silent_code else "",
            "call_title": _("Whom to call"),
            "call": _call(blank, pocket, language),
        }


def _signs(blank: Blank, pocket: "Pocket", language: str) -> list[str]:
    signs = {
        sign.code: sign.title.in_language(language)
        for key in blank.view.catalogues
        for sign in blank.catalogues[key].indicators
    }
    return [signs[code] for code in pocket.signs]


def _call(blank: Blank, pocket: "Pocket", language: str) -> list[Data]:
    by_key = {line.key: line for line in blank.hotlines}
    return [_line(by_key[key], language) for key in pocket.call]


def _line(line: "Hotline", language: str) -> Data:
    name = line.name.in_language(language)
    if not line.provenance.is_verified:
        name = _("%(name)s (not confirmed yet)") % {"name": name}
    return {"number": line.number, "name": name}
