"""What is done with a contact that was written down."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.desk import policies
from korgoo.desk.enums import Reached, When
from korgoo.desk.forms.fields import NumberField, radios, select


class FindForm(forms.Form):
    """The number of a contact, as somebody reads it out."""

    number = NumberField(_("Number of a contact"))


class JoinForm(forms.Form):
    """With which contact or conversation a contact belongs together."""

    number = NumberField(_("Number of the other contact"), required=False)
    conversation = forms.TypedChoiceField(
        label=_("Or messages without a name"), required=False, empty_value=None
    )
    receipt_words = forms.CharField(
        label=_("Or the seven words, as the caller reads them out"),
        help_text=_("They are not kept. Do not ask for them when somebody else can listen."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, conversations: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        nothing = [("", _("None of these"))]
        self.fields["conversation"].choices = nothing + conversations  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the three is needed, and one only."""
        data = super().clean() or {}
        said = [name for name in ("number", "conversation", "receipt_words") if data.get(name)]
        if not self.errors and len(said) != 1:
            self.add_error("number", _("Write a number, choose messages, or write the words."))
        return data


class CallForm(forms.Form):
    """What came of calling back."""

    reached = radios(_("What came of the call?"), Reached.choices)
    again = select(_("Try again when?"), [("", _("Choose")), *When.choices])

    def clean(self) -> dict[str, Any]:
        """Whom one did not reach is called again."""
        data = super().clean() or {}
        if data.get("reached") in policies.AGAIN and not data.get("again"):
            self.add_error("again", _("Say when to try again."))
        return data


class CaseForm(forms.Form):
    """Whether what a caller told goes into the case."""

    words_may_go = radios(
        _("May what you told us go into the case?"),
        [
            ("yes", _("The caller said yes: the words move into the case, sealed")),
            ("no", _("No, or not asked: only the codes go")),
        ],
        _("Ask in these words. Without a yes nothing that was told moves."),
    )
    ends_conversation = forms.BooleanField(
        label=_("End the messages without a name: the person knows that we go on otherwise"),
        required=False,
    )
    then = radios(
        _("And then?"),
        [
            ("help", _("Go to the case")),
            ("consent", _("Ask for consent, then ask another body for help")),
        ],
        initial="help",
    )
