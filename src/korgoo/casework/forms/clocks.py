"""What a member answers to pause, extend or end a time limit."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import PauseGround, StopGround
from korgoo.casework.forms.fields import radios


class PauseForm(forms.Form):
    """Why a time limit stands still."""

    ground = radios(_("Why does this time limit stand still?"), PauseGround.choices)


class ResumeForm(forms.Form):
    """A time limit goes on; nothing is asked."""


class ExtendForm(forms.Form):
    """On which ground a time limit gets a later end, and when that is."""

    ground = radios(_("On what ground is it extended?"), ())
    until = forms.DateField(
        label=_("Until which day?"),
        help_text=_(
            "For example 27.03.2026. The whole day counts; you are reminded before it ends."
        ),
        input_formats=["%d.%m.%Y", "%Y-%m-%d"],
    )

    def __init__(self, *args: Any, grounds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = grounds  # type: ignore[attr-defined]

    def end_of_day(self) -> datetime:
        """Give the end of the day that was chosen, in the country."""
        day = self.cleaned_data["until"]
        return timezone.make_aware(datetime.combine(day, time(23, 59)))


class EndForm(forms.Form):
    """Why a time limit is ended by hand."""

    ground = radios(_("Why does this time limit end?"), StopGround.choices)
