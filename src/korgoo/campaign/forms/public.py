"""What anybody fills in: a code, an agency, three answers."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.campaign.enums import LONGEST_CODE
from korgoo.campaign.forms.fields import choice_field
from korgoo.campaign.words import reader
from korgoo.countrypack import api as packs
from korgoo.lib.codes import check_digit

UNKNOWN = "unknown"
SPACES = str.maketrans("", "", "  -–—.")


class FindForm(forms.Form):
    """A code as somebody read it on a poster."""

    code = forms.CharField(
        label=_("The code on the poster or card"),
        help_text=_("Five digits."),
        max_length=20,
        error_messages={
            "required": _("Write the five digits."),
            "max_length": _("Write the five digits."),
        },
    )

    def clean_code(self) -> str:
        """Take spaces and dashes; a slip of one digit is found."""
        digits = str(self.cleaned_data["code"]).translate(SPACES)
        if len(digits) != LONGEST_CODE or not (digits.isascii() and digits.isdigit()):
            raise forms.ValidationError(_("Write the five digits."))
        if check_digit(digits[:-1]) != digits[-1]:
            raise forms.ValidationError(
                _("One of the digits is wrong. Look at each of them again.")
            )
        return digits


class QuestionsForm(forms.Form):
    """The questions of the country; each may stay unanswered."""

    def __init__(
        self, *args: Any, questions: tuple[packs.CampaignQuestion, ...], **kwargs: Any
    ) -> None:
        """Ask each question, with "I do not know" as the last answer."""
        super().__init__(*args, **kwargs)
        self.questions = questions
        for one in questions:
            choices = [(a.key, a.text.in_language(reader())) for a in one.answers]
            field = choice_field(
                one.text.in_language(reader()), [*choices, (UNKNOWN, _("I do not know"))]
            )
            field.required = False
            self.fields[one.key] = field

    def clean(self) -> dict[str, Any]:
        """One answer at least."""
        data = super().clean() or {}
        if not self.errors and not any(data.values()):
            self.add_error(self.questions[0].key, _("Choose an answer to one question at least."))
        return data

    def answers(self) -> Mapping[str, tuple[str, bool]]:
        """Give the answer to each question that has one, and whether it is right; the form is valid."""
        right = {one.key: {a.key for a in one.answers if a.is_right} for one in self.questions}
        given = {key: answer for key, answer in self.cleaned_data.items() if answer}
        return {key: (answer, answer in right[key]) for key, answer in given.items()}
