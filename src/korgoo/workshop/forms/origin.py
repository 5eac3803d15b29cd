"""Where a value comes from, and how far it may be believed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.workshop.files import Data
from korgoo.workshop.wording.values import STATUS, TRUST


def origin_fields() -> dict[str, forms.Field]:
    """Ask where a value comes from, and how far it may be believed."""
    return {
        "provenance_source": forms.CharField(
            label=_("Source"),
            help_text=_("Where it was read, or who proposes it."),
            max_length=500,
        ),
        "provenance_as_of": forms.CharField(
            label=_("As of"),
            help_text=_("The day for which the source speaks, like 2026-11-18; or: unknown."),
            max_length=10,
            initial="unknown",
        ),
        "provenance_trust": forms.ChoiceField(
            label=_("How far may it be believed?"), choices=list(TRUST.items())
        ),
        "provenance_status": forms.ChoiceField(
            label=_("Is it in use?"), choices=list(STATUS.items())
        ),
        "provenance_verified_by": forms.CharField(
            label=_("Checked by"),
            help_text=_("Only after a look at the primary text."),
            max_length=200,
            required=False,
        ),
    }


def origin_of(typed: Data) -> Data:
    """Read the origin of a record from what was typed."""
    names = ("source", "as_of", "verified_by", "trust", "status")
    found = {name: str(typed.get(f"provenance_{name}") or "").strip() for name in names}
    return {name: value for name, value in found.items() if value}
