"""A list of activities as a file."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from korgoo.activities.forms.fields import choice_field
from korgoo.activities.rules import Rule
from korgoo.activities.wording import RULES
from korgoo.lib.tables import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from korgoo.campaign.api import CampaignCard

NO_FILE = _("Choose the file.")


class ListForm(forms.Form):
    """A list, and the campaign to which it belongs."""

    campaign = choice_field(_("Campaign"), required=True)
    file = forms.FileField(
        label=_("File with the list"),
        help_text=_("CSV or XLSX: 5 MB and 20,000 rows at most."),
        max_length=200,
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "missing": NO_FILE,
            "empty": _("The file is empty. Choose another one."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )

    def __init__(
        self,
        data: "Mapping[str, Any] | None" = None,
        files: Any = None,
        *,
        cards: "Sequence[CampaignCard]",
    ) -> None:
        """Take the file, and the campaigns to choose from."""
        super().__init__(data, files)
        self.cards = {str(card.id): card for card in cards}
        field = self.fields["campaign"]
        field.choices = [(key, card.name) for key, card in self.cards.items()]  # type: ignore[attr-defined]
        if len(self.cards) == 1:
            field.widget = forms.HiddenInput()
        self.initial.setdefault("campaign", next(iter(self.cards), ""))

    def clean_file(self) -> bytes:
        """Read the file, if it is not too large. Its name is not kept."""
        file = self.cleaned_data["file"]
        if file.size > DEFAULT.size:
            raise forms.ValidationError(RULES[Rule.TOO_LARGE])
        return bytes(file.read())

    @property
    def card(self) -> "CampaignCard":
        """The chosen campaign."""
        return self.cards[self.cleaned_data["campaign"]]

    @property
    def campaign_id(self) -> UUID:
        """The number of the chosen campaign."""
        return self.card.id
