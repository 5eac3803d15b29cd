"""Fields that several forms of the register share."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from korgoo.agencies import enums, policies
from korgoo.lib import clock


def day_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Ask for a day, in three inputs."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.SelectDateWidget,
        required=required,
        error_messages={"required": _("Write the day."), "invalid": _("There is no such day.")},
    )


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


def address_field() -> Any:
    """Ask for a web address."""
    field = words_field(_("Web address of the source"), enums.LONGEST_ADDRESS)
    field.validators.append(
        URLValidator(
            schemes=["http", "https"], message=_("Write the whole address, with https://.")
        )
    )
    return field


def refuse_far(form: forms.Form, *names: str) -> None:
    """Refuse days that no permit of this country can have."""
    for name in names:
        day = form.cleaned_data.get(name)
        if day and not policies.is_plausible(day, clock.today()):
            form.add_error(name, _("Choose a day since 1991, and not many years ahead."))
