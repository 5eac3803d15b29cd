"""Fields that several forms share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.consultation.typed import must_be_kept
from korgoo.library.readers import Reader, from_typed


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
        error_messages={
            "required": _("Choose at least one."),
            "invalid_choice": _("One of the chosen readers is not there any more."),
        },
    )


def chosen(values: list[str]) -> list[Reader]:
    """Read the chosen groups of readers."""
    return [from_typed(value) for value in values]
