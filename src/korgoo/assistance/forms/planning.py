"""What is written of a programme: goals, items, reviews, help that was given."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.assistance import wording
from korgoo.assistance.enums import Agreed, Cost, Delay, ItemState, Need, Outside, Unit
from korgoo.assistance.forms.fields import (
    day,
    line,
    provider_of,
    providers,
    radios,
    select,
    words,
)
from korgoo.assistance.services import Given, Plan
from korgoo.lib import clock, codes

if TYPE_CHECKING:
    from uuid import UUID

    from korgoo.access.actor import Actor
    from korgoo.assistance.models import ProgrammeItem


class GoalsForm(forms.Form):
    """What the person wants to reach."""

    goals = words(
        _("What does the person want to reach?"),
        _("In their own words. Sealed with what the person told."),
    )


class PlanForm(forms.Form):
    """One thing to be done for the person."""

    need = select(_("For which need?"), Need.choices)
    service = select(_("Which help?"), wording.services)
    provider = select(_("Who gives it?"), (), required=False)
    outside_name = line(
        _("Name of who helps, if not on the list"),
        _("Sealed with what the person told. For health the kind of body is enough."),
    )
    start = day(_("Planned from"))
    end = day(_("Planned until"))
    cost = select(_("Who pays?"), Cost.choices, initial=Cost.UNKNOWN)
    referral_number = forms.CharField(
        label=_("Number of the referral"),
        help_text=_("If an organisation was asked by a referral."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    agreed = radios(_("Did the person agree?"), Agreed.choices, initial=Agreed.NOT_ASKED)
    agreed_on = day(_("When was the person asked?"))
    delay = select(
        _("If it is late: why?"),
        [("", pgettext_lazy("delay", "It is not late")), *Delay.choices],
        required=False,
    )

    def __init__(self, *args: Any, actor: "Actor", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].choices = providers(actor)  # type: ignore[attr-defined]

    def clean_referral_number(self) -> str:
        """Catch a wrong, missing or swapped digit."""
        typed = self.cleaned_data["referral_number"].strip()
        number = codes.parse(typed) if typed else ""
        if number is None:
            raise forms.ValidationError(
                _("This is no number of a referral: a digit is wrong, missing or swapped.")
            )
        return number

    def plan(self) -> Plan:
        """Put the answers together for the service; the form is valid."""
        data = self.cleaned_data
        provider_id, outside = provider_of(data["provider"])
        return Plan(
            need=Need(data["need"]),
            service=data["service"],
            provider_id=provider_id,
            outside=outside,
            outside_name=data["outside_name"],
            start=data["start"],
            end=data["end"],
            cost=Cost(data["cost"]),
            agreed=Agreed(data["agreed"]),
            agreed_on=data["agreed_on"],
            referral_number=data["referral_number"],
            delay=Delay(data["delay"]) if data["delay"] else None,
        )

    @staticmethod
    def filled_from(item: "ProgrammeItem") -> dict[str, Any]:
        """Lay an item into the fields; a sealed name is not opened for it."""
        provider = f"org-{item.provider_id}" if item.provider_id else ""
        return {
            "need": item.need,
            "service": item.service,
            "provider": provider or (f"out-{item.outside}" if item.outside else ""),
            "start": item.planned_start,
            "end": item.planned_end,
            "cost": item.cost,
            "referral_number": codes.spoken(item.referral_number),
            "agreed": item.agreed,
            "agreed_on": item.agreed_on,
            "delay": item.delay,
        }


class MoveForm(forms.Form):
    """How far planned help has come."""

    state = radios(_("Where does it stand now?"), ())
    on = day(_("On which day?"), required=True)

    def __init__(self, *args: Any, moves: list[ItemState], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = clock.today()
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            (move.value, wording.MOVES[move]) for move in moves
        ]


class ReviewForm(forms.Form):
    """Going through the programme with the person."""

    agreed = radios(_("Does the person agree with the programme?"), Agreed.choices)
    agreed_on = day(_("When was the person asked?"))
    review_on = day(
        _("Go through it again on"), _("Your own date. Leave it open if you cannot say.")
    )


class GivenForm(forms.Form):
    """Help that was given on a day."""

    on = day(_("On which day?"), required=True)
    service = select(_("Which help?"), wording.services)
    provider = select(_("Who gave it?"), ())
    quantity = forms.IntegerField(
        label=_("How much?"), min_value=1, max_value=1_000_000, initial=1
    )
    unit = select(pgettext_lazy("of help given", "Counted in"), Unit.choices, initial=Unit.TIMES)

    def __init__(
        self, *args: Any, actor: "Actor", item: "ProgrammeItem | None", **kwargs: Any
    ) -> None:
        """Ask for service and provider only where no ``item`` says them."""
        super().__init__(*args, **kwargs)
        self.item_id: UUID | None = item.pk if item else None
        self.fields["on"].initial = clock.today()
        if item is None:
            self.fields["provider"].choices = providers(actor)[1:]  # type: ignore[attr-defined]
        else:
            del self.fields["service"], self.fields["provider"]

    def given(self) -> Given:
        """Put the answers together for the service; the form is valid."""
        data = self.cleaned_data
        provider_id: int | None = None
        outside: Outside | None = None
        if self.item_id is None:
            provider_id, outside = provider_of(data["provider"])
        return Given(
            on=data["on"],
            service=data.get("service", ""),
            provider_id=provider_id,
            outside=outside,
            quantity=data["quantity"],
            unit=Unit(data["unit"]),
            item_id=self.item_id,
        )
