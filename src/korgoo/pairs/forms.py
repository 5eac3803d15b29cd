"""What workers, co-ordinators and who minds data fill in. Sentences are sealed to the co-ordinator."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib import codes
from korgoo.pairs.enums import PersonSays, QuestionState

LONG = 300  # characters: with the rest they fit into what is sealed
ANSWERS = [
    (QuestionState.AGREED, _("Yes, we agree to be connected")),
    (QuestionState.NOT_NOW, _("Not now")),
    (QuestionState.NOT_SAME, _("This is not the same person")),
]


def _why() -> forms.CharField:
    return forms.CharField(
        label=_("Why"),
        help_text=_("One sentence for the co-ordinator alone. No names."),
        max_length=LONG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AskForm(forms.Form):
    """Whether the person was asked, and why the worker asks."""

    says = forms.ChoiceField(
        label=_("Did you ask the person?"),
        help_text=_("If the person says no, do not ask."),
        choices=PersonSays,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether the person was asked.")},
    )
    why = _why()


class AnswerForm(forms.Form):
    """What the other owner answers; for a yes, whether the person was asked."""

    to = forms.ChoiceField(
        label=_("Your answer"),
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    says = forms.ChoiceField(
        label=_("If yes: did you ask the person?"),
        choices=PersonSays,
        widget=forms.RadioSelect,
        required=False,
    )
    why = _why()

    def clean(self) -> dict[str, Any]:
        """Ask of the person only when the answer is yes."""
        told = super().clean() or {}
        if told.get("to") == QuestionState.AGREED and not told.get("says"):
            self.add_error("says", _("Say whether the person was asked."))
        return told


class BaitForm(forms.Form):
    """The code of an own case."""

    code = forms.CharField(
        label=_("Code of a case of your organisation"),
        help_text=_("Of a person who does not exist, with an invented name and birth date."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": _("Write the code.")},
    )

    def clean_code(self) -> str:
        """Read the code however it was spaced."""
        code = codes.parse(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("This is no code of a case. It has nine digits."))
        return code


SHOWN = {
    "open": pgettext_lazy("list of pairs", "Open"),
    "asked": pgettext_lazy("list of pairs", "Asked"),
    "settled": pgettext_lazy("list of pairs", "Settled"),
}
