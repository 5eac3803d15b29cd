"""What anybody fills in about an offer, and what a member says of a report."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from korgoo.lib import clock, uploads
from korgoo.offers import countries, policies, tickets
from korgoo.offers.enums import SETTLED, Channel, Reply, ReportState
from korgoo.offers.told import Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.countrypack.api import OfferSign
    from korgoo.lib.uploads import Paper

LONGEST, LINE = 4000, 300
TOO_LONG = {"max_length": _("This is too long. Make it shorter; nothing else is lost.")}
ANSWER = "sign-"


def _line(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=LINE, required=False, error_messages=TOO_LONG
    )


class CountryForm(forms.Form):
    """Where the job is; choices in the language of the page."""

    country = forms.ChoiceField(label=_("In which country is the job?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = countries.choices()  # type: ignore[attr-defined]


class CheckForm(CountryForm):
    """A question for each sign of the pack, and who offers; nothing is required."""

    agency = _line(_("Which agency or person offers it?"), _("A name, as far as you know it."))
    field_order = ["country", "agency"]

    def __init__(self, *args: Any, signs: "tuple[OfferSign, ...]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signs = signs
        language = get_language() or ""
        for sign in signs:
            self.fields[ANSWER + sign.key] = forms.ChoiceField(
                label=sign.question.in_language(language),
                choices=Reply.choices,
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def replies(self) -> dict[str, str]:
        """The answers by the key of the sign; of a valid form."""
        return {sign.key: self.cleaned_data[ANSWER + sign.key] for sign in self.signs}


class ReportForm(CountryForm):
    """What somebody tells of an offer; they tell what they want."""

    agency = _line(_("Who offers the work?"), _("Agency, person, nickname: whatever you know."))
    job = _line(_("What work is it?"))
    pay = _line(_("What pay do they promise?"))
    fee = _line(_("What do they want you to pay, and for what?"))
    channel = forms.ChoiceField(
        label=_("Where did you find the offer?"),
        choices=[
            ("", pgettext_lazy("where an offer was found", "I do not want to say")),
            *Channel.choices,
        ],
        required=False,
    )
    link = _line(_("Link, telephone number or account"), _("So that somebody can look at it."))
    visa = _line(_("Which visa or papers do they speak of?"))
    when = _line(_("When was it?"), _("About is enough: last week, in March."))
    text = forms.CharField(
        label=_("What else should be known?"),
        help_text=_("Leave your own name out if you wish."),
        widget=forms.Textarea,
        max_length=LONGEST,
        required=False,
        error_messages=TOO_LONG,
    )
    field_order = ["agency", "country", "job", "pay", "fee", "channel", "link", "visa", "when"]

    @property
    def told(self) -> Told:
        """What was told; of a valid form."""
        return Told(**self.cleaned_data, language=get_language() or "")


class SendForm(forms.Form):
    """The second page of a report: a picture, and what tells a person from a program."""

    picture = forms.FileField(
        label=_("A picture or screenshot"),
        help_text=_(
            "JPEG, PNG, WebP or PDF, at most 5 MB. Where and when it was taken is removed from it."
        ),
        required=False,
        allow_empty_file=True,
    )
    website = forms.CharField(required=False)
    ticket = forms.CharField(required=False)

    def __init__(self, *args: Any, told: Told, is_too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told, self.is_too_large = told, is_too_large

    def clean_picture(self) -> "Paper | None":
        """Make the picture anew, without what it tells beside itself."""
        file = self.cleaned_data["picture"]
        if self.is_too_large:
            raise forms.ValidationError(
                _("The file is larger than 5 MB. Make it smaller, or send it in parts.")
            )
        if file is None:
            return None
        try:
            return uploads.clean(file.read())
        except uploads.CannotTake as error:
            raise forms.ValidationError(str(error.message)) from error

    def clean(self) -> dict[str, Any]:
        """Refuse what only a program does, and a report that says nothing."""
        data = super().clean() or {}
        if data.get("website"):
            self.add_error(None, _("A hidden line was filled in. It is empty now: send again."))
        ticket = tickets.read(data.get("ticket", ""))
        if ticket is None:
            self.add_error(None, _("Look it through once more, then send it."))
        elif not (verdict := policies.send(ticket.shown_at, now=clock.now())):
            self.add_error(None, str(verdict.reason))
        has_picture = "picture" in self.errors or data.get("picture") is not None
        if not (verdict := policies.take(self.told, has_picture=has_picture)):
            self.add_error(None, str(verdict.reason))
        return data


class SettleForm(forms.Form):
    """What became of a report."""

    state = forms.ChoiceField(
        label=_("What became of it?"),
        choices=[(s.value, s.label) for s in ReportState if s in SETTLED],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    note = forms.CharField(
        label=_("To whom, or what was done"),
        widget=forms.Textarea,
        max_length=LONGEST,
        required=False,
        error_messages=TOO_LONG,
    )
    seen = forms.ChoiceField(choices=ReportState.choices, widget=forms.HiddenInput)


def answered(data: "Mapping[str, str]") -> dict[str, str]:
    """Take what was filled in, to show a form filled in again without judging it."""
    return {name: data[name] for name in data if data[name]}
