"""The contact form, in the order of a call."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework import places
from korgoo.casework.enums import AgeBand, Caller, Danger, Sex
from korgoo.desk import policies, wording
from korgoo.desk.enums import ASKED, Channel, MayCall, When
from korgoo.desk.forms.cards import CardsForm
from korgoo.desk.forms.fields import CHOOSE, TOO_LONG, YES_NO, known, radios, select, text
from korgoo.desk.services import CODED, WORDS, Told

# Folded away on the page until something stands in them.
FOLDED = (*WORDS, *CODED, "has_agreed", "may_call", "call_when", "is_child")
OPEN = frozenset({AgeBand.UNKNOWN, Sex.UNKNOWN})


class ContactForm(CardsForm):
    """The contact form: four answers are enough, in ninety seconds. No name, no story."""

    danger = radios(_("Is anyone in danger now?"), Danger.choices)
    asked = radios(_("What is asked?"), ASKED)
    channel = radios(_("How did it come?"), Channel.choices, initial=Channel.PHONE)
    language = forms.ChoiceField(
        label=_("Which language?"),
        choices=lambda: [("", _("Choose")), *places.languages()],
        error_messages=CHOOSE,
    )
    nickname = text(_("What may we call you?"), _("A nickname will do. Never the full name."))
    caller = radios(_("Who speaks with you?"), Caller.choices, required=False)
    country = select(_("Where is the person now?"), known(places.countries))
    region = select(_("Region"), known(places.regions))
    destination = select(
        _("In which country do they work, or want to?"), known(wording.destinations)
    )
    may_call = radios(
        _("May we call back?"), [("", _("Not asked")), *MayCall.choices], required=False
    )
    phone = text(_("Number to call back"))
    hours = text(_("When is it safe to call?"), _("For example: on Sunday morning."))
    word = text(
        _("What shall we say first?"),
        _("For example: it is about a parcel. So that nobody else learns who calls."),
    )
    call_when = select(
        _("Call back when?"), [("", pgettext_lazy("calling back", "No call")), *When.choices]
    )
    age_band = select(_("Age"), AgeBand.choices, initial=AgeBand.UNKNOWN)
    is_child = forms.BooleanField(label=_("Under 18, or perhaps under 18"), required=False)
    sex = radios(_("Sex"), Sex.choices, required=False)
    campaign = forms.RegexField(
        regex=r"^[A-Za-z0-9-]{2,20}$",
        label=_("Heard of us from"),
        help_text=_("The code on the poster or advertisement."),
        required=False,
        error_messages={"invalid": _("A code has letters, digits and dashes only.")},
    )
    has_agreed = radios(
        _("May we keep your number and a note?"),
        YES_NO,
        _("Ask in these words. Without a yes only the codes are kept."),
        required=False,
    )
    note = forms.CharField(
        label=_("Note"),
        help_text=_("What the next colleague must know. No names, no story."),
        widget=forms.Textarea,
        max_length=policies.LONGEST_NOTE,
        required=False,
        error_messages=TOO_LONG,
    )
    beside = forms.UUIDField(required=False, widget=forms.HiddenInput)
    conversation = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Words are kept by a yes only, and a call is planned to whom it was promised."""
        data = super().clean()
        keeping = policies.keep_words(has_words=self._has_words(data), has_agreed=_yes(data))
        if not keeping:
            self.add_error("has_agreed", str(keeping.reason))
            return data
        planning = policies.plan_call(
            may_call=data.get("may_call", ""),
            when=data.get("call_when", ""),
            has_number=bool(data.get("phone")),
            has_agreed=_yes(data),
        )
        if not planning:
            self.add_error("call_when", str(planning.reason))
        return data

    def told(self) -> Told:
        """What was told; of a valid form."""
        data = self.cleaned_data
        return Told(
            channel=Channel(data["channel"]),
            language=data["language"],
            danger=data["danger"],
            asked=data["asked"],
            coded={name: data[name] for name in CODED},
            is_child=data["is_child"],
            words={name: data[name] for name in WORDS},
            has_agreed=_yes(data),
            may_call=data["may_call"],
            call_when=data["call_when"],
            ending=self.ending(),
            beside=data["beside"],
            conversation_id=data["conversation"],
        )

    def clean_campaign(self) -> str:
        """Write a code in one way."""
        return str(self.cleaned_data["campaign"]).lower()

    @property
    def is_unfolded(self) -> bool:
        """Tell whether something stands in what is folded away, or may be wrong there."""
        answers = [self[name].value() for name in FOLDED]
        return self.is_bound or any(one for one in answers if one not in OPEN)

    @staticmethod
    def _has_words(data: dict[str, Any]) -> bool:
        return any(str(data.get(name) or "").strip() for name in WORDS)


def _yes(data: dict[str, Any]) -> bool | None:
    answer = data.get("has_agreed")
    return None if not answer else answer == "yes"
