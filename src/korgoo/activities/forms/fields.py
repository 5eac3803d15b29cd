"""Fields that the forms of activities share."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.activities import enums, vocabulary
from korgoo.activities.plain_words import trace_of
from korgoo.activities.rules import MOST_COST, Rule
from korgoo.activities.wording import RULES

NOTHING_CHOSEN = ("", "–")


def number_field(label: Any, help_text: Any = "", *, most: int, required: bool = False) -> Any:
    """Ask for a whole number."""
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=0,
        max_value=most,
        error_messages={
            "required": _("Write the number. Nobody came: write 0."),
            "invalid": _("Write a whole number in digits."),
            "min_value": _("Write a whole number in digits."),
            "max_value": RULES[Rule.TOO_MANY_CONTACTS],
        },
    )


def money_field() -> Any:
    """Ask for a sum in the money of the country."""
    wrong = RULES[Rule.COST]
    return forms.DecimalField(
        label=_("Cost, som"),
        required=False,
        min_value=Decimal(0),
        max_value=MOST_COST,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places"), wrong
        ),
    )


def day_field(label: Any, help_text: Any = "") -> Any:
    """Ask for a day by the calendar of the phone; where there is none, in digits."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Write the day."), "invalid": RULES[Rule.DAY]},
    )


class PlainWordsField(forms.CharField):
    """Words without persons: what obviously leads to one is refused."""

    def __init__(self, label: Any, longest: int, help_text: Any = "", **more: Any) -> None:
        """Ask for words of a greatest length; not required unless said."""
        more.setdefault("required", False)
        super().__init__(
            label=label,
            help_text=help_text,
            max_length=longest,
            error_messages={
                "required": RULES[Rule.VALUE_MISSING],
                "max_length": RULES[Rule.LENGTH],
            },
            **more,
        )

    def clean(self, value: Any) -> Any:
        """Refuse telephones, addresses of mail and numbers of documents."""
        words = super().clean(value)
        if trace_of(words, helplines=vocabulary.helpline_numbers()):
            raise forms.ValidationError(RULES[Rule.TRACE])
        return words


def choice_field(label: Any, *, required: bool = False, help_text: Any = "") -> Any:
    """Ask for one of a list; its choices are set by the form, in the language of the page."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        error_messages={
            "required": RULES[Rule.CHOICE],
            "invalid_choice": RULES[Rule.CHOICE],
        },
    )


def text_area(label: Any, help_text: Any = "", *, required: bool = False) -> PlainWordsField:
    """Ask for some sentences."""
    return PlainWordsField(
        label, enums.LONGEST_TEXT, help_text, widget=forms.Textarea, required=required
    )
