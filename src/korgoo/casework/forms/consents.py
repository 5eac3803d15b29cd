"""What the person allows one organisation to know: asked, and taken back."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from korgoo.casework import places, policies
from korgoo.casework.enums import ConsentAge, Proof, Scope
from korgoo.casework.forms.fields import YES_NO, MediaField, ToldField, open_choice, radios, select
from korgoo.casework.grounds import Capacity, Decider, Purpose
from korgoo.casework.services import ConsentTalk
from korgoo.countrypack import api as packs


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
    """One talk about what one organisation may know for one purpose. A "no" is an answer like any other.

    What is left open was not asked: it is neither agreed to nor refused.
    """

    told = ToldField(
        label=_("Tell the person first. Mark what you have said."),
        choices=_told_choices,
        widget=forms.CheckboxSelectMultiple,
    )
    scope_referral = radios(Scope.REFERRAL.label, YES_NO)
    scope_identity = open_choice(Scope.IDENTITY.label, YES_NO)
    scope_contact = open_choice(Scope.CONTACT.label, YES_NO)
    scope_story = open_choice(Scope.STORY.label, YES_NO)
    scope_crime = open_choice(Scope.CRIME.label, YES_NO)
    scope_health = open_choice(Scope.HEALTH.label, YES_NO)
    scope_whereabouts = open_choice(Scope.WHEREABOUTS.label, YES_NO)
    scope_documents = open_choice(Scope.DOCUMENTS.label, YES_NO)
    scope_statistics = radios(Scope.STATISTICS.label, YES_NO)
    language = forms.ChoiceField(
        label=_("In which language did you talk?"), choices=places.languages
    )
    had_interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)
    is_interpreter_sworn = forms.BooleanField(
        label=_("The interpreter is sworn to secrecy"), required=False
    )
    guardian = radios(
        _("What does the guardian say?"),
        [
            ("yes", _("The guardian agreed")),
            (
                "no",
                _("The guardian did not agree, or there is none, or asking would be dangerous"),
            ),
        ],
    )
    capacity = open_choice(_("Could the person decide?"), Capacity.choices)
    decider = select(
        _("Who decided with or for the person?"),
        [("", _("Nobody: the person decided alone")), *Decider.choices],
    )
    lasts = open_choice(_("How long does this hold?"), ConsentAge.choices)
    proof = open_choice(_("How can it be shown later?"), Proof.choices)
    proof_file = MediaField(
        label=_("Picture of the signature or recorded voice"),
        help_text=_(
            "If you have one: up to 5 MB. It is cleaned of hidden data and sealed for your "
            "organisation alone."
        ),
    )

    def __init__(
        self,
        *args: Any,
        is_child: bool,
        offered: frozenset[Scope],
        purpose: Purpose = Purpose.HELP,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.purpose, self.gate = purpose, policies.gate(purpose)
        self.offered = [scope for scope in Scope if scope in offered]
        self.offered.sort(key=lambda scope: scope is not self.gate)
        if not is_child:
            del self.fields["guardian"]
        for scope in Scope:
            name = f"scope_{scope.value}"
            if scope in offered:
                self.fields[name].label = scope_words(scope)
            elif name in self.fields:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A refusal needs nothing more; an agreement needs to be told, its length, and proof."""
        data = super().clean() or {}
        if data.get(f"scope_{self.gate.value}") == "yes":
            self._need_the_rest(data)
            self._need_all_told(data)
        return data

    def _need_the_rest(self, data: dict[str, Any]) -> None:
        for name in ("lasts", "proof"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("Ask the person and mark the answer."))
        if data.get("capacity") == Capacity.UNABLE and not data.get("decider"):
            self.add_error("decider", _("Say who decided for the person."))

    def _need_all_told(self, data: dict[str, Any]) -> None:
        if len(data.get("told", ())) < len(packs.current().consent.told):
            self.add_error(
                "told", _("Only who was told everything can agree. Say the rest, then mark it.")
            )

    def given(self) -> frozenset[Scope]:
        """Say what the person agreed to; without the question it hangs on, nothing."""
        answers = self._answers()
        if answers.get(self.gate) != "yes":
            return frozenset()
        return frozenset(s for s, answer in answers.items() if answer == "yes")

    def asked(self) -> frozenset[Scope]:
        """Say what the person was asked at all."""
        return frozenset(s for s, answer in self._answers().items() if answer)

    def _answers(self) -> dict[Scope, str]:
        return {s: self.cleaned_data.get(f"scope_{s.value}", "") for s in self.offered}

    def talk(self, recipient_id: int) -> ConsentTalk:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return ConsentTalk(
            recipient_id=recipient_id,
            purpose=self.purpose,
            given=self.given(),
            asked=self.asked(),
            language=data["language"],
            proof=data["proof"],
            told=tuple(data["told"]),
            had_interpreter=data["had_interpreter"] or data["is_interpreter_sworn"],
            is_interpreter_sworn=data["is_interpreter_sworn"] if data["had_interpreter"] else None,
            guardian_agreed=data["guardian"] == "yes" if "guardian" in data else None,
            capacity=Capacity(data["capacity"] or Capacity.ABLE),
            decider=Decider(data["decider"]) if data["decider"] else None,
            lasts=ConsentAge(data["lasts"] or ConsentAge.OPEN),
            proof_file=data["proof_file"],
        )


class WithdrawForm(forms.Form):
    """What the person takes back: single things for every purpose, or a purpose as a whole."""

    scopes = forms.MultipleChoiceField(
        label=_("What does the person take back?"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,
        in_force: frozenset[Scope],
        purposes: tuple[Purpose, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        single = [(scope.value, scope_words(scope)) for scope in Scope if scope in in_force]
        whole = [
            (p.value, _("Everything for: %(purpose)s") % {"purpose": p.label}) for p in purposes
        ]
        choices = single + (whole if len(purposes) > 1 else [])
        self.fields["scopes"].choices = choices  # type: ignore[attr-defined]

    def taken_back(self) -> frozenset[Scope]:
        """Name what is taken back for every purpose."""
        names = set(Scope.values)
        return frozenset(Scope(n) for n in self.cleaned_data["scopes"] if n in names)

    def purposes(self) -> list[Purpose]:
        """Name the purposes for which everything is taken back."""
        return [p for p in Purpose if p.value in self.cleaned_data["scopes"]]
