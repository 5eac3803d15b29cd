"""Fields that most forms of members share: a day, words of a greatest length, one of a list."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

Choices = Sequence[tuple[str, "_StrOrPromise"]]


def day_field(
    label: "_StrOrPromise", help_text: "_StrOrPromise" = "", *, required: bool = True
) -> forms.DateField:
    """Ask for a day, in three inputs."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.SelectDateWidget,
        required=required,
        error_messages={"required": _("Write the day."), "invalid": _("There is no such day.")},
    )


def words_field(
    label: "_StrOrPromise",
    longest: int,
    *,
    required: bool = True,
    help_text: "_StrOrPromise" = "",
    is_long: bool = False,
) -> Any:
    """Ask for words of a greatest length; in a large field when they are long."""
    return forms.CharField(
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


def choice_field(
    label: "_StrOrPromise",
    choices: Choices | Callable[[], Choices],
    *,
    required: bool = True,
    help_text: "_StrOrPromise" = "",
    widget: type[forms.Widget] = forms.Select,
) -> Any:
    """Ask for one of a list."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=choices,
        required=required,
        widget=widget,
        error_messages={
            "required": _("Choose one of the answers."),
            "invalid_choice": _("Choose one of the answers."),
        },
    )
