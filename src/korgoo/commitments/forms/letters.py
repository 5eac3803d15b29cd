"""A promise made in a letter, typed by hand."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.commitments import policies
from korgoo.commitments.enums import (
    LONGEST_LABEL,
    LONGEST_NUMBER,
    LONGEST_WHAT,
    LONGEST_WHOM,
    OriginKind,
)
from korgoo.commitments.forms.fields import day, obey, words
from korgoo.commitments.origins import Origin
from korgoo.commitments.services import Letter, Promise
from korgoo.lib import clock

Choices = list[tuple[int, str]]


class LetterForm(forms.Form):
    """Who promised what to whom by when, and in which letter."""

    promiser = forms.TypedChoiceField(label=_("Who promises"), coerce=int)
    what = words(
        _("What is promised"),
        LONGEST_WHAT,
        help_text=_("In one language, as it was written. One promise at a time."),
        is_long=True,
    )
    beneficiary_id = forms.TypedChoiceField(
        label=_("To which organisation"), required=False, coerce=int, empty_value=None
    )
    beneficiary = words(
        _("Or to whom, in words"),
        LONGEST_WHOM,
        help_text=_("For example: secondary schools of the Osh region."),
        required=False,
    )
    due_on = day(
        _("Last day"),
        _("For example 15 1 2027. Leave it empty when no day is named."),
        required=False,
    )
    number = words(_("Number of the letter"), LONGEST_NUMBER)
    letter_day = day(_("Day of the letter"))
    label = words(_("What the letter is about"), LONGEST_LABEL, required=False)
    is_public = forms.BooleanField(
        label=_("Show this promise to everybody"),
        help_text=_("On the public page, with its state. Your organisation can hide it again."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        promisers: Choices,
        addressees: Choices,
        may_show: bool,
        **kwargs: Any,
    ) -> None:
        """Offer organisations.

        Args:
            args: As a form takes them.
            promisers: Who can promise here: one's own organisation, or any.
            addressees: To whom can be promised.
            may_show: Whether the promise can be shown to everybody at once.
            kwargs: As a form takes them.
        """
        super().__init__(*args, **kwargs)
        self.fields["promiser"].choices = promisers  # type: ignore[attr-defined]
        self.fields["beneficiary_id"].choices = [  # type: ignore[attr-defined]
            ("", _("None of these")),
            *addressees,
        ]
        if not may_show:
            self.fields["is_public"].help_text = _(
                "On the public page, with its state. Only for a promise of your own organisation."
            )

    def clean(self) -> dict[str, Any]:
        """Look at the days, and that somebody is named to whom it is promised."""
        data, today = super().clean() or {}, clock.today()
        obey(self, "due_on", policies.plausible(data.get("due_on"), today=today))
        obey(self, "letter_day", policies.past(data.get("letter_day"), today=today))
        named = data.get("beneficiary") or data.get("beneficiary_id") is not None
        if not named and not {"beneficiary", "beneficiary_id"} & self.errors.keys():
            self.add_error("beneficiary_id", _("Say to whom it is promised."))
        return data

    def promise(self) -> Promise:
        """Give what is promised."""
        data = self.cleaned_data
        return Promise(
            data["promiser"],
            data["what"],
            data["due_on"],
            data["beneficiary"],
            data["beneficiary_id"],
        )

    def letter(self) -> Letter:
        """Give the letter."""
        return Letter(self.cleaned_data["number"], self.cleaned_data["letter_day"])

    def origin(self) -> Origin:
        """Give where it was promised."""
        return Origin(OriginKind.LETTER, label=self.cleaned_data["label"])
