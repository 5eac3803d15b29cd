"""The few kinds of field of which the form of a service is made."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

SPAN = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)\s*[-–—]\s*([01]\d|2[0-4]):([0-5]\d)$")
PHONE = re.compile(r"^\+?[0-9][0-9 ()-]{2,28}$")
MOST_PLACES = 500
MOST_DAYS = 60


class SpanField(forms.CharField):
    """From and to on one day, "09:00-18:00"; empty when closed."""

    def to_python(self, value: Any) -> Any:
        """Give the two times.

        Raises:
            ValidationError: Neither empty nor two times.
        """
        text = super().to_python(value)
        if not text:
            return ()
        found = SPAN.match(text)
        if not found:
            raise forms.ValidationError(_("Write two times like 09:00-18:00."))
        start, start_minute, end, end_minute = found.groups()
        return f"{start}:{start_minute}", f"{end}:{end_minute}"

    def prepare_value(self, value: Any) -> Any:
        """Write the two times as they are typed."""
        return "-".join(value) if isinstance(value, tuple | list) else value


def boxes(label: Any, choices: Any, help_text: Any = "", **more: Any) -> forms.MultipleChoiceField:
    """Offer several options of which any number may be taken."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def number(label: Any, help_text: Any = "", *, most: int) -> forms.IntegerField:
    """Ask for a number; it may stay empty."""
    return forms.IntegerField(
        label=label, help_text=help_text, required=False, min_value=0, max_value=most
    )


def clean_phone(text: str) -> str:
    """Take a telephone number with its spaces.

    Raises:
        ValidationError: Something else than digits, spaces and brackets.
    """
    if text and not PHONE.match(text):
        raise forms.ValidationError(_("Write a telephone number with digits only."))
    return text
