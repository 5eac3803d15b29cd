"""What of the list somebody wants to see."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.commitments.selectors import Standing, Wanted

EVERYTHING = pgettext_lazy("choice in a filter of promises", "All")
MINE, ALL = "mine", "all"


class FilterForm(forms.Form):
    """Whose promises, from where, in which state."""

    whose = forms.ChoiceField(
        label=pgettext_lazy("filter of promises", "Whose"),
        required=False,
        choices=[(ALL, _("Of everybody")), (MINE, _("Of our organisation"))],
    )
    standing = forms.ChoiceField(
        label=pgettext_lazy("filter of promises", "State"),
        required=False,
        choices=[("", EVERYTHING), *Standing.choices],
    )
    origin = forms.ChoiceField(label=_("Where it was promised"), required=False)
    organisation = forms.TypedChoiceField(
        label=pgettext_lazy("filter of promises", "Organisation"),
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(
        self,
        *args: Any,
        origins: list[tuple[str, str]],
        organisations: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        """Offer the kinds of origin and the organisations that are there."""
        super().__init__(*args, **kwargs)
        self.fields["origin"].choices = [("", EVERYTHING), *origins]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]
            ("", EVERYTHING),
            *organisations,
        ]

    def wanted(self) -> Wanted:
        """Give the choice; what was not understood narrows nothing."""
        self.is_valid()
        data = self.cleaned_data
        return Wanted(
            is_mine=data.get("whose") == MINE,
            origin=data.get("origin") or "",
            organisation_id=data.get("organisation"),
            standing=data.get("standing") or "",
        )
