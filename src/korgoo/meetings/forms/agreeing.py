"""What is filled in to have minutes agreed and signed."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib import clock
from korgoo.lib.asking import choice_field, day_field, words_field
from korgoo.meetings import enums, policies
from korgoo.meetings.enums import Answer


class ReasonForm(forms.Form):
    """Why."""

    reason = words_field(pgettext_lazy("of a deed", "Why"), enums.LONGEST_REASON, is_long=True)


class SendForm(forms.Form):
    """Until when members answer."""

    until = day_field(_("Members answer until"))

    def clean_until(self) -> date:
        """A day that members can keep."""
        day: date = self.cleaned_data["until"]
        verdict = policies.agree_until(day, clock.today())
        if not verdict:
            raise forms.ValidationError(str(verdict.reason))
        return day


class ReplyForm(forms.Form):
    """What a member organisation says to minutes."""

    answer = choice_field(
        _("What does your organisation say?"), Answer.choices, widget=forms.RadioSelect
    )
    words = words_field(
        _("What should stand there instead"),
        enums.LONGEST_QUESTION,
        required=False,
        is_long=True,
        help_text=_("Needed to object. It stands in the signed minutes when it is not worked in."),
    )

    def clean(self) -> dict[str, Any]:
        """An objection has words."""
        data = super().clean() or {}
        if data.get("answer") == Answer.OBJECTS and not data.get("words"):
            self.add_error("words", _("Write what should stand there instead."))
        return data


class SignForm(forms.Form):
    """Who signed, by official position."""

    chair = words_field(
        _("Signed as chair"), enums.LONGEST_POSITION, help_text=_("The official position.")
    )
    secretary = words_field(
        _("Signed as secretary"), enums.LONGEST_POSITION, help_text=_("The official position.")
    )


class PaperForm(forms.Form):
    """A paper for an item of the agenda."""

    title = words_field(_("Title of the paper"), 200)
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, picture or office document, 5 MB at most."),
        max_length=200,
        error_messages={
            "required": _("Choose the file."),
            "invalid": _("Choose the file."),
            "missing": _("Choose the file."),
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )


def week_ahead() -> date:
    """Offer a day until which members answer."""
    return clock.today() + timedelta(days=policies.DAYS_TO_AGREE)
