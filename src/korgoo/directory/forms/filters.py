"""What a reader wants to see of the directory, and of the gaps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.directory import wording
from korgoo.directory.enums import Group
from korgoo.lib import clock

FIRST_YEAR = 2025


class DirectoryFilter(forms.Form):
    """Kind, region and group; each may stay open."""

    kind = forms.ChoiceField(label=_("Kind of help"), required=False)
    region = forms.ChoiceField(label=_("Region where help is needed"), required=False)
    group = forms.ChoiceField(
        label=_("Who needs it"),
        required=False,
        choices=[("", pgettext_lazy("filter by group", "Everybody")), *Group.choices],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every_kind = ("", pgettext_lazy("filter by kind of help", "Every kind"))
        every_region = ("", pgettext_lazy("filter by region", "Every region"))
        _offer(self, "kind", [every_kind, *wording.kind_choices()])
        _offer(self, "region", [every_region, *wording.region_choices()])


class GapFilter(forms.Form):
    """One kind of help in one year: other sums of small numbers are not made."""

    kind = forms.ChoiceField(label=_("Kind of help"))
    year = forms.TypedChoiceField(label=pgettext_lazy("filter", "Year"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = range(clock.today().year, FIRST_YEAR - 1, -1)
        _offer(self, "kind", wording.kind_choices())
        _offer(self, "year", [(year, str(year)) for year in years])


def _offer(form: forms.Form, name: str, choices: list[Any]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]
