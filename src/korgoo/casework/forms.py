"""Forms of casework. Labels are the words of a page; what is sealed is marked in the templates."""

from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet
from korgoo.casework import places
from korgoo.casework.enums import (
    AgeBand,
    Caller,
    Channel,
    ConsentAge,
    Danger,
    Decision,
    Exploitation,
    Matter,
    Proof,
    Protection,
    Scope,
    Sector,
    Sex,
)
from korgoo.casework.services import ConsentTalk, Details, FirstContact
from korgoo.casework.services.cases import CODED
from korgoo.countrypack import api as packs
from korgoo.identification.enums import FULL_VIEW, Talk
from korgoo.lib import codes

LONG = 200
STORY = 20_000
YES_NO = [("yes", pgettext_lazy("answer", "Yes")), ("no", pgettext_lazy("answer", "No"))]
CONTACT = ("phone", "safe_hours", "who_answers", "safe_word", "address")
IDENTITY = ("name", "other_names", "birth", "document_kind", "document_number")


class OpenChoiceField(forms.ChoiceField):
    """A question that is asked of everybody; when it may stay open, the form decides."""

    def validate(self, value: Any) -> None:
        """Refuse only what is no option."""
        if value and not self.valid_value(value):
            raise forms.ValidationError(_("Choose one of the answers."))


class ToldField(forms.MultipleChoiceField):
    """What was told; whether all of it is needed, the form decides."""

    def validate(self, value: Any) -> None:
        """Refuse only what is not on the list."""
        if not all(self.valid_value(key) for key in value):
            raise forms.ValidationError(_("Mark only what is on the list."))


def _open(label: Any, choices: Any) -> OpenChoiceField:
    return OpenChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


def _radios(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def _select(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, **more)


def _text(label: Any, help_text: Any = "", *, longest: int = LONG) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=longest, required=False)


class PersonForm(forms.Form):
    """What may be known of a person besides the four answers. Nothing here is ever required."""

    caller = _radios(_("Who speaks with you?"), Caller.choices, required=False)
    name = _text(
        _("Name, or what to call the person"), _("A nickname will do. It is sealed at once.")
    )
    phone = _text(_("Telephone"))
    safe_hours = _text(_("When and how is it safe to call?"))
    who_answers = _text(_("Who else may answer this telephone?"))
    safe_word = _text(
        _("Safe word"), _("A word by which the person knows that it is you, and can speak.")
    )
    sex = _radios(_("Sex"), Sex.choices, required=False)
    age_band = _select(_("Age"), AgeBand.choices)
    citizenship = _select(_("Citizenship"), lambda: places.optional(places.countries()))
    country = _select(_("Country where it happened"), lambda: places.optional(places.countries()))
    region = _select(
        _("Region where the person is now"), lambda: places.optional(places.regions())
    )

    def told(self, names: tuple[str, ...]) -> dict[str, str]:
        """Take the answers of some fields, without spaces around them."""
        return {n: self.cleaned_data[n].strip() for n in names if n in self.cleaned_data}


