"""What who keeps a plan fills in about one task, measure, indicator or budget line of the draft."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.plan import enums
from korgoo.plan.forms.fields import (
    NamesMixin,
    NumberField,
    code_field,
    day_field,
    words_field,
)
from korgoo.plan.lists.cells import CURRENCY
from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, TaskFacts

Choices = list[tuple[str, str]]


class TaskForm(NamesMixin):
    """A task of a plan."""

    code = code_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the names after the code."""
        super().__init__(*args, **kwargs)
        self.add_names()

    def to_facts(self) -> TaskFacts:
        """Give what was told; measures are not asked for here."""
        return TaskFacts(self.cleaned_data["code"], self.names())


class MeasureForm(NamesMixin):
    """A measure: what is to be done, by whom, where, until when."""

    task = forms.ChoiceField(label=pgettext_lazy("of a measure", "Task"))
    code = code_field()

    def __init__(
        self,
        *args: Any,
        tasks: Choices,
        organisations: Choices,
        regions: Choices,
        **kwargs: Any,
    ) -> None:
        """Offer the tasks of the draft, the organisations of today, and the regions."""
        super().__init__(*args, **kwargs)
        self._choices("task").choices = tasks
        self.add_names()
        self.fields["starts_on"] = day_field(_("From"), required=False)
        self.fields["due_on"] = day_field(pgettext_lazy("of a measure", "Due"), required=False)
        self.fields["responsible"] = _several(_("Responsible"), organisations, required=True)
        self.fields["co_executors"] = _several(_("Co-executing"), organisations)
        self.fields["regions"] = _several(_("Regions concerned"), regions)

    def _choices(self, name: str) -> Any:
        return self.fields[name]

    def clean(self) -> dict[str, Any] | None:
        """Ask for a due day that is not before the first one."""
        data = super().clean()
        starts, due = (self.cleaned_data.get(name) for name in ("starts_on", "due_on"))
        if starts and due and due < starts:
            self.add_error("due_on", _("The measure would end before it begins."))
        return data

    def to_facts(self) -> MeasureFacts:
        """Give what was told; indicators and money are not asked for here."""
        told = self.cleaned_data
        return MeasureFacts(
            told["code"],
            self.names(),
            told["starts_on"],
            told["due_on"],
            tuple(told["regions"]),
            _numbers(told["responsible"]),
            _numbers(told["co_executors"]),
        )


class IndicatorForm(NamesMixin):
    """An indicator of a measure."""

    code = code_field()

    def __init__(self, *args: Any, years: Iterable[int], sources: Choices, **kwargs: Any) -> None:
        """Ask for a target of each year of the plan, and offer what can be drawn."""
        super().__init__(*args, **kwargs)
        self.add_names()
        self.years = list(years)
        self.fields["unit"] = words_field(
            _("Unit"), enums.LONGEST_UNIT, help_text=_("For example: events, persons.")
        )
        self.fields["kind"] = _one(_("What it counts"), enums.ValueKind.choices)
        self.fields["direction"] = _one(_("Which way is better"), enums.Direction.choices)
        self.fields["adds"] = _one(_("When several report"), enums.Adds.choices)
        self.fields["baseline"] = NumberField(label=_("Baseline"))
        for year in self.years:
            self.fields[f"target_{year}"] = NumberField(
                label=_("Target for %(year)s") % {"year": year}
            )
        self.fields["source"] = forms.ChoiceField(
            label=_("Where it comes from"),
            choices=[("", _("Organisations report it")), *sources],
            required=False,
        )

    def clean(self) -> dict[str, Any] | None:
        """Let only numbers be added up."""
        data = super().clean()
        kind, adds = (self.cleaned_data.get(name) for name in ("kind", "adds"))
        if adds == enums.Adds.SUM and kind and kind != enums.ValueKind.NUMBER:
            self.add_error("adds", _("Only numbers are added up, not shares or yes and no."))
        return data

    def to_facts(self) -> IndicatorFacts:
        """Give what was told."""
        told = self.cleaned_data
        return IndicatorFacts(
            told["code"],
            self.names(),
            told["unit"],
            told["kind"],
            told["direction"],
            told["adds"],
            "" if told["baseline"] is None else format(told["baseline"], "f"),
            _by_year(told, "target", self.years),
            told["source"],
        )


class LineForm(forms.Form):
    """A budget line of a measure."""

    code = code_field()

    def __init__(self, *args: Any, years: Iterable[int], currency: str, **kwargs: Any) -> None:
        """Ask for what is planned in each year of the plan."""
        super().__init__(*args, **kwargs)
        self.years = list(years)
        self.fields["funding"] = _one(_("Source of money"), enums.Funding.choices)
        self.fields["payer"] = words_field(_("Who pays"), 200)
        self.fields["currency"] = words_field(
            _("Currency"),
            3,
            help_text=_("Three letters, such as %(code)s.") % {"code": currency},
        )
        for year in self.years:
            self.fields[f"planned_{year}"] = NumberField(
                label=_("Planned for %(year)s") % {"year": year}, places=2
            )

    def clean(self) -> dict[str, Any] | None:
        """Ask for a currency where there is money, and for none where there is not."""
        data = super().clean()
        funding, currency = (self.cleaned_data.get(name) for name in ("funding", "currency"))
        if funding == enums.Funding.NONE:
            self.cleaned_data["currency"] = ""
        elif funding and not CURRENCY.match(currency or ""):
            self.add_error("currency", _("Write three capital letters, such as KGS."))
        return data

    def to_facts(self) -> LineFacts:
        """Give what was told."""
        told = self.cleaned_data
        planned = _by_year(told, "planned", self.years)
        return LineFacts(
            told["code"],
            told["funding"],
            told["payer"],
            told["currency"],
            planned if told["currency"] else {},
        )


def _by_year(told: dict[str, Any], name: str, years: Iterable[int]) -> dict[str, str]:
    return {
        str(year): format(told[f"{name}_{year}"], "f")
        for year in years
        if told[f"{name}_{year}"] is not None
    }


def _numbers(keys: Iterable[str]) -> tuple[int, ...]:
    return tuple(int(key) for key in keys)


def _one(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )


def _several(label: Any, choices: Choices, *, required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        required=required,
        error_messages={"required": _("Choose at least one.")},
    )
