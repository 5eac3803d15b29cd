"""What the person allows one organisation to know: asked, and taken back."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from korgoo.casework import places
from korgoo.casework.enums import ConsentAge, Proof, Scope
from korgoo.casework.forms.fields import YES_NO, ToldField, open_choice, radios
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
    """One talk about what one organisation may know. A "no" is an answer like any other."""

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
    scope_therapy = open_choice(Scope.THERAPY.label, YES_NO)
    scope_whereabouts = open_choice(Scope.WHEREABOUTS.label, YES_NO)
    scope_documents = open_choice(Scope.DOCUMENTS.label, YES_NO)
    language = forms.ChoiceField(
        label=_("In which language did you talk?"), choices=places.languages
    )
    had_interpreter = forms.BooleanField(label=_("An interpreter helped"), required=False)
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
    lasts = open_choice(_("How long does this hold?"), ConsentAge.choices)
    proof = open_choice(_("How can it be shown later?"), Proof.choices)

    def __init__(
        self, *args: Any, is_child: bool, offered: frozenset[Scope], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = [scope for scope in Scope if scope in offered]
        if not is_child:
            del self.fields["guardian"]
        for scope in Scope:
            if scope in offered:
                self.fields[f"scope_{scope.value}"].label = scope_words(scope)
            else:
                del self.fields[f"scope_{scope.value}"]

    def clean(self) -> dict[str, Any]:
        """A refusal needs nothing more; an agreement needs an answer to each question, and proof."""
        data = super().clean() or {}
        if data.get("scope_referral") == "yes":
            self._need_the_rest(data)
            self._need_all_told(data)
        return data

    def _need_the_rest(self, data: dict[str, Any]) -> None:
        rest = [f"scope_{s.value}" for s in self.offered if s is not Scope.REFERRAL]
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
        return frozenset(s for s in self.offered if data[f"scope_{s.value}"] == "yes")

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
