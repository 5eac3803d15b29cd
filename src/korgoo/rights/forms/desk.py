"""What is shown on the desk of the editors, and rows ticked there."""

from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib.rows import RowsField, number_of
from korgoo.rights.enums import Sort
from korgoo.rights.forms.fields import Choices
from korgoo.rights.forms.steps import LookedForm

EVERYWHERE = ("", pgettext_lazy("of a statement", "Everywhere"))


class What(TextChoices):
    """Which lists stand on the desk."""

    WAITS = "", _("Everything that waits")
    PUBLISHED = "published", _("Everything that is published")


class Somewhere(forms.Form):
    """Asks for one place, or none for everywhere."""

    destination = forms.ChoiceField(label=pgettext_lazy("of a statement", "Where"), required=False)

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        """Offer ``places`` by key and name."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["destination"]
        field.choices = [EVERYWHERE, *places]

    def asked(self, name: str) -> str:
        """Give what was chosen; empty when nothing was, or nothing that exists."""
        self.full_clean()
        found = getattr(self, "cleaned_data", {}).get(name)
        return "" if found is None else str(found)


class DeskForm(Somewhere):
    """What of the desk is shown."""

    sort = forms.ChoiceField(
        label=_("What it is"),
        required=False,
        choices=[("", pgettext_lazy("sort of a statement", "Of every sort")), *Sort.choices],
    )
    what = forms.ChoiceField(
        label=pgettext_lazy("on a desk", "Show"), required=False, choices=What.choices
    )


class LogForm(Somewhere):
    """Whose statements' life is shown, and from where on."""

    before = forms.IntegerField(
        required=False, min_value=0, max_value=10**18, widget=forms.HiddenInput
    )


class ConfirmForm(LookedForm):
    """Statements that are still true, as somebody saw at their sources."""

    chosen = RowsField(number_of, label=_("Statements that are still true"))

    field_order = ["chosen", "looked_at"]
