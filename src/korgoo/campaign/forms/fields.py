"""Fields that several forms of a campaign share."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.campaign import wording
from korgoo.consultation.typed import must_be_kept
from korgoo.countrypack import api as packs

# Keys with words, which may be translated late.
Choices = Iterable[tuple[str, Any]]
SPACES = str.maketrans("", "", "  \u202f")


class LongText(forms.CharField):
    """Text of several lines. A line break counts as one character, as the browser counts it."""

    widget = forms.Textarea
    default_validators = [must_be_kept]

    def to_python(self, value: Any) -> str:
        """Write every line break alike before the length is looked at."""
        return super().to_python(str(value or "").replace("\r\n", "\n")) or ""


class FigureField(forms.DecimalField):
    """A figure as people write it: 12 345,6 or 12345.6."""

    def to_python(self, value: Any) -> Any:
        """Take spaces between thousands and a comma before the decimals."""
        if isinstance(value, str):
            value = value.translate(SPACES).replace(",", ".")
        return super().to_python(value)


class ByLanguage(forms.Form):
    """A form with the same question in every language of the country."""

    def ask(self, name: str, make: Any, label: Any) -> None:
        """Ask ``name`` once per language; ``make(label)`` gives the field."""
        for code, language in wording.languages():
            words = _("%(label)s, %(language)s") % {"label": label, "language": language}
            self.fields[f"{name}_{code}"] = make(words)
            self.fields[f"{name}_{code}"].widget.attrs["lang"] = code

    def answers(self, name: str) -> dict[str, str]:
        """Give what was written by language, without those left empty; the form is valid."""
        found = {code: self.cleaned_data[f"{name}_{code}"] for code in packs.current().languages}
        return {code: words for code, words in found.items() if words}

    def want_one(self, name: str, message: Any) -> None:
        """Refuse a question that was answered in no language."""
        asked = [f"{name}_{code}" for code in packs.current().languages]
        if not any(self.cleaned_data.get(one) or one in self.errors for one in asked):
            self.add_error(asked[0], message)


def spread(name: str, words: dict[str, str]) -> dict[str, str]:
    """Give words by language as the fields of a form name them."""
    return {f"{name}_{code}": text for code, text in words.items()}


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


def figure_field(label: Any, help_text: Any = "", *, required: bool = False) -> FigureField:
    """Ask for a figure, 0 or more."""
    return FigureField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=0,
        max_digits=14,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={
            "required": _("Write a figure. Write 0 where there is none."),
            "invalid": _("Write a figure, such as 1200 or 12,5."),
            "min_value": _("Write 0 or more."),
            "max_digits": _("The figure is too long."),
            "max_whole_digits": _("The figure is too long."),
            "max_decimal_places": _("Write two digits after the comma at most."),
        },
    )


def count_field(label: Any, help_text: Any = "", *, required: bool = True) -> forms.IntegerField:
    """Ask for a whole number, 0 or more."""
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=0,
        max_value=1_000_000,
        error_messages={
            "required": _("Write a number. Write 0 where there is none."),
            "invalid": _("Write a whole number."),
            "min_value": _("Write 0 or more."),
            "max_value": _("The number is too large."),
        },
    )


def choice_field(label: Any, choices: Choices, help_text: Any = "") -> forms.ChoiceField:
    """Ask to choose one, nothing chosen at first."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=[*choices],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )


def select_field(
    label: Any, choices: Choices, help_text: Any = "", *, required: bool = False
) -> forms.ChoiceField:
    """Ask to choose one of a long list."""
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=[*choices],
        required=required,
        error_messages={"required": _("Choose one."), "invalid_choice": _("Choose one.")},
    )


def several_field(label: Any, choices: Choices, help_text: Any = "") -> forms.MultipleChoiceField:
    """Ask to choose any number."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        choices=[*choices],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("One of them is not there any more. Choose again.")},
    )
