"""What people type, looked at before it is kept. The missions above use it for their forms too."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs


def must_be_kept(text: str) -> None:
    """Refuse a text with signs that files and databases cannot keep; for the validators of a field.

    Raises:
        ValidationError: In words of the page's language.
    """
    if not packs.can_be_kept(text):
        raise ValidationError(
            _(
                "The text holds a sign that cannot be kept. Type the text anew, without copying it."
            ),
            code="unkept",
        )
