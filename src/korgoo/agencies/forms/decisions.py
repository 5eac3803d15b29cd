"""What editors fill in about permits and decisions, each with its source."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.agencies import enums, policies
from korgoo.agencies.enums import DecisionKind
from korgoo.agencies.forms.fields import address_field, day_field, refuse_far, words_field
from korgoo.agencies.forms.public import CountryField
from korgoo.agencies.rules import Kind
from korgoo.agencies.services import DecisionFacts, PermitFacts

BY_HAND = [one for one in DecisionKind if one is not DecisionKind.ANNULLED]


class _SourceForm(forms.Form):
    """What every decision says of its source."""

    number = words_field(_("Number of the decision"), enums.LONGEST_NUMBER)
    document = words_field(
        _("Where it stands"),
        enums.LONGEST_DOCUMENT,
        required=True,
        help_text=_("Name of the list, order or minutes."),
    )
    address = address_field()
    as_of = day_field(_("As of"), _("The day for which the source speaks."))


class DecisionForm(_SourceForm):
    """What was decided on a permit, from which day, and where that stands."""

    field_order = ["kind", "day", "until"]
    kind = forms.ChoiceField(
        label=_("What was decided"),
        choices=[(one.value, one.label) for one in BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    day = day_field(_("In force from"))
    until = day_field(
        _("Permit valid until"), _("Only for a grant or an extension."), required=False
    )

    def clean(self) -> dict[str, Any]:
        """A decision makes sense by itself."""
        data = super().clean() or {}
        if not self.errors:
            verdict = policies.decide(Kind(data["kind"]), data["day"], data["until"])
            if not verdict:
                self.add_error("until", str(verdict.reason))
            refuse_far(self, "day", "until", "as_of")
        return data

    def to_facts(self) -> DecisionFacts:
        """Give what was filled in."""
        return DecisionFacts(**self.cleaned_data | {"kind": Kind(self.cleaned_data["kind"])})


class CorrectionForm(DecisionForm):
    """What holds instead of an entry that was wrong, and why it was."""

    field_order = ["ground", "kind", "day", "until"]
    ground = words_field(_("Why the entry was wrong"), enums.LONGEST_GROUND, required=True)
    kind = forms.ChoiceField(
        label=_("What holds instead"),
        choices=[
            *((one.value, one.label) for one in BY_HAND),
            (DecisionKind.ANNULLED.value, _("Nothing: this should not have been entered")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )

    def to_facts(self) -> DecisionFacts:
        """Give what holds instead."""
        told = {k: v for k, v in self.cleaned_data.items() if k != "ground"}
        return DecisionFacts(**told | {"kind": Kind(told["kind"])})


class PermitForm(_SourceForm):
    """A permit for one country, as it was granted."""

    field_order = ["country", "permit", "starts", "ends", "day"]
    country = CountryField(label=_("Country where the work is"))
    permit = words_field(_("Number of the permit"), enums.LONGEST_NUMBER, required=True)
    starts = day_field(_("First day"))
    ends = day_field(_("Last day"), _("Empty when the permit names none."), required=False)
    day = day_field(
        _("Decision in force from"), _("Empty: from the first day of the permit."), required=False
    )

    def clean(self) -> dict[str, Any]:
        """The days fit each other."""
        data = super().clean() or {}
        if not self.errors:
            verdict = policies.permit_days(data["starts"], data["ends"])
            if not verdict:
                self.add_error("ends", str(verdict.reason))
            refuse_far(self, "starts", "ends", "day", "as_of")
        return data

    def permit_facts(self) -> PermitFacts:
        """Give the permit."""
        data = self.cleaned_data
        return PermitFacts(data["country"], data["permit"], data["starts"], data["ends"])

    def granted(self) -> DecisionFacts:
        """Give the decision that granted it."""
        data = self.cleaned_data
        return DecisionFacts(
            kind=Kind.GRANTED,
            day=data["day"] or data["starts"],
            document=data["document"],
            as_of=data["as_of"],
            number=data["number"],
            address=data["address"],
        )
