"""Fields that several forms share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.consultation.typed import must_be_kept
from korgoo.library.readers import Offered, Reader, from_typed


class Words(forms.CharField):
    """Words of a greatest length, with signs that can be kept. A line break counts as one character."""

    default_validators = [must_be_kept]

    def to_python(self, value: Any) -> str:
        """Write every line break alike before the length is looked at."""
        return super().to_python(str(value or "").replace("\r\n", "\n")) or ""


def words(
    label: Any,
    longest: int,
    *,
    help_text: Any = "",
    required: bool = True,
    is_long: bool = False,
) -> Words:
    """Ask for words.

    Args:
        label: The question.
        longest: Characters.
        help_text: What stands under it.
        required: Whether it must be answered.
        is_long: Several lines.
    """
    return Words(
        label=label,
        help_text=help_text,
        max_length=longest,
        required=required,
        widget=forms.Textarea if is_long else forms.TextInput,
        error_messages={
            "required": _("Write something here."),
            "max_length": _("The text is too long."),
        },
    )


def day(label: Any, help_text: Any = "") -> forms.DateField:
    """Ask for a day that may stay empty, in three inputs."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.SelectDateWidget,
        required=False,
        error_messages={"invalid": _("There is no such day.")},
    )


def readers(label: Any) -> forms.MultipleChoiceField:
    """Ask who reads; the choices are set by the form."""
    return forms.MultipleChoiceField(
        label=label,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": _("One of the chosen readers is not there any more."),
        },
    )


class ReadersForm(forms.Form):
    """Who reads: groups of organisations, and single ones; one of them at least."""

    audience = readers(_("Who may read it?"))
    single = readers(_("Single organisations"))

    def __init__(self, *args: Any, offered: Offered, **kwargs: Any) -> None:
        """``offered``: who can be named as reader."""
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = offered.groups  # type: ignore[attr-defined]
        self.fields["single"].choices = offered.single  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for one group or organisation at least."""
        data = super().clean() or {}
        if not {"audience", "single"} & self.errors.keys() and not self.readers():
            self.add_error("audience", _("Choose at least one."))
        return data

    def readers(self) -> list[Reader]:
        """Give who reads."""
        data = self.cleaned_data
        return [from_typed(one) for one in [*data["audience"], *data["single"]]]

    @property
    def names_single_ones(self) -> bool:
        """Tell whether single organisations are chosen, so that their list is shown open."""
        return bool(self["single"].value() or self.errors.get("single"))
