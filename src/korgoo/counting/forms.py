"""What a reader wants to see of the counts, and of the quality of matching."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework import places
from korgoo.counting import wording
from korgoo.counting.api import COUNTRY, HALVES, YEAR, Question, Scope
from korgoo.lib import clock

FIRST_YEAR = 2025
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
PARTS = (
    (YEAR, pgettext_lazy("part of a year", "The whole year")),
    (HALVES[0], pgettext_lazy("part of a year", "January to June")),
    (HALVES[1], pgettext_lazy("part of a year", "July to December")),
)


class PersonsForm(forms.Form):
    """One part of one year."""

    scope = forms.ChoiceField(label=_("Whom to count"), choices=Scope.choices)
    year = forms.TypedChoiceField(label=pgettext_lazy("filter", "Year"), coerce=int)
    half = forms.ChoiceField(label=_("Part of the year"), choices=PARTS)
    region = forms.ChoiceField(label=pgettext_lazy("filter", "Region"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = range(clock.today().year, FIRST_YEAR - 1, -1)
        country = (COUNTRY, _("The country as a whole"))
        self._offer("year", [(year, str(year)) for year in years])
        self._offer("region", [country, *places.regions()])

    @classmethod
    def usual(cls) -> dict[str, Any]:
        """Say what is shown first: everybody met this year in the country."""
        return {
            "scope": Scope.MET.value,
            "year": clock.today().year,
            "half": YEAR,
            "region": COUNTRY,
        }

    def question(self) -> Question:
        """Give what was chosen. The form is valid."""
        chosen = self.cleaned_data
        return Question(Scope(chosen["scope"]), chosen["year"], chosen["half"], chosen["region"])

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


class ThresholdForm(forms.Form):
    """From which posterior on a pair would be shown."""

    threshold = forms.TypedChoiceField(
        label=_("Show a pair from"),
        help_text=_("1 is sure. This only counts; it changes nothing."),
        coerce=float,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one), wording.number(one)) for one in THRESHOLDS]
        self.fields["threshold"].choices = choices  # type: ignore[attr-defined]

    @classmethod
    def usual(cls) -> dict[str, str]:
        """Say what is shown first: what is likely by the words of today."""
        return {"threshold": "0.9"}
