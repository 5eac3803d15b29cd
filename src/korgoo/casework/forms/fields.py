"""The few kinds of field that the forms of casework are made of."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib.media import Media, read_media
from korgoo.lib.uploads import CannotTake

LONG = 200
STORY = 20_000
YES_NO = [("yes", pgettext_lazy("answer", "Yes")), ("no", pgettext_lazy("answer", "No"))]


class OpenChoiceField(forms.ChoiceField):
    """A question that is asked of everybody; when it may stay open, the form decides."""

    def validate(self, value: Any) -> None:
        """Refuse only what is no option."""
        if value and not self.valid_value(value):
            raise forms.ValidationError(_("Choose one of the answers."))


class ToldField(forms.MultipleChoiceField):
    """What was told; whether all of it is needed, the form decides."""

    def validate(self, value: Any) -> None:
        """Refuse only what is not on the list."""
        if not all(self.valid_value(key) for key in value):
            raise forms.ValidationError(_("Mark only what is on the list."))


class MediaField(forms.FileField):
    """A picture or a recording, judged by its content; it may stay away."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, max_length=LONG, **more)

    def clean(self, data: Any, initial: Any = None) -> Media | None:
        """Read the file; None when none was chosen."""
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return read_media(file.read())
        except CannotTake as error:
            raise forms.ValidationError(str(error.message)) from None


def checkboxes(label: Any, choices: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    """Offer several options of which at least one is marked."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, help_text=help_text, widget=forms.CheckboxSelectMultiple
    )


def long_text(label: Any, help_text: Any) -> forms.CharField:
    """Ask for a few sentences that are sealed."""
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea, max_length=STORY
    )


def open_choice(label: Any, choices: Any) -> OpenChoiceField:
    """Ask of everybody; whether it may stay open, the form decides."""
    return OpenChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


def radios(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    """Offer a few options, all in sight."""
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def select(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    """Offer many options; the question may stay open."""
    return forms.ChoiceField(label=label, choices=choices, required=False, **more)


def text(label: Any, help_text: Any = "", *, longest: int = LONG) -> forms.CharField:
    """Ask for a line of text; it may stay empty."""
    return forms.CharField(label=label, help_text=help_text, max_length=longest, required=False)
