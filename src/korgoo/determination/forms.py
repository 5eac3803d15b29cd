"""What is asked for a decision, a note and a claim."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access import api as access
from korgoo.casework import places
from korgoo.casework.forms.fields import STORY, radios
from korgoo.determination.enums import (
    Acts,
    Agreement,
    AppealBy,
    Basis,
    ClaimResult,
    Conflict,
    Currency,
    Finding,
    Forum,
    Function,
    GivenHow,
    Material,
    NotifiedHow,
    Outcome,
    Outside,
    ReviewResult,
    Rule,
)
from korgoo.determination.services import Giving, NewClaim, Proposal, Seat
from korgoo.lib import clock

if TYPE_CHECKING:
    from datetime import date

    from korgoo.access.actor import Actor

OUTSIDERS = 3
FOUND = [(f.value, f.label) for f in Finding if f is not Finding.NOT_NEEDED]
CHOOSE = ("", _("Choose"))


def day(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DateField:
    """Ask for a day in three parts."""
    return forms.DateField(
        label=label, help_text=help_text, required=required, widget=forms.SelectDateWidget
    )


def amount(label: Any, *, required: bool = True) -> forms.DecimalField:
    """Ask for money above nothing."""
    return forms.DecimalField(
        label=label,
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
        required=required,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )


def boxes(label: Any, choices: Any, *, required: bool = True) -> forms.MultipleChoiceField:
    """Offer several options, any of them."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=required, widget=forms.CheckboxSelectMultiple
    )


def not_ahead(given: "date | None") -> "date | None":
    """Refuse a day that has not come yet."""
    if given and given > clock.today():
        raise forms.ValidationError(_("This day has not come yet."))
    return given


