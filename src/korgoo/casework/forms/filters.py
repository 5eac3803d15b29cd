"""Which cases a list shows. Read from the address, so that a list can be kept, sent and come back to."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework import places
from korgoo.casework.filters import CHOICES, CaseFilter, Order, Standing

LABELS = {
    "standing": pgettext_lazy("filter", "Cases"),
    "whose": pgettext_lazy("filter", "Who answers for them"),
    "protection": pgettext_lazy("filter", "Protection"),
    "procedural": pgettext_lazy("filter", "Proceedings"),
    "danger": pgettext_lazy("filter", "Danger at first contact"),
    "matter": pgettext_lazy("filter", "Asked for"),
    "sex": pgettext_lazy("filter", "Sex"),
    "age": pgettext_lazy("filter", "Age"),
    "exploitation": pgettext_lazy("filter", "What was done"),
    "region": pgettext_lazy("filter", "Region now"),
    "late": _("Only with a time limit that has passed"),
    "order": pgettext_lazy("filter", "Order"),
}
ALWAYS = frozenset({"standing", "order"})


def _options(name: str) -> Any:
    choices = CHOICES[name].choices
    return choices if name in ALWAYS else [("", pgettext_lazy("filter", "Any")), *choices]


class FilterForm(forms.Form):
    """The wish of a reader of a list. It is shown as it was read: nothing here can be wrong."""

    standing = forms.ChoiceField(choices=Standing.choices)
    whose = forms.ChoiceField(required=False)
    protection = forms.ChoiceField(required=False)
    procedural = forms.ChoiceField(required=False)
    age = forms.ChoiceField(required=False)
    sex = forms.ChoiceField(required=False)
    matter = forms.ChoiceField(required=False)
    danger = forms.ChoiceField(required=False)
    exploitation = forms.ChoiceField(required=False)
    region = forms.ChoiceField(required=False)
    late = forms.BooleanField(required=False)
    order = forms.ChoiceField(choices=Order.choices)

    def __init__(self, wanted: CaseFilter, *, is_watch: bool) -> None:
        super().__init__(initial=asdict(wanted))
        if is_watch:
            del self.fields["whose"]
        for name, field in self.fields.items():
            field.label = LABELS[name]
            field.required = True  # never checked: only so that no label says "optional"
            if isinstance(field, forms.ChoiceField) and name in CHOICES:
                field.choices = _options(name)
        regions = [("", pgettext_lazy("filter", "Any")), *places.regions()]
        self.fields["region"].choices = regions  # type: ignore[attr-defined]


def words_of_filter(wanted: CaseFilter) -> list[str]:
    """Say a wish in words, one for each thing that is not as usual: the name of a kept list."""
    usual, words = CaseFilter(), []
    for name, value in asdict(wanted).items():
        if value == getattr(usual, name) or not value:
            continue
        if name == "late":
            words.append(str(LABELS["late"]))
        elif name == "region":
            words.append(places.region_name(value))
        elif name in {"standing", "whose", "order", "age"}:
            words.append(str(CHOICES[name](value).label))
        else:
            label = str(CHOICES[name](value).label)
            words.append(_now("%(fact)s: %(value)s") % {"fact": LABELS[name], "value": label})
    return words
