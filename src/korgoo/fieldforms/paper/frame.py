"""What every print has: title, language, footer, and whether its words were checked."""

from typing import Any

from django.utils.translation import gettext as _

from korgoo.fieldforms.exports.blank import DIGITS, Blank

Data = dict[str, Any]


def frame(blank: Blank, language: str, *, large: bool) -> Data:
    """Lay out the frame of a print. The platform already speaks the language."""
    details = next(one for one in blank.languages if one.code == language)
    edition = {"edition": blank.edition, "digest": blank.digest[:DIGITS]}
    title = blank.view.title.in_language(language)
    is_checked = blank.view.provenance.status == "in_use"
    return {
        "language": language,
        "rtl": details.direction == "rtl",
        "large": large,
        "title": title,
        "footer": f"{title}. {_('Edition %(edition)s (%(digest)s)') % edition}",
        "review": ""
        if is_checked
        else _("Wording not yet checked by a native speaker and a lawyer."),
    }
