"""What organisations fill in for their half-year report, measure by measure."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib import uploads
from korgoo.plan import enums
from korgoo.plan.enums import VALUED_PARTS, Answer, Part, ValueKind
from korgoo.plan.forms.fields import NumberField, text_field, words_field
from korgoo.plan.models import BudgetLine, Indicator, MeasureEntry
from korgoo.plan.services.reports import EntryFacts, Told

WHY = _("If there is nothing to report: why")
BOTH = _("Write either a value or why there is none, not both.")


class EntryForm(forms.Form):
    """One measure of a report. A field that stays empty says "not reported"; 0 says that there were none."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(
        self, *args: Any, entry: MeasureEntry, hints: Mapping[str, str], **kwargs: Any
    ) -> None:
        """Ask for the work, the values and the money of a measure.

        Args:
            args: As for every form.
            entry: The part of the report, with what is saved.
            hints: What stood there for the last period, by name of the field.
            kwargs: As for every form.
        """
        kwargs.setdefault("initial", _saved(entry))
        super().__init__(*args, **kwargs)
        self.indicators = _asked(entry)
        self.lines = [
            one for one in entry.measure.lines.all() if one.funding != enums.Funding.NONE
        ]
        self.fields["done"] = text_field(_("What was done"), enums.LONGEST_WORDS)
        self.fields["reason"] = words_field(WHY, enums.LONGEST_REASON)
        for indicator in self.indicators:
            self.fields[f"value_{indicator.pk}"] = _value_field(indicator)
            self.fields[f"value_reason_{indicator.pk}"] = words_field(WHY, enums.LONGEST_REASON)
        for line in self.lines:
            self.fields[f"spent_{line.pk}"] = NumberField(label=_money(line), places=2)
            self.fields[f"spent_reason_{line.pk}"] = words_field(WHY, enums.LONGEST_REASON)
        for name, hint in hints.items():
            if name in self.fields:
                self.fields[name].help_text = hint

    def clean(self) -> dict[str, Any] | None:
        """Refuse an answer that says two things."""
        data = super().clean()
        pairs = [("done", "reason")]
        pairs += [(f"value_{one.pk}", f"value_reason_{one.pk}") for one in self.indicators]
        pairs += [(f"spent_{one.pk}", f"spent_reason_{one.pk}") for one in self.lines]
        for value, reason in pairs:
            if self.cleaned_data.get(value) not in (None, "") and self.cleaned_data.get(reason):
                self.add_error(reason, BOTH)
        return data

    def to_facts(self) -> EntryFacts:
        """Give what was told."""
        told = self.cleaned_data
        done, reason = told["done"].strip(), told["reason"].strip()
        answer = Answer.VALUE if done else Answer.NOTHING if reason else ""
        return EntryFacts(
            answer,
            done,
            reason,
            {one.code: self._told("value", one.pk) for one in self.indicators},
            {one.code: self._told("spent", one.pk) for one in self.lines},
        )

    def seen_at(self) -> datetime | None:
        """Give when the part was saved last, as the writer saw it."""
        words = self.cleaned_data["seen"]
        try:
            return datetime.fromisoformat(words) if words else None
        except ValueError:
            return None

    def _told(self, kind: str, pk: int) -> Told:
        value = self.cleaned_data[f"{kind}_{pk}"]
        reason = self.cleaned_data[f"{kind}_reason_{pk}"].strip()
        if value is not None and value != "":
            return Told(Answer.VALUE, Decimal(value))
        return Told(Answer.NOTHING, None, reason) if reason else Told()


def _asked(entry: MeasureEntry) -> list[Indicator]:
    """List the indicators for which this organisation is asked: nobody is for what is drawn."""
    if Part(entry.part) not in VALUED_PARTS:
        return []
    return [one for one in entry.measure.indicators.all() if not one.source]


def _value_field(indicator: Indicator) -> forms.Field:
    label = indicator.name
    if indicator.kind == ValueKind.YES_NO:
        return forms.ChoiceField(
            label=label,
            choices=[
                ("1", pgettext_lazy("value of an indicator", "yes")),
                ("0", pgettext_lazy("value of an indicator", "no")),
                ("", pgettext_lazy("answer in a report", "Not reported")),
            ],
            widget=forms.RadioSelect,
            required=False,
        )
    return NumberField(label=label)


def _money(line: BudgetLine) -> str:
    payer = " ".join(part for part in (str(line.get_funding_display()), line.payer) if part)
    return str(_("Spent, %(currency)s: %(payer)s")) % {"currency": line.currency, "payer": payer}


def _saved(entry: MeasureEntry) -> dict[str, Any]:
    found: dict[str, Any] = {
        "seen": entry.saved_at.isoformat() if entry.saved_at else "",
        "done": entry.done,
        "reason": entry.reason,
    }
    kinds = {one.pk: one.kind for one in entry.measure.indicators.all()}
    for one in entry.values.all():
        found[f"value_{one.indicator_id}"] = _plain(one.value, kinds[one.indicator_id])
        found[f"value_reason_{one.indicator_id}"] = one.reason
    for paid in entry.spent.all():
        found[f"spent_{paid.line_id}"] = _plain(paid.amount)
        found[f"spent_reason_{paid.line_id}"] = paid.reason
    return found


def _plain(value: Decimal | None, kind: str = "") -> str:
    if value is None:
        return ""
    if kind == ValueKind.YES_NO:
        return "1" if value else "0"
    words = format(value, "f")
    return (words.rstrip("0").rstrip(".") if "." in words else words).replace(".", ",")


class CommentForm(forms.Form):
    """A comment beside a report."""

    text = text_field(
        pgettext_lazy("beside a report", "Comment"), enums.LONGEST_WORDS, required=True
    )


class ReturnForm(forms.Form):
    """What has to be changed."""

    text = text_field(
        _("What has to be changed"),
        enums.LONGEST_WORDS,
        required=True,
        help_text=_("The organisation reads it beside its report."),
    )


class CorrectionForm(forms.Form):
    """Why an accepted report has to be corrected."""

    reason = words_field(_("Why it has to be corrected"), enums.LONGEST_REASON, required=True)


class EvidenceForm(forms.Form):
    """A paper, a picture, or where one lies."""

    title = words_field(_("What it is"), 200, required=True)
    file = forms.FileField(
        label=_("File"),
        help_text=_("A picture or a PDF, 5 MB at most. Show no face of a person who was helped."),
        required=False,
        max_length=200,
        error_messages={
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )
    address = words_field(_("Or its web address"), enums.LONGEST_ADDRESS)

    def clean_file(self) -> uploads.Paper | None:
        """Make the file anew, freed of what it tells beside itself."""
        file = self.cleaned_data["file"]
        if not file:
            return None
        if file.size > uploads.LARGEST:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        try:
            return uploads.clean(file.read())
        except uploads.CannotTake as error:
            raise forms.ValidationError(str(error.message)) from error

    def clean_address(self) -> str:
        """Take whole web addresses alone."""
        words: str = self.cleaned_data["address"]
        if words:
            message = _("Write the whole address, with https://.")
            URLValidator(schemes=["http", "https"], message=message)(words)
        return words

    def clean(self) -> dict[str, Any] | None:
        """Ask for one of both."""
        data = super().clean()
        told = [self.cleaned_data.get("file"), self.cleaned_data.get("address")]
        if not self.errors and bool(told[0]) == bool(told[1]):
            self.add_error("file", _("Choose a file, or write a web address."))
        return data
