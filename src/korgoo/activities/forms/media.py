"""What the media carried, and what was learned."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from korgoo.activities import enums
from korgoo.activities.enums import Channel
from korgoo.activities.forms.fields import (
    NOTHING_CHOSEN,
    PlainWordsField,
    choice_field,
    day_field,
    money_field,
    number_field,
    text_area,
)
from korgoo.activities.services.media import PlacementFacts
from korgoo.activities.wording import NO_PERSONS
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from korgoo.campaign.api import CampaignCard

MOST_REACH = 100_000_000
MOST_MINUTES = 24 * 60
MINUTE = 60


class PlacementForm(forms.Form):
    """A broadcast, an article or a post."""

    campaign = choice_field(_("Campaign"), required=True)
    day = day_field(_("Day"))
    channel = choice_field(_("Channel"), required=True)
    outlet = PlainWordsField(
        _("Who carried it"),
        enums.LONGEST_NAME,
        _("Name of the station, newspaper or page."),
        required=True,
    )
    title = PlainWordsField(_("Title"), enums.LONGEST_NAME, required=True)
    minutes = number_field(_("Air time, minutes"), most=MOST_MINUTES)
    reach = number_field(
        _("Estimated reach"),
        _("An estimate of somebody else. It is never added to contacts."),
        most=MOST_REACH,
    )
    reach_source = PlainWordsField(
        _("Whose estimate is it"), enums.LONGEST_WORDS, _("For example: the station, for a week.")
    )
    clicks = number_field(_("Clicks"), most=MOST_REACH)
    cost = money_field()
    address = forms.CharField(
        label=_("Web address"),
        required=False,
        max_length=enums.LONGEST_ADDRESS,
        validators=[
            URLValidator(
                schemes=["http", "https"], message=_("Write the whole address, with https://.")
            )
        ],
    )

    def __init__(
        self,
        data: "Mapping[str, Any] | None" = None,
        *,
        cards: "Sequence[CampaignCard]",
        initial: "Mapping[str, Any] | None" = None,
    ) -> None:
        """Take what was typed, and the campaigns to choose from."""
        super().__init__(data, initial={"day": clock.today(), **(initial or {})})
        self.cards = {str(card.id): card for card in cards}
        campaign, channel = self.fields["campaign"], self.fields["channel"]
        campaign.choices = [(key, card.name) for key, card in self.cards.items()]  # type: ignore[attr-defined]
        channel.choices = [NOTHING_CHOSEN, *Channel.choices]  # type: ignore[attr-defined]
        if len(self.cards) == 1:
            campaign.widget = forms.HiddenInput()
        self.initial.setdefault("campaign", next(iter(self.cards), ""))

    def clean(self) -> dict[str, Any]:
        """A reach without its source is nobody's word."""
        told = super().clean() or {}
        if told.get("reach") is not None and not told.get("reach_source"):
            self.add_error("reach_source", _("Write whose estimate this is."))
        return told

    @property
    def campaign_id(self) -> UUID:
        """The number of the chosen campaign."""
        return self.cards[self.cleaned_data["campaign"]].id

    def facts(self) -> PlacementFacts:
        """Give what was said."""
        told = dict(self.cleaned_data)
        told.pop("campaign")
        minutes = told.pop("minutes")
        return PlacementFacts(**told, seconds=None if minutes is None else minutes * MINUTE)


class LessonForm(forms.Form):
    """What an organisation would do again, or otherwise."""

    words = text_area(_("What did you learn?"), NO_PERSONS, required=True)
