"""Words on materials that several pages and papers say."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

# What can be too long for its place, by the name that the sheets give it.
FIELDS: "dict[str, _StrOrPromise]" = {
    "slogan": pgettext_lazy("words of a material", "the slogan"),
    "action": pgettext_lazy("words of a material", "what is asked"),
    "question": pgettext_lazy("words of a material", "the longest question"),
    "number": pgettext_lazy("words of a material", "the number"),
    "number_name": pgettext_lazy("words of a material", "the name of the number"),
    "campaign": pgettext_lazy("words of a material", "the name of the campaign"),
    "address": pgettext_lazy("words of a material", "the address of the page"),
}
# Which field of the form is to blame.
BLAMED = {"slogan": "slogan", "action": "action", "question": "question_1", "number": "numbers"}
DRAFT = pgettext_lazy("printed across a material", "DRAFT")
OUT_OF_DATE = pgettext_lazy("printed across a material", "OUT OF DATE")
CALL = pgettext_lazy("before a number on a poster", "Call and ask")
NO_SUCH = _("We found no such material.")


def languages() -> list[tuple[str, str]]:
    """List the languages of the country: code, and its name in itself."""
    pack = packs.current()
    return [(code, pack.language_details[code].own_name) for code in pack.languages]


def language_name(code: str) -> str:
    """Name a language in itself; what the country does not know stands for itself."""
    return dict(languages()).get(code, code)