class ProposalForm(forms.Form):
    """What one member proposes to decide, and who sits on it."""

    no_conflict = forms.BooleanField(
        label=_("I have no conflict of interest in this case"),
        help_text=_("I do not know the person or the suspects, and gain nothing by the decision."),
    )
    chair = radios(_("Who is the chair?"), ())
    colleagues = boxes(_("Who else of your organisation sits?"), (), required=False)
    materials = boxes(_("What did the body look at?"), Material.choices)
    rule = radios(_("Which rule is applied?"), Rule.choices)
    act = radios(_("Act: recruiting, moving, hiding or receiving the person"), FOUND)
    means = radios(_("Means: force, threat, deceit, abuse of weakness, payment"), FOUND)
    purpose = radios(_("Purpose: exploitation"), FOUND)
    outcome = radios(_("What do you propose to decide?"), Outcome.choices)
    reasons = forms.CharField(
        label=_("Reasons"),
        help_text=_(
            "They are sealed: only your organisation and the owner of the case read them."
        ),
        widget=forms.Textarea,
        max_length=STORY,
    )
    valid_until = day(
        _("Valid until"), _("Leave it empty when the decision has no end."), required=False
    )

    def __init__(self, *args: Any, actor: "Actor", is_child: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.is_child = actor, is_child
        staff = access.list_colleagues(actor=actor)
        others = [(str(key), name) for key, name in staff if key != actor.user_id]
        me = (str(actor.user_id), access.member_name(actor.user_id))
        self.fields["chair"].choices = [me, *others]  # type: ignore[attr-defined]
        self.fields["colleagues"].choices = others  # type: ignore[attr-defined]
        if not others:
            del self.fields["colleagues"]
        if is_child:
            del self.fields["rule"], self.fields["means"]
        houses = [(str(card.id), card.name) for card in access.offer_all(actor=actor)]
        for n in range(1, OUTSIDERS + 1):
            self._add_outsider(n, houses)

    def _add_outsider(self, number: int, houses: list[tuple[str, str]]) -> None:
        self.fields[f"house_{number}"] = forms.ChoiceField(
            label=_("Somebody of another organisation, without an account here"),
            choices=[("", pgettext_lazy("nobody chosen", "Nobody")), *houses],
            required=False,
        )
        self.fields[f"function_{number}"] = forms.ChoiceField(
            label=pgettext_lazy("in a body", "Function"),
            choices=[(f.value, f.label) for f in (Function.MEMBER, Function.EXPERT)],
            required=False,
        )

    def outsiders(self) -> list[tuple[str, str]]:
        """Name the pairs of fields for people of other organisations."""
        return [(f"house_{n}", f"function_{n}") for n in range(1, OUTSIDERS + 1)]

    def proposal(self) -> Proposal:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return Proposal(
            function=self._function_of(str(self.actor.user_id)),
            seats=tuple(self._seats()),
            rule=Rule(data.get("rule", Rule.CHILD)),
            act=Finding(data["act"]),
            means=Finding(data.get("means", Finding.NOT_NEEDED)),
            purpose=Finding(data["purpose"]),
            outcome=Outcome(data["outcome"]),
            materials=tuple(data["materials"]),
            reasons=data["reasons"],
            valid_until=data["valid_until"],
        )

    def _seats(self) -> list[Seat]:
        data, own = self.cleaned_data, self.actor.organisation_id
        sitting = dict.fromkeys(data.get("colleagues", []))
        if data["chair"] != str(self.actor.user_id):
            sitting[data["chair"]] = None
        found = [Seat(self._function_of(key), own, int(key)) for key in sitting]
        for house, function in self.outsiders():
            if data[house]:
                chosen = Function(data[function] or Function.MEMBER)
                found.append(Seat(chosen, int(data[house])))
        return found

    def _function_of(self, key: str) -> Function:
        if key == self.cleaned_data["chair"]:
            return Function.CHAIR
        is_own = key == str(self.actor.user_id)
        return Function.SECRETARY if is_own else Function.MEMBER


class ConflictForm(forms.Form):
    """What a member says of a conflict of interest."""

    conflict = radios(
        _("Is there a conflict of interest?"),
        [(c.value, c.label) for c in Conflict if c is not Conflict.UNASKED],
    )


class DissentForm(forms.Form):
    """Another opinion, put beside the decision."""

    words = forms.CharField(
        label=_("Dissenting opinion"),
        help_text=_("It is sealed with the reasons."),
        widget=forms.Textarea,
        max_length=STORY,
    )


class NotifyForm(forms.Form):
    """How the person was told."""

    how = radios(_("How was the person told?"), NotifiedHow.choices)
    language = forms.ChoiceField(
        label=_("In which language?"), choices=lambda: [CHOOSE, *places.languages()]
    )


class AppealForm(forms.Form):
    """Who appeals."""

    by = radios(_("Who appeals?"), AppealBy.choices)


class NoteForm(forms.Form):
    """The review of non-punishment."""

    acts = boxes(_("What may the person be sanctioned for?"), Acts.choices)
    result = radios(_("What does the review come to?"), ReviewResult.choices)


class GiveForm(forms.Form):
    """To whom the note is given: an organisation here, or a body outside."""

    organisation = forms.ChoiceField(label=_("An organisation on the platform"), required=False)
    outside = forms.ChoiceField(
        label=_("Or a body outside"),
        choices=[("", pgettext_lazy("nobody chosen", "Nobody")), *Outside.choices],
        required=False,
    )
    how = radios(_("How did it go there?"), GivenHow.choices)
    agreed = radios(_("Who agreed?"), Agreement.choices)
    given_on = day(_("Given on"))

    def __init__(self, *args: Any, actor: "Actor", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        houses = [(str(card.id), card.name) for card in access.offer_all(actor=actor)]
        nobody = ("", pgettext_lazy("nobody chosen", "Nobody"))
        self.fields["organisation"].choices = [nobody, *houses]  # type: ignore[attr-defined]

    def clean_given_on(self) -> "date | None":
        """Refuse a day to come."""
        return not_ahead(self.cleaned_data["given_on"])

    def clean(self) -> dict[str, Any]:
        """One receiver, and a way that leads to it."""
        data = super().clean() or {}
        if bool(data.get("organisation")) == bool(data.get("outside")):
            self.add_error(
                "organisation", _("Choose one: an organisation here, or a body outside.")
            )
        elif data.get("outside") and data.get("how") == GivenHow.PLATFORM:
            self.add_error(
                "how", _("A body outside is reached by hand, by letter or by the lawyer.")
            )
        return data

    def giving(self) -> Giving:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return Giving(
            agreed=Agreement(data["agreed"]),
            given_on=data["given_on"],
            how=GivenHow(data["how"]),
            organisation_id=int(data["organisation"]) if data["organisation"] else None,
            outside=data["outside"],
        )


class ClaimForm(forms.Form):
    """A new claim."""

    basis = radios(_("What is claimed for?"), Basis.choices)
    forum = radios(_("Where?"), Forum.choices)
    claimed = amount(_("Amount claimed"))
    currency = forms.ChoiceField(label=_("Currency"), choices=Currency.choices)
    filed_on = day(_("Filed on"))

    def clean_filed_on(self) -> "date | None":
        """Refuse a day to come."""
        return not_ahead(self.cleaned_data["filed_on"])

    def claim(self) -> NewClaim:
        """Put the answers together for the service."""
        data = self.cleaned_data
        return NewClaim(
            data["basis"], data["forum"], data["currency"], data["claimed"], data["filed_on"]
        )


class ClaimDecidedForm(forms.Form):
    """How a claim ended."""

    result = radios(_("How did it end?"), ClaimResult.choices)
    awarded = amount(_("Amount awarded"), required=False)
    decided_on = day(_("Decided on"))

    def clean_decided_on(self) -> "date | None":
        """Refuse a day to come."""
        return not_ahead(self.cleaned_data["decided_on"])


class ClaimPaidForm(forms.Form):
    """Money that the person received."""

    amount = amount(_("Amount received"))
    received_on = day(_("Received on"))

    def clean_received_on(self) -> "date | None":
        """Refuse a day to come."""
        return not_ahead(self.cleaned_data["received_on"])
