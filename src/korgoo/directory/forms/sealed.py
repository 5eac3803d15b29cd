from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from korgoo.directory.addresses import Address


class AddressForm(forms.Form):
    """Where a service is. Sealed at once; only the organisation's own members open it."""

    address = forms.CharField(
        label=pgettext_lazy("of a service", "Address"),
        max_length=500,
        widget=forms.Textarea,
        strip=True,
    )
    way = forms.CharField(
        label=_("How to get there, and where to meet"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )

    def to_address(self) -> "Address":
        """Gather what was typed for the seal; the form is valid."""
        return {name: str(self.cleaned_data[name]) for name in ("address", "way")}
