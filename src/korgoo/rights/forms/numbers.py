"""What editors say of numbers: that they called, and what is right."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from korgoo.lib import clock
from korgoo.lib.rows import RowsField, number_of
from korgoo.rights import wording
from korgoo.rights.enums import LONGEST_LINE, LONGEST_NUMBER, CallOutcome, NumberKind
from korgoo.rights.forms.desk import Somewhere
from korgoo.rights.forms.fields import (
    ByLanguage,
    Choices,
    choice_field,
    day_field,
    line_field,
    several_field,
)
from korgoo.rights.services import Call, NumberFacts

if TYPE_CHECKING:
    from datetime import date

    from korgoo.rights.models import Number


class NumbersForm(Somewhere):
    """The numbers of which place are shown."""


class CallsForm(forms.Form):
    """What came of calling numbers, each ticked in one of three columns."""

    right = RowsField(lambda typed: call_key(typed), required=False)
    wrong = RowsField(lambda typed: call_key(typed), required=False)
    silent = RowsField(lambda typed: call_key(typed), required=False)

    def clean(self) -> dict[str, Any]:
        """A call came to one thing; and somebody called at all."""
        data = super().clean() or {}
        ticked = [key for name in CallOutcome.values for key in data.get(name, [])]
        if not ticked:
            raise forms.ValidationError(_("Tick what came of each call that you made."))
        if len(set(ticked)) < len(ticked):
            raise forms.ValidationError(_("A number is ticked twice. Leave one tick for it."))
        return data

    def calls(self) -> list[Call]:
        """Give the calls; the form is valid."""
        return [
            Call(number_id, dialled, CallOutcome(name))
            for name in CallOutcome.values
            for number_id, dialled in self.cleaned_data[name]
        ]

    def ticks(self) -> set[tuple[str, str]]:
        """Give what was ticked, by column and row, to show it again."""
        data: Any = self.data
        if not self.is_bound:
            return set()
        return {(name, value) for name in CallOutcome.values for value in data.getlist(name)}


def call_value(number: "Number") -> str:
    """Write a row of the list so that it names the number which was dialled, too."""
    return f"{number.pk}_{number.number}"


def call_key(typed: str) -> tuple[int, str]:
    """Read such a row.

    Raises:
        ValueError: It is none.
    """
    key, _line, dialled = typed.partition("_")
    return number_of(key), dialled[:LONGEST_NUMBER]


class NumberForm(ByLanguage):
    """A number as it is from now on."""

    number = line_field(
        pgettext_lazy("to call", "Number"),
        LONGEST_NUMBER,
        gettext_lazy("As people dial it from there: +7 000 000 00 00"),
        required=True,
    )
    kind = choice_field(gettext_lazy("Whom one reaches"), NumberKind.choices)
    source = line_field(pgettext_lazy("of a statement", "Source"), LONGEST_LINE, required=True)
    as_of = day_field(wording.FIELDS["as_of"])
    was_called = forms.BooleanField(
        label=gettext_lazy("I called it today, and it is right"), required=False
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        """Offer ``places`` by key and name."""
        super().__init__(*args, **kwargs)
        digits = gettext_lazy("Write digits and spaces, with + in front if it is needed.")
        self.fields["number"].validators.append(RegexValidator(r"^\+?[0-9][0-9 ]*$", digits))
        self.ask("name", _name_field, _named(gettext_lazy("Name")))
        self.ask("hours", _hours_field, _named(gettext_lazy("When somebody answers")))
        self.fields["destinations"] = several_field(
            gettext_lazy("Where it is offered"), places, required=True
        )
        last = ["destinations", "source", "as_of", "was_called", "seen"]
        self.order_fields(["number", *(n for n in self.fields if n not in last), *last])

    def clean(self) -> dict[str, Any]:
        """When somebody answers is said in every language or in none."""
        data = super().clean() or {}
        hours = {name: words for name, words in data.items() if name.startswith("hours_")}
        if any(hours.values()):
            for name in (name for name, words in hours.items() if not words):
                self.add_error(name, _("Say it in every language, or in none."))
        return data

    def clean_as_of(self) -> "date":
        """No source speaks for a day to come."""
        day: date = self.cleaned_data["as_of"]
        if day > clock.today():
            raise forms.ValidationError(_("Choose today or a day that has passed."))
        return day

    def facts(self) -> NumberFacts:
        """Give what was said; the form is valid."""
        data = self.cleaned_data
        return NumberFacts(
            number=data["number"],
            name=self.answers("name"),
            kind=NumberKind(data["kind"]),
            destinations=tuple(data["destinations"]),
            hours=self.answers("hours") or None,
            source=data["source"],
            as_of=data["as_of"],
            was_called=data["was_called"],
        )

    @staticmethod
    def filled_from(said: dict[str, Any]) -> dict[str, Any]:
        """Give what is said of a number, to show it again."""
        names = {f"name_{code}": words for code, words in said["name"].items()}
        hours = {f"hours_{code}": words for code, words in (said["hours"] or {}).items()}
        same = ("number", "kind", "destinations", "source", "as_of")
        return {**names, **hours, **{name: said[name] for name in same}}


def _named(label: Any) -> Any:
    return lambda code: (
        pgettext("a question, asked once per language", "%(what)s (%(language)s)")
        % {"what": label, "language": wording.language_name(code)}
    )


def _name_field(label: Any) -> Any:
    return line_field(label, LONGEST_LINE, required=True)


def _hours_field(label: Any) -> Any:
    return line_field(label, LONGEST_LINE)
