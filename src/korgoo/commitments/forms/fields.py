"""Fields that several forms share."""

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from korgoo.commitments.enums import LONGEST_LINK
from korgoo.consultation.typed import must_be_kept
from korgoo.lib.verdict import Verdict


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


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Ask for a day, in three inputs."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        widget=forms.SelectDateWidget,
        required=required,
        error_messages={"required": _("Write the day."), "invalid": _("There is no such day.")},
    )


def link(label: Any) -> forms.CharField:
    """Ask for a web address, which nobody must have."""
    field = words(label, LONGEST_LINK, required=False)
    field.validators.append(
        URLValidator(
            schemes=["http", "https"], message=_("Write the whole address, with https://.")
        )
    )
    return field


def obey(form: forms.Form, name: str, verdict: Verdict) -> None:
    """Put the reason of a refusal at the field it speaks of."""
    if not verdict and name not in form.errors:
        form.add_error(name, str(verdict.reason))
