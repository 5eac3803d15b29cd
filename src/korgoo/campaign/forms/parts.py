"""Parts of a plan: objectives, audiences, partners, budget lines; results and money spent."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access import api as access
from korgoo.campaign import wording
from korgoo.campaign.enums import LONGEST_NAME, LONGEST_WORDS, Part
from korgoo.campaign.forms.fields import (
    ByLanguage,
    figure_field,
    line_field,
    select_field,
    several_field,
    spread,
)

OTHER = ""


class PartForm(ByLanguage):
    """What every part of a plan can do: give itself as fields of a record, and take them again."""

    def told(self) -> dict[str, Any]:
        """Give the fields of the record by name; the form is valid."""
        return dict(self.cleaned_data)

    @staticmethod
    def filled_from(row: Any) -> dict[str, Any]:
        """Give what a part says, to show it again."""
        return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


class ObjectiveForm(PartForm):
    """What is to change, measured how, from what to what."""

    what = line_field(_("What is to change"), LONGEST_WORDS, required=True)
    indicator = line_field(
        _("Measured by"),
        LONGEST_WORDS,
        _("For example: agency checks by campaign code, in a hundred days."),
        required=True,
    )
    unit = line_field(
        _("Unit of count"),
        60,
        _("Checks, calls, events, contacts. Contacts are never people."),
        required=True,
    )
    baseline = figure_field(
        pgettext_lazy("campaign", "Before"), _("Leave it empty when nobody knows; 0 is a figure.")
    )
    baseline_source = line_field(_("Where this figure is from"), LONGEST_WORDS)
    target = figure_field(pgettext_lazy("campaign", "Target"), required=True)

    def clean(self) -> dict[str, Any]:
        """A figure has its source."""
        data = super().clean() or {}
        if data.get("baseline") is not None and not data.get("baseline_source"):
            self.add_error("baseline_source", _("Write where the figure is from."))
        return data

    @staticmethod
    def filled_from(row: Any) -> dict[str, Any]:
        """Write figures without noughts after them."""
        figures = {name: wording.plain(getattr(row, name)) for name in ("baseline", "target")}
        return PartForm.filled_from(row) | figures


class AudienceForm(PartForm):
    """Whom it speaks to, with which message, by whom, on which ways, where."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer audiences, channels and regions of the country."""
        super().__init__(*args, **kwargs)
        offered = [(OTHER, _("Another one, in the line below")), *wording.audiences()]
        self.fields["who"] = select_field(pgettext_lazy("campaign", "Audience"), offered)
        self.fields["who_else"] = line_field(_("Another audience"), 60)
        self.ask("message", _message, pgettext_lazy("campaign", "Message"))
        self.fields["messenger"] = line_field(
            _("Who says it"),
            LONGEST_WORDS,
            _(
                "Somebody this group trusts: a returnee, an imam, a teacher, a blogger. Never a name."
            ),
        )
        self.fields["channels"] = several_field(
            pgettext_lazy("campaign", "Channels"), wording.channels()
        )
        self.fields["regions"] = several_field(
            pgettext_lazy("campaign", "Regions"),
            wording.regions(),
            _("None chosen: the whole country."),
        )

    def clean(self) -> dict[str, Any]:
        """Somebody is spoken to, and something is said."""
        data = super().clean() or {}
        if not data.get("who") and not data.get("who_else") and "who_else" not in self.errors:
            self.add_error("who", _("Choose an audience, or write another one."))
        self.want_one("message", _("Write the message in one language at least."))
        return data

    def told(self) -> dict[str, Any]:
        """Give the fields of the record."""
        data = self.cleaned_data
        return {
            "who": data["who"] or data["who_else"],
            "message": self.answers("message"),
            **{name: data[name] for name in ("messenger", "channels", "regions")},
        }

    @staticmethod
    def filled_from(row: Any) -> dict[str, Any]:
        """Say an audience that the country does not name in the line for others."""
        is_known = row.who in dict(wording.audiences())
        named = {"who": row.who} if is_known else {"who": OTHER, "who_else": row.who}
        return PartForm.filled_from(row) | named | spread("message", row.message)


class PartnerForm(PartForm):
    """Which organisation takes part, and how."""

    part = line_field(
        _("Its part"),
        LONGEST_WORDS,
        _("For example: talks in villages of one region."),
        required=True,
    )
    is_public = forms.BooleanField(
        label=_("It agreed to be named on the public page"), required=False
    )

    def __init__(self, *args: Any, actor: Any, **kwargs: Any) -> None:
        """Offer the organisations that exist today."""
        super().__init__(*args, **kwargs)
        rows = [(str(one.id), one.name) for one in access.offer_all(actor=actor)]
        offered = [("", _("Choose")), *rows]
        self.fields["organisation_id"] = select_field(_("Organisation"), offered, required=True)
        self.order_fields(["organisation_id", "part", "is_public"])

    def told(self) -> dict[str, Any]:
        """Give the fields of the record."""
        return self.cleaned_data | {"organisation_id": int(self.cleaned_data["organisation_id"])}


class BudgetForm(PartForm):
    """For what, who pays, how much."""

    what = line_field(_("For what"), LONGEST_WORDS, required=True)
    donor = line_field(
        _("Who pays"), LONGEST_NAME, _("Own budget, or the name of the donor."), required=True
    )
    planned = figure_field(pgettext_lazy("campaign", "Planned"), required=True)
    currency = forms.CharField(
        label=_("Currency"),
        help_text=_("Three letters, such as KGS, USD or EUR."),
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Write three letters, such as KGS."))],
        max_length=3,
        error_messages={
            "required": _("Write three letters, such as KGS."),
            "max_length": _("Write three letters, such as KGS."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take small letters as well."""
        super().__init__(*args, **kwargs)
        self.fields["currency"].to_python = _capital  # type: ignore[method-assign]

    @staticmethod
    def filled_from(row: Any) -> dict[str, Any]:
        """Write figures without noughts after them."""
        return PartForm.filled_from(row) | {"planned": wording.plain(row.planned)}


class ResultForm(forms.Form):
    """What became of an objective."""

    result = figure_field(
        pgettext_lazy("campaign", "Result"), _("0 is a result. Leave nothing out."), required=True
    )
    source = line_field(_("Where the result is from"), LONGEST_WORDS, required=True)


class SpentForm(forms.Form):
    """What was spent of a budget line."""

    spent = figure_field(pgettext_lazy("campaign", "Spent"), required=True)


def form_of(part: Part, *args: Any, actor: Any, **kwargs: Any) -> PartForm:
    """Make the form of a kind of part."""
    if part is Part.PARTNER:
        return PartnerForm(*args, actor=actor, **kwargs)
    return FORMS[part](*args, **kwargs)


FORMS: dict[Part, type[PartForm]] = {
    Part.OBJECTIVE: ObjectiveForm,
    Part.AUDIENCE: AudienceForm,
    Part.PARTNER: PartnerForm,
    Part.BUDGET: BudgetForm,
}


def _capital(value: Any) -> str:
    return str(value or "").strip().upper()


def _message(label: Any) -> Any:
    return line_field(label, LONGEST_WORDS)
