"""The few kinds of field that the forms of the desk are made of."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.desk import policies
from korgoo.lib.codes import parse

Choices = list[tuple[str, Any]]
CHOOSE = {"required": _("Choose one of the answers.")}
TOO_LONG = {"max_length": _("This is too long. Make it shorter; nothing else is lost.")}
YES_NO = [("yes", pgettext_lazy("answer", "Yes")), ("no", pgettext_lazy("answer", "No"))]


def radios(label: Any, choices: Any, help_text: Any = "", **more: Any) -> forms.ChoiceField:
    """Offer a few options, all in sight."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
        **more,
    )


def select(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    """Offer many options; the question may stay open."""
    return forms.ChoiceField(label=label, choices=choices, required=False, **more)


def text(label: Any, help_text: Any = "") -> forms.CharField:
    """Ask for a line of text; it may stay empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=policies.LONGEST_WORD,
        required=False,
        error_messages=TOO_LONG,
    )


def after(first: Any, choices: "Callable[[], Iterable[tuple[str, Any]]]") -> Callable[[], Choices]:
    """Put an answer that says nothing before options that are asked for each time."""
    return lambda: [("", first), *choices()]


def known(choices: "Callable[[], Iterable[tuple[str, Any]]]") -> Callable[[], Choices]:
    """Put "not known" before options."""
    return after(_("Not known"), choices)


class NumberField(forms.CharField):
    """The number of a contact, as somebody reads it out; a wrong digit is found."""

    def __init__(self, label: Any, **more: Any) -> None:
        super().__init__(
            label=label,
            help_text=_("Nine digits, as the caller or a colleague reads them."),
            max_length=20,
            error_messages={"required": _("Write the nine digits."), **TOO_LONG},
            **more,
        )

    def clean(self, value: Any) -> str:
        """Give nine digits, or nothing.

        Raises:
            ValidationError: A digit is wrong, missing or swapped.
        """
        typed = super().clean(value)
        code = parse(typed) if typed else ""
        if code is None:
            raise forms.ValidationError(_("This is no number of ours. Look at each digit."))
        return code


def as_typed(form: type[forms.Form], data: Any) -> forms.Form:
    """Show a form again as it was typed, without judging it: its page only looked something up."""
    fields: dict[str, forms.Field] = form.base_fields
    return form(
        initial={
            name: field.widget.value_from_datadict(data, {}, name)
            for name, field in fields.items()
        }
    )
