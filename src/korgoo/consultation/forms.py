"""What members fill in: comments, answers, days and the basis of an adoption."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.consultation import policies
from korgoo.consultation.enums import LONGEST_BASIS, LONGEST_TEXT, AnswerKind
from korgoo.consultation.typed import must_be_kept
from korgoo.lib import clock
from korgoo.lib.verdict import Verdict


class LongText(forms.CharField):
    """Text of several lines. A line break counts as one character, as the browser counts it."""

    widget = forms.Textarea
    default_validators = [must_be_kept]

    def to_python(self, value: Any) -> str:
        """Write every line break alike before the length is looked at."""
        return super().to_python(str(value or "").replace("\r\n", "\n")) or ""


class OpenText(LongText):
    """Text that some answers need; which, the form decides."""

    def validate(self, value: str) -> None:
        """Take also nothing."""


def day(label: Any, help_text: Any) -> forms.DateField:
    """Ask for a day, in three inputs."""
    return forms.DateField(label=label, help_text=help_text, widget=forms.SelectDateWidget)


def takes(form: forms.Form, *verdicts: Verdict) -> bool:
    """Tell whether a form that was sent can be taken; why not is then among its errors.

    Args:
        form: Bound.
        verdicts: What the rules say of it besides: what was typed stays on the page.
    """
    form.full_clean()
    for verdict in verdicts:
        if not verdict:
            form.add_error(None, str(verdict.reason))
    return not form.errors


class CommentForm(forms.Form):
    """What an organisation says about one part of a draft."""

    text = LongText(
        label=_("What does your organisation say?"),
        help_text=_(
            "Every organisation reads it, under the name of yours. "
            "Write nothing about a person you help."
        ),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Write your comment.")},
    )


class AnswerForm(forms.Form):
    """What becomes of a comment, and why."""

    verdict = forms.ChoiceField(
        label=_("What becomes of this comment?"),
        choices=AnswerKind.choices,
        widget=forms.RadioSelect,
    )
    reason = OpenText(
        label=_("Why?"),
        help_text=_("You may leave it empty only for a comment that is accepted whole."),
        max_length=LONGEST_TEXT,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of everything but a plain yes."""
        data = super().clean() or {}
        verdict = policies.reason(data.get("verdict", ""), data.get("reason", ""))
        if data.get("verdict") and "reason" not in self.errors and not verdict:
            self.add_error("reason", str(verdict.reason))
        return data


class LastDayForm(forms.Form):
    """Until when organisations can comment."""

    open_until = day(
        _("Last day for comments"),
        _("For example 27 3 2026. Comments can be written on this day until midnight."),
    )

    def __init__(self, *args: Any, before: date | None = None, **kwargs: Any) -> None:
        """Ask for a day; ``before``: the last day so far, when time is given."""
        super().__init__(*args, **kwargs)
        self._before = before

    def clean_open_until(self) -> date:
        """Refuse days that the rules refuse."""
        chosen: date = self.cleaned_data["open_until"]
        verdict = policies.last_day(chosen, today=clock.today(), before=self._before)
        if not verdict:
            raise forms.ValidationError(str(verdict.reason))
        return chosen


class ProposeForm(forms.Form):
    """By what right a draft is adopted, and from when it holds."""

    legal_basis = LongText(
        label=_("Legal basis"),
        help_text=_(
            "The decision, order or law by which this is adopted, with its number and day. "
            "At most 500 characters."
        ),
        max_length=LONGEST_BASIS,
    )
    takes_effect = day(_("First day in force"), _("For example 27 3 2026. Today or a later day."))

    def clean_takes_effect(self) -> date:
        """Refuse a day in the past."""
        chosen: date = self.cleaned_data["takes_effect"]
        verdict = policies.day_of_effect(chosen, today=clock.today())
        if not verdict:
            raise forms.ValidationError(str(verdict.reason))
        return chosen
