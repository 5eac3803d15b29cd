"""Fields that several forms of the editors share."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from korgoo.consultation.typed import must_be_kept
from korgoo.countrypack import api as packs
from korgoo.rights import wording
from korgoo.rights.enums import LONGEST_ADDRESS

# Keys with words, which may be translated late.
Choices = Iterable[tuple[str, Any]]


class LongText(forms.CharField):
    """Text of several lines. A line break counts as one character, as the browser counts it."""

    widget = forms.Textarea
    default_validators = [must_be_kept]

    def to_python(self, value: Any) -> str:
        """Write every line break alike before the length is looked at."""
        return super().to_python(str(value or "").replace("\r\n", "\n")) or ""


class ByLanguage(forms.Form):
    """A form with the same question in every language of the country."""

    def ask(self, name: str, make: Any, label: Any) -> None:
        """Ask ``name`` once per language; ``label(code)`` names it, ``make(label)`` gives the field."""
        for code in packs.current().languages:
            self.fields[f"{name}_{code}"] = make(label(code))
            self.fields[f"{name}_{code}"].widget.attrs["lang"] = code

    @staticmethod
    def languages() -> list[tuple[str, str]]:
        """List the languages of the country by code and own name."""
        return [(code, wording.language_name(code)) for code in packs.current().languages]

    def answers(self, name: str) -> dict[str, str]:
        """Give what was written by language, without those left empty; the form is valid."""
        found = {code: self.cleaned_data[f"{name}_{code}"] for code in packs.current().languages}
        return {code: words for code, words in found.items() if words}


def day_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Ask for a day, in three inputs."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.SelectDateWidget,
        error_messages={"required": _("Write the day."), "invalid": _("There is no such day.")},
    )


def line_field(label: Any, longest: int, help_text: Any = "", *, required: bool = False) -> Any:
    """Ask for words of one line."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=longest,
        required=required,
        validators=[must_be_kept],
        error_messages={
            "required": _("Write something here."),
            "max_length": _("The text is too long."),
        },
    )


def text_field(label: Any, longest: int, help_text: Any = "", *, required: bool = False) -> Any:
    """Ask for words of several lines."""
    return LongText(
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
    """Ask for the address of a source."""
    field = line_field(wording.FIELDS["address"], LONGEST_ADDRESS)
    message = _("Write the whole address, with https://.")
    field.validators.append(URLValidator(schemes=["http", "https"], message=message))
    return field


def choice_field(label: Any, choices: Choices, help_text: Any = "") -> forms.ChoiceField:
    """Ask to choose one, nothing chosen at first."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=[*choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )


def several_field(
    label: Any, choices: Choices, help_text: Any = "", *, required: bool = False
) -> forms.MultipleChoiceField:
    """Ask to choose any number."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        choices=[*choices],
        required=required,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one."),
            "invalid_choice": _("One of them is not there any more. Choose again."),
        },
    )
