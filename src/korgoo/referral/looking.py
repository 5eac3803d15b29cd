"""Looking for who can help: who comes, who fits, why, and why not."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.casework.enums import Danger
from korgoo.directory import api as directory
from korgoo.directory.enums import Ability, Standing
from korgoo.lib.collation import place_of
from korgoo.referral.enums import Urgency
from korgoo.referral.forms import MOST_PEOPLE, check_children
from korgoo.referral.seekers import seeker_for

if TYPE_CHECKING:
    from uuid import UUID

    from korgoo.access.api import OrganisationCard
    from korgoo.casework.api import CaseCard
    from korgoo.directory.api import Seeker, Suggestion
    from korgoo.referral.models import Referral


class WhoComesForm(forms.Form):
    """Who needs help, so that the list fits. Sent, never put into an address; kept nowhere."""

    people = forms.IntegerField(
        label=gettext_lazy("How many people come?"),
        help_text=gettext_lazy("With children and others who come along."),
        min_value=1,
        max_value=MOST_PEOPLE,
    )
    children = forms.IntegerField(
        label=gettext_lazy("How many of them are under 18?"),
        help_text=gettext_lazy("Count the person too, if under 18."),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
    )
    urgency = forms.ChoiceField(
        label=gettext_lazy("How soon is help needed?"), choices=Urgency.choices
    )
    days = forms.IntegerField(
        label=gettext_lazy("For how many days?"), min_value=1, max_value=3650, required=False
    )
    abilities = forms.MultipleChoiceField(
        label=gettext_lazy("What must they be ready for?"),
        choices=Ability.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        """Check that no more children come than people."""
        return check_children(self, super().clean() or self.cleaned_data)

    def to_seeker(self, case: "CaseCard") -> "Seeker":
        """Describe who looks for help; a form that was not sent, or not well, gives what is usual."""
        data = self.cleaned_data if self.is_valid() else self.initial
        return seeker_for(
            case,
            people=data["people"],
            children=data["children"] or 0,
            urgency=data["urgency"],
            days=data.get("days"),
            abilities=frozenset(data.get("abilities") or ()),
        )


@dataclass(frozen=True, slots=True)
class Card:
    """One organisation to ask. ``since``: how long ago its members looked at what is said here."""

    name: str
    href: str
    standing: Standing
    reasons: tuple[str, ...]
    hint: str
    since: timedelta | None
    is_named: bool


def who_comes(case: "CaseCard", last: "Referral | None", typed: Any) -> WhoComesForm:
    """Ask who comes; what was asked in this case before stands there already."""
    usual = {
        "people": last.people if last else 1,
        "children": last.children if last else int(case.is_child),
        "urgency": last.urgency if last else _urgency(case),
    }
    return WhoComesForm(typed, initial=usual)


def write_address(case_id: "UUID", kind: str, receiver_id: int, seeker: "Seeker") -> str:
    """Build the address of the form for one organisation; it carries numbers of people alone."""
    page = reverse("referral:write", args=[case_id, kind, receiver_id])
    if (seeker.people, seeker.children) == (1, int(seeker.is_child)):
        return page
    return f"{page}?{urlencode({'people': seeker.people, 'children': seeker.children})}"


def groups(cards: "list[Card]") -> list[dict[str, Any]]:
    """Sort whom one may ask: named by a colleague, who fits, whom to call first, who does not fit."""
    others = [card for card in cards if not card.is_named]
    told = [card for card in others if card.reasons]
    made: list[tuple[str, list[Card]]] = [
        (_("Named by a colleague"), [card for card in cards if card.is_named]),
        (_("Fits what is known"), [card for card in told if card.standing is Standing.FITS]),
        (_("Call first"), [card for card in told if card.standing is Standing.ASK]),
        (
            _("Has not said yet whom it takes: call first"),
            [card for card in others if not card.reasons],
        ),
        (_("Does not fit, because"), [c for c in told if c.standing is Standing.DOES_NOT]),
    ]
    return [{"title": title, "cards": found} for title, found in made if found]


def cards(
    case_id: "UUID",
    kind: str,
    offered: "list[OrganisationCard]",
    seeker: "Seeker",
    *,
    named: str,
) -> tuple[list[Card], bool]:
    """Describe whom one may ask, the best first; and tell whether nobody can help.

    Args:
        case_id: Whose case.
        kind: Which help.
        offered: Organisations with the mandate.
        seeker: Who needs it.
        named: Number of the organisation that was named by the one that declined; or empty.
    """
    found = directory.suggest(kind, seeker, [card.id for card in offered])
    ordered = sorted(offered, key=lambda card: _rank(card, found[card.id]))
    made = [
        _card(
            card,
            found[card.id],
            href=write_address(case_id, kind, card.id, seeker),
            is_named=str(card.id) == named,
        )
        for card in ordered
    ]
    return made, directory.gap_reason(found.values()) is not None


def _rank(card: "OrganisationCard", found: "Suggestion") -> tuple[Any, ...]:
    """Put first who fits for long enough, then who is connected, then who has most places free."""
    free = found.count.free if found.count else 0
    return found.standing, found.is_short, not card.is_connected, -free, place_of(card.name)


def _card(card: "OrganisationCard", found: "Suggestion", *, href: str, is_named: bool) -> Card:
    return Card(
        name=card.name,
        href=href,
        standing=found.standing,
        reasons=found.reasons,
        hint=_hint(card, is_named=is_named),
        since=found.since,
        is_named=is_named,
    )


def _hint(card: "OrganisationCard", *, is_named: bool) -> str:
    if is_named and card.is_connected:
        return _("Named by the organisation that declined.")
    if is_named:
        return _(
            "Named by the organisation that declined. "
            "Not connected: gets a printed letter, and you write here what they answer."
        )
    if card.is_connected:
        return ""
    return _(
        "Not connected yet: gets a printed letter, and you write here what they answer. "
        "Sealed parts cannot be shared with it."
    )


def _urgency(case: "CaseCard") -> str:
    return Urgency.NOW if case.danger == Danger.YES else Urgency.DAY
