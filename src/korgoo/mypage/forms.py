"""What persons and members fill in about a page."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.mypage import policies
from korgoo.mypage.enums import MayCall, Rating, RequestKind
from korgoo.mypage.services.opening import digits_of

if TYPE_CHECKING:
    from korgoo.lib.verdict import Verdict

LONGEST = 4000
SHORT = 300
NOT_EMPTY = {"required": _("Write something first.")}


class DoorForm(forms.Form):
    """Number and code. Spaces and dashes between digits do not matter."""

    number = forms.CharField(
        label=pgettext_lazy("on a card", "Number"),
        max_length=40,
        error_messages={"required": _("Write the number.")},
    )
    code = forms.CharField(
        label=pgettext_lazy("on a card", "Code"),
        max_length=60,
        error_messages={"required": _("Write the code.")},
    )


class PresentCodeForm(forms.Form):
    """The code again, before it is replaced."""

    code = forms.CharField(
        label=_("Your present code"),
        max_length=60,
        error_messages={"required": _("Write the code.")},
    )


class MessageForm(forms.Form):
    """What the person writes to their case worker."""

    text = forms.CharField(
        label=_("Your message"),
        widget=forms.Textarea,
        max_length=LONGEST,
        error_messages=NOT_EMPTY,
    )
    may_call = forms.ChoiceField(
        label=_("May you be called?"),
        choices=MayCall.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether you may be called.")},
    )
    when = forms.CharField(
        label=_("When, and what to mind"),
        help_text=_("For example: in the evening; say that it is the library."),
        max_length=SHORT,
        required=False,
    )


class OpinionForm(forms.Form):
    """What somebody thinks of the help."""

    rating = forms.ChoiceField(
        label=_("How was the help?"),
        choices=Rating.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    text = forms.CharField(
        label=_("What should be different?"),
        help_text=_("Leave out names and places: then nobody can guess who wrote it."),
        widget=forms.Textarea,
        max_length=LONGEST,
        required=False,
    )


class DataForm(forms.Form):
    """What a person asks about their own data."""

    kind = forms.ChoiceField(
        label=_("What do you ask for?"),
        choices=RequestKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )


class CodeForm(forms.Form):
    """Before a code is made: does the person wish another code beside it?"""

    other = forms.CharField(
        label=_("The other code: twelve digits that the person chooses"),
        help_text=_(
            "It opens a page that tells nothing, for the case that somebody forces the person. For"
            " example an old telephone number with the country's code. Never write it on the card."
        ),
        max_length=60,
        required=False,
    )
    leaves_mark = forms.BooleanField(
        label=_("The person wishes that we see when the other code was used"), required=False
    )

    def clean_other(self) -> str:
        """Twelve digits or nothing."""
        code = digits_of(self.cleaned_data["other"])
        verdict: Verdict = policies.choose_other_code(code)
        if not verdict or (self.cleaned_data["other"].strip() and not code):
            raise forms.ValidationError(_("The other code needs exactly twelve digits."))
        return code


class AnswerForm(forms.Form):
    """An answer to the person."""

    text = forms.CharField(
        label=_("Your answer"),
        help_text=_("Only the person's code opens it. Plain words; no names of third persons."),
        widget=forms.Textarea,
        max_length=LONGEST,
        error_messages=NOT_EMPTY,
    )


class AppointmentForm(forms.Form):
    """When, with whom, and what may stand on the person's page."""

    day = forms.DateField(
        label=_("Day"),
        widget=forms.SelectDateWidget,
        error_messages={"required": _("Write the day."), "invalid": _("There is no such day.")},
    )
    hour = forms.TimeField(
        label=_("Hour"),
        help_text=_("For example 14:30."),
        input_formats=["%H:%M", "%H.%M", "%H"],
        error_messages={
            "required": _("Write the hour."),
            "invalid": _("Write the hour like 14:30."),
        },
    )
    with_id = forms.ChoiceField(label=_("With whom"))
    words = forms.CharField(
        label=_("Words that are safe to show"),
        help_text=_("A place, what to bring. Empty: only day, hour and organisation are shown."),
        max_length=SHORT,
        required=False,
    )
    is_safe = forms.BooleanField(
        label=_("The person said that these words may stand on their page"), required=False
    )

    def __init__(self, *args: Any, houses: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["with_id"].choices = houses  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Words are shown only when the person said that they are safe."""
        data = super().clean() or {}
        if data.get("words") and not data.get("is_safe"):
            self.add_error("is_safe", _("Ask the person first, or leave the words out."))
        return data
