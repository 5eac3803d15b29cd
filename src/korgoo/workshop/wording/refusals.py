"""Why an edit cannot be done, in words."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.workshop.editing import CannotEdit, Why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

REASONS: "Mapping[Why, _StrPromise]" = {
    Why.NO_SUCH: _("This is not there any more: %(item)s. Look at the draft again."),
    Why.TAKEN: _("There is one of this name already: %(item)s. Choose another name."),
    Why.LAST: _("This is the last one here, and one must stay: %(item)s."),
    Why.NO_CODE_LEFT: _("No code is left in this group of signs: %(item)s."),
    Why.NO_PLACE: _("It cannot go further: %(item)s."),
}


def refusal(error: CannotEdit) -> str:
    """Say in words of the page's language why an edit cannot be done, and of which thing."""
    return str(REASONS[error.why]) % {"item": error.item or error.file}
