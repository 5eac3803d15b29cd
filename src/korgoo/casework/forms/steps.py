"""Small steps of a case: a note, a search, a card, a decision, a status."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.casework.enums import Decision, Ground
from korgoo.casework.forms.fields import STORY, radios
from korgoo.identification import api as identification
from korgoo.identification.enums import Moved, Talk
from korgoo.lib import codes

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


class NoteForm(forms.Form):
    """A passage of a sealed part."""

    text = forms.CharField(
        label=_("What do you want to note?"),
        help_text=_(
            "It is sealed in this part. Only those to whom this part is open can read it."
        ),
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


class ScreenForm(forms.Form):
    """Start a card: the organisation's own cards come first."""

    talk = radios(_("Can the person speak freely?"), Talk.choices)
    moved = radios(
        _("Did the person leave home for this work?"),
        Moved.choices,
        required=False,
        initial=Moved.UNKNOWN,
    )
    view = radios(_("Which questions do you want to ask?"), ())

    def __init__(self, *args: Any, actor: "Actor", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = access.card(actor.organisation_id)
        choices = identification.views_for(mandates=own.mandates, body=own.code)
        self.fields["view"].choices = choices  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    """What the officer decides."""

    decision = radios(_("What do you decide?"), Decision.choices)
    ground = radios(_("On what ground?"), Ground.choices)
    reason = forms.CharField(
        label=_("Why, in a few words"),
        help_text=_("It is sealed with the story. Write why if you differ from the reading."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )
