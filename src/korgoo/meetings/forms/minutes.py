"""What is filled in while minutes are written, and about what was decided."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib import clock
from korgoo.lib.asking import choice_field, day_field, words_field
from korgoo.meetings import enums, policies
from korgoo.meetings.enums import Attendance, DecisionKind
from korgoo.meetings.forms.fields import EMPTY, Organisations, number, offer
from korgoo.meetings.models import Invited
from korgoo.meetings.services import DecisionFacts, QuestionFacts


class WordsForm(forms.Form):
    """What was said on an item."""

    words = words_field(
        _("What was said"),
        enums.LONGEST_WORDS,
        required=False,
        is_long=True,
        help_text=_("No names of persons concerned, and nothing by which one could find them."),
    )


class QuestionForm(forms.Form):
    """A question that was raised, and its answer."""

    asked_by = choice_field(_("Who asked"), ())
    text = words_field(_("Question"), enums.LONGEST_QUESTION, is_long=True)
    answered_by = choice_field(_("Who answered"), (), required=False)
    answer = words_field(_("Answer"), enums.LONGEST_QUESTION, required=False, is_long=True)

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        offer(self, "asked_by", [EMPTY, *organisations])
        offer(self, "answered_by", [EMPTY, *organisations])

    def clean(self) -> dict[str, Any]:
        """An answer comes from somebody."""
        data = super().clean() or {}
        if data.get("answer") and not data.get("answered_by"):
            self.add_error("answered_by", _("Say who answered."))
        return data

    def to_facts(self) -> QuestionFacts:
        """Give what was filled in."""
        told = self.cleaned_data
        return QuestionFacts(
            int(told["asked_by"]), told["text"], number(told["answered_by"]), told["answer"]
        )


class DecisionForm(forms.Form):
    """What was decided, who carries it out, until when."""

    kind = choice_field(_("What it is"), DecisionKind.choices, widget=forms.RadioSelect)
    text = words_field(_("What is to be done"), enums.LONGEST_DECISION, is_long=True)
    owner = choice_field(
        _("Who carries it out"),
        (),
        help_text=_("One organisation. Others who help stand in the text."),
    )
    due_on = day_field(
        _("Until when"), _("Only a recommendation may have no day."), required=False
    )

    def __init__(
        self,
        data: Any = None,
        *,
        organisations: Organisations,
        meeting_day: date,
        is_past: bool,
        **more: Any,
    ) -> None:
        """Offer these organisations, and days that can be."""
        super().__init__(data, **more)
        self.meeting_day, self.is_past = meeting_day, is_past
        offer(self, "owner", [EMPTY, *organisations])
        self.fields["owner"].error_messages["required"] = policies.owner(None).reason
        years = range(meeting_day.year, clock.today().year + policies.YEARS_AHEAD)
        self.fields["due_on"].widget = forms.SelectDateWidget(years=years)

    def clean(self) -> dict[str, Any]:
        """The day can be."""
        data = super().clean() or {}
        if "due_on" in data and "kind" in data:
            verdict = policies.due(
                data["due_on"],
                kind=data["kind"],
                meeting_day=self.meeting_day,
                today=clock.today(),
                is_past=self.is_past,
            )
            if not verdict:
                self.add_error("due_on", str(verdict.reason))
        return data

    def to_facts(self) -> DecisionFacts:
        """Give what was filled in."""
        told = self.cleaned_data
        return DecisionFacts(told["text"], number(told["owner"]), told["due_on"], told["kind"])


class PassOnForm(forms.Form):
    """To whom a decision passes, and why."""

    owner = choice_field(_("Who carries it out from now on"), ())
    due_on = day_field(_("Until when"))
    reason = words_field(pgettext_lazy("of a deed", "Why"), enums.LONGEST_REASON, is_long=True)

    def __init__(self, data: Any = None, *, organisations: Organisations, **more: Any) -> None:
        """Offer these organisations."""
        super().__init__(data, **more)
        offer(self, "owner", [EMPTY, *organisations])


class DoneForm(forms.Form):
    """What shows that a decision was carried out."""

    evidence = words_field(
        _("What was done"),
        enums.LONGEST_REASON,
        is_long=True,
        help_text=_("What shows it: number and day of an order, a report, a count."),
    )
    link = forms.URLField(
        label=_("Web address of a proof"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput,
        error_messages={"invalid": _("Write the whole address, with https://.")},
    )


class AttendanceForm(forms.Form):
    """Who was there, one line for everybody who was invited."""

    def __init__(
        self, data: Any = None, *, rows: Sequence[tuple[Invited, str]], **more: Any
    ) -> None:
        """Ask for each.

        Args:
            data: What was filled in.
            rows: Who was invited, with the name.
            more: As of any form.
        """
        super().__init__(data, **more)
        self.rows = rows
        for row, name in rows:
            known = row.attendance if row.attendance != Attendance.UNKNOWN else ""
            self.fields[f"came_{row.pk}"] = choice_field(
                name,
                [(one.value, one.label) for one in Attendance if one != Attendance.UNKNOWN],
                widget=forms.RadioSelect,
            )
            self.fields[f"came_{row.pk}"].initial = known
            self.fields[f"instead_{row.pk}"] = words_field(
                _("Who came instead, by position"), enums.LONGEST_POSITION, required=False
            )
            self.fields[f"instead_{row.pk}"].initial = row.instead

    def came(self) -> Mapping[int, tuple[str, str]]:
        """Give attendance, and who came instead, by the number of who was invited."""
        told = self.cleaned_data
        return {
            row.pk: (told[f"came_{row.pk}"], told[f"instead_{row.pk}"]) for row, _name in self.rows
        }
