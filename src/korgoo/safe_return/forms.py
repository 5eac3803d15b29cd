"""What members fill in about a return. Choices, but for two places and a telephone, which are sealed."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access.enums import Mandate
from korgoo.casework import places
from korgoo.safe_return import envelopes
from korgoo.safe_return.enums import (
    BanTold,
    BestInterest,
    Court,
    Escort,
    Family,
    Fitness,
    Freely,
    Ground,
    Guardian,
    How,
    Level,
    Measure,
    Papers,
    PartnerAnswer,
    PlaceKind,
    Risk,
    StopKind,
    Ticket,
    ToldHow,
    Wish,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.api import OrganisationCard
    from korgoo.access.enums import Facet

LONG = 1000


def _radios(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **more)


def _select(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, **more)


def _boxes(label: Any, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    boxes = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(
        label=label, choices=choices, widget=boxes, required=False, **more
    )


def _countries() -> places.Choices:
    return [("", pgettext_lazy("country", "Choose")), *places.countries()]  # type: ignore[list-item]


class WishForm(forms.Form):
    """The person's own word."""

    wish = _radios(_("Does the person want to return?"), Wish.choices)
    freely = _radios(_("Could they answer freely?"), Freely.choices)


class StartForm(WishForm):
    """The first question about a return."""

    country = _select(_("To which country?"), _countries)
    field_order = ("wish", "freely", "country")


