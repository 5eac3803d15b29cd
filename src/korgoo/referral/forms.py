"""What members and persons fill in about referrals."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.lib.rows import RowsField
from korgoo.referral.enums import (
    LIVE,
    Caution,
    ConfirmedHow,
    DeclineReason,
    Helped,
    Need,
    Question,
    ReferralState,
    Urgency,
)
from korgoo.referral.services import Request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.api import OrganisationCard
    from korgoo.referral.models import Referral

MOST_PEOPLE = 200
# The person's own word comes with the code, on the public page alone.
TOLD_TO_SENDER = [(how.value, how.label) for how in (ConfirmedHow.PHONE, ConfirmedHow.IN_PERSON)]


def check_children(form: forms.Form, data: dict[str, Any]) -> dict[str, Any]:
    """Add an error when more children come than people."""
    if (data.get("children") or 0) > (data.get("people") or MOST_PEOPLE):
        form.add_error("children", _("More children than people cannot come."))
    return data


class RequestForm(forms.Form):
    """What is asked of the organisation. Choices only: no name and no story travels this way."""

    urgency = forms.ChoiceField(
        label=_("How soon is help needed?"), choices=Urgency.choices, widget=forms.RadioSelect
    )
    needs = forms.MultipleChoiceField(
        label=_("What does the person need?"),
        choices=Need.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing the person needs.")},
    )
    people = forms.IntegerField(
        label=_("How many people come?"),
        help_text=_("With children and others who come along."),
        min_value=1,
        max_value=MOST_PEOPLE,
        initial=1,
    )
    children = forms.IntegerField(
        label=_("How many of them are under 18?"),
        help_text=_("Count the person too, if under 18."),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
    )
    needs_interpreter = forms.BooleanField(label=_("An interpreter is needed"), required=False)
    needs_transport = forms.BooleanField(label=_("Transport is needed"), required=False)
    cautions = forms.MultipleChoiceField(
        label=_("What must they mind?"),
        choices=Caution.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Check that no more children come than people."""
        data = super().clean() or self.cleaned_data
        return check_children(self, data)

    def to_request(self, *, kind: str, receiver_id: int) -> Request:
        """Gather what was filled in for the service; the form is valid."""
        data: dict[str, Any] = self.cleaned_data
        return Request(
            receiver_id=receiver_id,
            kind=kind,
            urgency=data["urgency"],
            needs=tuple(data["needs"]),
            cautions=tuple(data["cautions"]),
            needs_interpreter=data["needs_interpreter"],
            needs_transport=data["needs_transport"],
            people=data["people"],
            children=data["children"] or 0,
        )

    @staticmethod
    def filled_from(draft: "Referral") -> dict[str, Any]:
        """Give what a draft holds, to show it again."""
        return {name: getattr(draft, name) for name in RequestForm.base_fields}


class DeclineForm(forms.Form):
    """Why not, and who could help instead."""

    reason = forms.ChoiceField(
        label=_("Why can you not help?"), choices=DeclineReason.choices, widget=forms.RadioSelect
    )
    alternative = forms.TypedChoiceField(
        label=_("Who could help instead?"),
        help_text=_("The sender sees your proposal and decides."),
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(
        self,
        *args: Any,
        organisations: "Iterable[OrganisationCard]",
        is_told: bool = False,
        **kwargs: Any,
    ) -> None:
        """Offer ``organisations`` instead; ``is_told``: the sender writes what it was told."""
        super().__init__(*args, **kwargs)
        if is_told:
            self.fields["reason"].label = _("Why can they not help?")
            self.fields["alternative"].label = _("Whom did they name instead?")
            self.fields["alternative"].help_text = ""
        none_named = pgettext_lazy("organisation", "They named none")
        nobody = ("", none_named if is_told else pgettext_lazy("organisation", "I know of none"))
        choices = [nobody, *((card.id, card.name) for card in organisations)]
        self.fields["alternative"].choices = choices  # type: ignore[attr-defined]


class AskForm(forms.Form):
    """What the receiver has to know before answering."""

    questions = forms.MultipleChoiceField(
        label=_("What do you need to know?"),
        choices=Question.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one question.")},
    )

    def __init__(self, *args: Any, is_told: bool = False, **kwargs: Any) -> None:
        """Ask for questions; ``is_told``: the sender writes what it was told."""
        super().__init__(*args, **kwargs)
        if is_told:
            self.fields["questions"].label = _("What do they need to know?")


class ArrivedForm(forms.Form):
    """Which of the referrals that wait have arrived."""

    chosen = RowsField(UUID, label=_("Referrals that arrived"))


class ConfirmForm(forms.Form):
    """What the person told the sender about the help."""

    helped = forms.ChoiceField(
        label=_("What does the person say: did help come?"),
        choices=Helped.choices,
        widget=forms.RadioSelect,
    )
    how = forms.ChoiceField(
        label=_("How did the person tell you?"), choices=TOLD_TO_SENDER, widget=forms.RadioSelect
    )


class HelpCameForm(forms.Form):
    """The person's own word, with what stands on the letter."""

    number = forms.CharField(
        label=_("Number on the letter"),
        help_text=_("Nine digits, like 482 915 373. Spaces do not matter."),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    code = forms.CharField(
        label=_("Your own code"),
        help_text=_("Nine digits that only you were given."),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    helped = forms.ChoiceField(
        label=_("Did help come?"), choices=Helped.choices, widget=forms.RadioSelect
    )


class WatchForm(forms.Form):
    """What the co-ordinator wants to see of the running referrals."""

    state = forms.ChoiceField(
        label=pgettext_lazy("referral", "State"),
        required=False,
        choices=[
            ("", pgettext_lazy("filter by state", "Every state")),
            *((state.value, state.label) for state in ReferralState if state in LIVE),
        ],
    )
    organisation = forms.TypedChoiceField(
        label=_("Organisation"), required=False, coerce=int, empty_value=None
    )

    def __init__(
        self, *args: Any, organisations: "Iterable[OrganisationCard]", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        every = ("", pgettext_lazy("filter by organisation", "Every organisation"))
        choices = [every, *((card.id, card.name) for card in organisations)]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
