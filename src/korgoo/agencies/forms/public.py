"""What anybody fills in: an agency, a country, a day; a code of words."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.agencies import countries, policies
from korgoo.agencies.enums import LONGEST_NAME
from korgoo.lib import clock

NONE_OF_THESE = "none"


def _choices() -> list[tuple[str, Any]]:
    return [("", pgettext_lazy("in a list of countries", "Choose")), *countries.names()]


class CountryField(forms.ChoiceField):
    """A country of the list, by name in the language of the page."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {})
        kwargs["error_messages"] = {
            "required": _("Choose the country."),
            "invalid_choice": _("Choose one of the countries."),
        }
        super().__init__(choices=_choices, **kwargs)


class CheckForm(forms.Form):
    """Which agency, which country, and on which day if not today."""

    name = forms.CharField(
        label=_("Name of the agency"),
        help_text=_("As you heard it or read it. Any letters will do."),
        max_length=LONGEST_NAME,
        error_messages={
            "required": _("Write the name of the agency."),
            "max_length": _("The name is too long. Write its first words."),
        },
    )
    country = CountryField(label=_("Country where the work is"))
    day = forms.DateField(
        label=_("On another day than today"),
        help_text=_("For example the day on which you paid. Leave it empty to ask for today."),
        widget=forms.SelectDateWidget,
        required=False,
        error_messages={"invalid": _("There is no such day.")},
    )
    agency = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def clean_day(self) -> date:
        """Take today for nothing; the register cannot know days to come."""
        day: date = self.cleaned_data["day"] or clock.today()
        if day > clock.today():
            raise forms.ValidationError(_("Choose today or a day that has passed."))
        if day < policies.FIRST_DAY:
            raise forms.ValidationError(_("Choose a day since 1991."))
        return day

    def clean_agency(self) -> UUID | str:
        """Read which agency was chosen: its key, ``NONE_OF_THESE``, or nothing yet."""
        typed: str = self.cleaned_data["agency"]
        if typed in ("", NONE_OF_THESE):
            return typed
        try:
            return UUID(typed)
        except ValueError:
            return ""


class WatchForm(forms.Form):
    """About which agency and country somebody wants to be told; the code once it is written down."""

    agency = forms.UUIDField(widget=forms.HiddenInput)
    country = CountryField(widget=forms.HiddenInput)
    code = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)


class WatchedForm(forms.Form):
    """The code of words with which somebody comes back."""

    code = forms.CharField(
        label=_("Your code of words"),
        help_text=_("Write the words in their order. Capital letters and spaces do not matter."),
        max_length=200,
        error_messages={"required": _("Write the words of your code.")},
    )
