"""Fields that several forms of the plan share."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.plan import enums
from korgoo.plan.lists import cells
from korgoo.plan.tree import Names

CODE = re.compile(r"^[\w.\-]+$")
NAME_LABELS = {
    "ky": _("Name in Kyrgyz"),
    "ru": _("Name in Russian"),
    "en": _("Name in English"),
}


def words_field(label: Any, longest: int, *, required: bool = False, help_text: Any = "") -> Any:
    """Ask for words of a greatest length."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=longest,
        required=required,
        error_messages={
            "required": _("Write something here."),
            "max_length": _("The text is too long."),
        },
    )


def text_field(label: Any, longest: int, *, required: bool = False, help_text: Any = "") -> Any:
    """Ask for several lines of words."""
    field = words_field(label, longest, required=required, help_text=help_text)
    field.widget = forms.Textarea()
    return field


def code_field() -> Any:
    """Ask for the code under which something is known through all versions of a plan."""
    field = words_field(
        pgettext_lazy("of a part of a plan", "Code"),
        enums.LONGEST_CODE,
        required=True,
        help_text=_(
            "Letters, digits, points and dashes. It stays the same in every later version."
        ),
    )
    field.validators.append(_check_code)
    return field


def _check_code(words: str) -> None:
    if not CODE.match(words):
        raise forms.ValidationError(_("Write a code of letters, digits, points and dashes."))


def day_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Ask for a day, in three inputs."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.SelectDateWidget,
        required=required,
        error_messages={"required": _("Write the day."), "invalid": _("There is no such day.")},
    )


class NumberField(forms.CharField):
    """A number as people here write it: 1 200,50. Empty is no number; zero is one."""

    def __init__(self, **kwargs: Any) -> None:
        """Ask for a number; ``places``: digits after the comma."""
        self.places = kwargs.pop("places", enums.PLACES)
        super().__init__(required=False, max_length=40, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def to_python(self, value: Any) -> Any:
        """Read the number; None when nothing was written."""
        words = super().to_python(value)
        if not words:
            return None
        try:
            number = Decimal(cells.number(words))
        except cells.Misfit:
            raise forms.ValidationError(_("Write a number, such as 12 or 1 200,5.")) from None
        if number != number.quantize(Decimal(1).scaleb(-self.places)):
            raise forms.ValidationError(_("Too many digits after the comma."))
        return number


class NamesMixin(forms.Form):
    """Asks for a name in up to three languages; one is enough."""

    def add_names(self) -> None:
        """Add the three fields at the end of the form."""
        for language, label in NAME_LABELS.items():
            self.fields[f"name_{language}"] = words_field(label, enums.LONGEST_NAME)

    def clean(self) -> dict[str, Any] | None:
        """Ask for one name at least."""
        data = super().clean()
        if not self.names() and not any(f"name_{one}" in self.errors for one in NAME_LABELS):
            self.add_error("name_ky", _("Write the name in one language at least."))
        return data

    def names(self) -> Names:
        """Give the names that were written, by language."""
        told = {one: self.cleaned_data.get(f"name_{one}", "") for one in NAME_LABELS}
        return {language: name for language, name in told.items() if name}
