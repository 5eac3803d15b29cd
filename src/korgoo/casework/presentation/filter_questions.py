"""The questions by which a reader chooses the cases of a list, drawn once for each wish and language."""

from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import get_template
from django.utils.translation import get_language
from markupsafe import Markup

from korgoo.casework.forms import FilterForm

if TYPE_CHECKING:
    from korgoo.casework.filters import CaseFilter


def filter_questions(wanted: "CaseFilter", *, is_watch: bool) -> Markup:
    """Draw the twelve questions of a wish.

    They are a third of the work of a list, and depend on nothing but wish, language and pack.

    Args:
        wanted: What is chosen now.
        is_watch: For the co-ordinator's list of all cases.
    """
    return _drawn(wanted, is_watch, get_language(), str(settings.COUNTRY_PACK))


@lru_cache(maxsize=200)
def _drawn(
    wanted: "CaseFilter",
    is_watch: bool,  # noqa: FBT001 - a part of the key
    *_drawn_for: str | None,
) -> Markup:
    template = get_template("casework/_filter_questions.html")
    drawn = template.render({"form": FilterForm(wanted, is_watch=is_watch)})
    return Markup(drawn)  # noqa: S704 - drawn by a template, which escapes