class FirstContactForm(PersonForm):
    """The first contact: four answers are enough."""

    channel = _radios(_("How did the contact come?"), Channel.choices)
    language = forms.ChoiceField(
        label=_("Which language does the person speak best?"),
        choices=lambda: [("", _("Choose")), *places.languages()],
    )
    danger = _radios(_("Is anyone in danger now?"), Danger.choices)
    matter = _radios(_("What does the person ask for?"), Matter.choices)
    note = forms.CharField(
        label=_("In the person's own words"),
        help_text=_("It is sealed at once. Do not ask for more than the person wants to tell."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )
    field_order = ("danger", "matter", "channel", "language")

    def contact(self) -> FirstContact:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return FirstContact(
            channel=data["channel"],
            language=data["language"],
            danger=Danger(data["danger"]),
            matter=Matter(data["matter"]),
            coded=self.told(CODED),
            identity=self.told(IDENTITY),
            contact=self.told(CONTACT),
            note=data["note"],
        )


class DetailsForm(PersonForm):
    """Everything that is known of a person, written when there is time for it."""

    other_names = _text(
        _("Other names and spellings"),
        _("Former names, a patronymic, how it is written in a passport."),
    )
    birth = _text(_("Date or year of birth"), _("For example 27.03.1998, or only 1998."))
    document_kind = _text(_("Kind of document"), _("For example passport or birth certificate."))
    document_number = _text(_("Number of the document"))
    address = _text(
        _("Where the person can be found"), _("Never the address of a shelter."), longest=500
    )
    exploitation = _select(_("What was done to the person"), Exploitation.choices)
    sector = _select(_("Where the person worked"), Sector.choices)

    def details(self) -> Details:
        """Put the answers together for the service."""
        return Details(self.told(CODED), self.told(IDENTITY), self.told(CONTACT))

    @staticmethod
    def initial_of(details: Details) -> dict[str, str]:
        """Lay what is written into the fields."""
        return {**details.coded, **details.identity, **details.contact}


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

    talk = _radios(_("Can the person speak freely?"), Talk.choices)
    view = _radios(_("Which questions do you want to ask?"), view_choices)


class DecisionForm(forms.Form):
    """What the officer decides."""

    decision = _radios(_("What do you decide?"), Decision.choices)
    reason = forms.CharField(
        label=_("Why, in a few words"),
        help_text=_("It is sealed with the story. Write why if you differ from the reading."),
        widget=forms.Textarea,
        max_length=STORY,
        required=False,
    )


class StatusForm(forms.Form):
    """Move a case to another protection status."""

    status = _radios(_("What is the status now?"), ())

    def __init__(self, *args: Any, moves: list[Protection], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(m.value, m.label) for m in moves]  # type: ignore[attr-defined]


def _told_choices() -> list[tuple[str, str]]:
    pack = packs.current()
    language = get_language() or pack.default_language
    return [(item.key, item.text.in_language(language)) for item in pack.consent.told]


def scope_words(scope: Scope) -> str:
    """Say one scope as the person hears it, in the words of the pack."""
    pack = packs.current()
    texts = {str(name): text for name, text in pack.consent.scopes.items()}
    return texts[scope.value].in_language(get_language() or pack.default_language)


class ConsentForm(forms.Form):
    """One talk about what one organisation may know. A "no" is an answer like any other."""

    told = ToldField(
        label=_("Tell the person first. Mark what you have said."),
        choices=_told_choices,
        widget=forms.CheckboxSelectMultiple,
    )
    scope_referral = _radios(Scope.REFERRAL.label, YES_NO)
    scope_identity = _open(Scope.IDENTITY.label, YES_NO)
    scope_contact = _open(Scope.CONTACT.label, YES_NO)
    scope_story = _open(Scope.STORY.label, YES_NO)
    language = forms.ChoiceField(
        label=_("In which language did you talk?"), choices=places.languages
    )
    had_interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)
    guardian = _radios(
        _("What does the guardian say?"),
        [
            ("yes", _("The guardian agreed")),
            (
                "no",
                _("The guardian did not agree, or there is none, or asking would be dangerous"),
            ),
        ],
    )
    lasts = _open(_("How long does this hold?"), ConsentAge.choices)
    proof = _open(_("How can it be shown later?"), Proof.choices)

    def __init__(self, *args: Any, is_child: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_child:
            del self.fields["guardian"]
        for scope in Scope:
            self.fields[f"scope_{scope.value}"].label = scope_words(scope)

    def clean(self) -> dict[str, Any]:
        """A refusal needs nothing more; an agreement needs an answer to each question, and proof."""
        data = super().clean() or {}
        if data.get("scope_referral") == "yes":
            self._need_the_rest(data)
            self._need_all_told(data)
        return data

    def _need_the_rest(self, data: dict[str, Any]) -> None:
        rest = [f"scope_{s.value}" for s in Scope if s is not Scope.REFERRAL]
        for name in (*rest, "lasts", "proof"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("Ask the person and mark the answer."))

    def _need_all_told(self, data: dict[str, Any]) -> None:
        if len(data.get("told", ())) < len(packs.current().consent.told):
            self.add_error(
                "told", _("Only who was told everything can agree. Say the rest, then mark it.")
            )

    def given(self) -> frozenset[Scope]:
        """Say what the person agreed to; without the referral itself, nothing."""
        data = self.cleaned_data
        if data["scope_referral"] != "yes":
            return frozenset()
        return frozenset(s for s in Scope if data[f"scope_{s.value}"] == "yes")

    def talk(self, recipient_id: int) -> ConsentTalk:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return ConsentTalk(
            recipient_id=recipient_id,
            given=self.given(),
            language=data["language"],
            proof=data["proof"],
            told=tuple(data["told"]),
            had_interpreter=data["had_interpreter"],
            guardian_agreed=data["guardian"] == "yes" if "guardian" in data else None,
            lasts=ConsentAge(data["lasts"] or ConsentAge.OPEN),
        )


class WithdrawForm(forms.Form):
    """What the person takes back."""

    scopes = forms.MultipleChoiceField(
        label=_("What does the person take back?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, in_force: frozenset[Scope], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].choices = [  # type: ignore[attr-defined]
            (scope.value, scope_words(scope)) for scope in Scope if scope in in_force
        ]


PARTS = {Facet.IDENTITY: IDENTITY, Facet.CONTACT: CONTACT}
