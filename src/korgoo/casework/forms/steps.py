"""Small steps of a case: a note, a search, a card, a decision, a status."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Decision, Protection
from korgoo.casework.forms.fields import STORY, radios
from korgoo.countrypack import api as packs
from korgoo.identification.enums import FULL_VIEW, Talk
from korgoo.lib import codes


class NoteForm(forms.Form):
    """A passage of the story."""

    text = forms.CharField(
        label=_("What do you want to note?"),
        help_text=_("It is sealed with the story. Only those whom the person allows can read it."),
        widget=forms.Textarea,
        max_length=STORY,
    )


class FindForm(forms.Form):
    """Find a case by its code."""

    code = forms.CharField(
        label=_("Code of the case"),
        help_text=_("Nine digits; spaces do not matter."),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        """Catch a wrong, missing or swapped digit before searching."""
        code = codes.parse(self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError(
                _("This is no code: a digit is wrong, missing or swapped. Ask to hear it again.")
            )
        return code


def view_choices() -> list[tuple[str, str]]:
    """List the cards of the pack, and the whole list."""
    pack = packs.current()
    language = get_language() or pack.default_language
    cards = [(key, view.title.in_language(language)) for key, view in pack.views.items()]
    return [*cards, (FULL_VIEW, str(_("The whole list of signs, for a long talk")))]


class ScreenForm(forms.Form):
    """Start a card."""

    talk = radios(_("Can the person speak freely?"), Talk.choices)
    view = radios(_("Which questions do you want to ask?"), view_choices)


class DecisionForm(forms.Form):
    """What the officer decides."""

    decision = radios(_("What do you decide?"), Decision.choices)
    reason = forms.CharField(
        label=_("Why, in a few words"),
        help_text=_("It is sealed with the story. Write why if you differ from the reading."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )


class StatusForm(forms.Form):
    """Move a case to another protection status."""

    status = radios(_("What is the status now?"), ())

    def __init__(self, *args: Any, moves: list[Protection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(m.value, m.label) for m in moves]  # type: ignore[attr-defined]