class TravelForm(forms.Form):
    """What is prepared. Everything may stay open."""

    leaves_on = forms.DateField(
        label=_("Day of leaving"), required=False, widget=forms.SelectDateWidget
    )
    papers = _select(_("Papers to travel with"), Papers.choices)
    ticket = _select(pgettext_lazy("field", "Ticket"), Ticket.choices)
    escort = _select(_("Who travels along"), Escort.choices)
    ban_told = _select(_("Ban on coming back"), BanTold.choices)
    fitness = _select(_("Fit to travel, by a doctor"), Fitness.choices)
    family = _select(_("Does the family know?"), Family.choices)
    guardian = _select(pgettext_lazy("field", "Guardian"), Guardian.choices)
    best_interest = _select(_("Best-interest decision"), BestInterest.choices)
    court = _select(pgettext_lazy("field", "Court"), Court.choices)

    def __init__(self, *args: Any, is_child: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_child:
            for name in ("guardian", "best_interest", "court"):
                del self.fields[name]


class RiskForm(forms.Form):
    """One look at the risks of returning."""

    level = _radios(_("How large is the risk?"), Level.choices)
    risks = _boxes(_("What may happen?"), Risk.choices)
    measures = _boxes(_("What is done against it?"), Measure.choices)


class StopForm(forms.Form):
    """A stop on the way."""

    country = _select(_("In which country?"), _countries)
    kind = _radios(_("What sort of place?"), StopKind.choices)
    risks = _boxes(_("What may happen there?"), Risk.choices)
    measures = _boxes(_("What is done against it?"), Measure.choices)


class ReceptionForm(forms.Form):
    """Who meets the person, and where they go: the places are sealed."""

    meets = forms.TypedChoiceField(
        label=_("Who meets the person?"), required=False, coerce=int, empty_value=None
    )
    goal = forms.CharField(
        label=PlaceKind.GOAL.label,
        help_text=_("Town or village. Sealed."),
        required=False,
        max_length=LONG,
    )
    first_night = forms.CharField(
        label=PlaceKind.FIRST_NIGHT.label,
        help_text=_("Sealed: you and, if the person agreed, who meets them. Never on paper."),
        required=False,
        max_length=LONG,
        widget=forms.Textarea,
    )

    def __init__(
        self,
        *args: Any,
        organisations: "Iterable[OrganisationCard]",
        may_know: bool,
        **kwargs: Any,
    ) -> None:
        """Offer ``organisations``; ``may_know``: who writes may know the places."""
        super().__init__(*args, **kwargs)
        nobody = ("", pgettext_lazy("who meets", "Nobody yet"))
        choices = [nobody, *((card.id, card.name) for card in organisations)]
        self.fields["meets"].choices = choices  # type: ignore[attr-defined]
        if not may_know:
            del self.fields["goal"], self.fields["first_night"]

    def places(self) -> dict[PlaceKind, str] | None:
        """Give the places as typed; None when they were not asked."""
        if "goal" not in self.fields:
            return None
        return {kind: self.cleaned_data[kind.value] for kind in PlaceKind}


class MoveForm(forms.Form):
    """Why a return moves, and how one was told."""

    ground = _radios(_("On what ground?"), Ground.choices)
    how = _radios(_("How were you told?"), How.choices)

    def __init__(
        self, *args: Any, grounds: "Iterable[Ground]", ways: "Iterable[How]", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.only_ground = list(grounds)
        if len(self.only_ground) == 1:
            del self.fields["ground"]
        else:
            choices = [(one.value, one.label) for one in self.only_ground]
            self.fields["ground"].choices = choices  # type: ignore[attr-defined]
        told = [(one.value, one.label) for one in ways]
        if told:
            self.fields["how"].choices = told  # type: ignore[attr-defined]
        else:
            del self.fields["how"]

    def ground_given(self) -> Ground:
        """Give the ground: the chosen one, or the only one there is."""
        return Ground(self.cleaned_data.get("ground") or self.only_ground[0])

    def how_given(self) -> How:
        """Give how the word came."""
        return How(self.cleaned_data.get("how") or How.HERE)


class PartnerForm(forms.Form):
    """A partner in another country."""

    name = forms.CharField(
        label=_("Name, as they call themselves"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    country = _select(_("In which country?"), _countries)
    mandates = forms.MultipleChoiceField(
        label=_("What do they do there?"),
        choices=[(m.value, m.label) for m in (Mandate.CONSULAR, Mandate.SERVE)],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one: it says what they may know.")},
    )


class HeardForm(forms.Form):
    """What the partner read out on the telephone."""

    heard = forms.CharField(
        label=_("The fingerprint, as they read it out"),
        help_text=_(
            "24 digits and letters from a to f. Call them on a number that you knew before, "
            "not on one that came with the key."
        ),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class KeyForm(HeardForm):
    """A partner's public key."""

    public = forms.CharField(
        label=_("Their public key"),
        help_text=_("The text of the file that they sent you."),
        max_length=200,
        widget=forms.Textarea,
    )
    valid_to = forms.DateField(
        label=_("Last day of the key"), required=False, widget=forms.SelectDateWidget
    )
    field_order = ("public", "heard", "valid_to")

    def clean_public(self) -> bytes:
        """Read the key."""
        try:
            return envelopes.read_public(self.cleaned_data["public"])
        except envelopes.BadFile:
            raise forms.ValidationError(
                _("This is not a public key. Copy the whole file.")
            ) from None


class PackageForm(forms.Form):
    """What goes to a partner that is not connected."""

    parts = _boxes(_("What goes along?"), ())
    with_journey = forms.BooleanField(
        label=_("The planned journey, in codes, without any place"), required=False, initial=True
    )
    contact = forms.CharField(
        label=_("How can they reach you?"),
        help_text=_("A telephone of your service and when it is answered. It is sealed, too."),
        max_length=200,
    )

    def __init__(
        self, *args: Any, parts: "Iterable[tuple[Facet, str]]", has_plan: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind.value, words) for kind, words in parts]
        self.fields["parts"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["parts"]
        if not has_plan:
            del self.fields["with_journey"]


class AnswerFileForm(forms.Form):
    """The sealed answer that a partner sent."""

    file = forms.FileField(
        label=_("Their answer, a file"),
        help_text=_("The file that their command made, up to 64 KB."),
        max_length=200,
        error_messages={
            "required": _("Choose the file that they sent."),
            "invalid": _("Choose the file that they sent."),
            "empty": _("The file is empty. Choose another one."),
        },
    )

    def clean_file(self) -> bytes:
        """Read the file, if it is not too large."""
        file = self.cleaned_data["file"]
        if file.size > envelopes.MOST_ANSWER_BYTES:
            raise forms.ValidationError(_("The file is too large to be an answer."))
        read: bytes = file.read()
        return read


class AnswerToldForm(forms.Form):
    """What a partner answered by phone or on paper."""

    answer = _radios(_("What did they say?"), PartnerAnswer.choices)


class ToldForm(forms.Form):
    """How a partner was told to stop."""

    how = _radios(_("How did you tell them?"), ToldHow.choices)
