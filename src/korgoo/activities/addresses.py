"""Addresses of the pages for everybody, in the language that is spoken."""

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from korgoo.activities import places, selectors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.campaign.api import CampaignCard

DAY = timedelta(days=1)
WEEK = 7


def spans(card: "CampaignCard") -> list[tuple[int, date, date]]:
    """Cut the days of a campaign into weeks: number, first and last day."""
    found = []
    for passed in range(0, card.days, WEEK):
        first = card.starts_on + passed * DAY
        last = min(first + (WEEK - 1) * DAY, card.ends_on)
        found.append((passed // WEEK + 1, first, last))
    return found


def photo(card: "CampaignCard", photo_id: UUID) -> str:
    """Give the address of a picture."""
    return reverse("activities_public:photo", args=[card.key, photo_id])


def public(cards: "Iterable[CampaignCard]") -> list[str]:
    """List every page that is the same for all readers."""
    found = [reverse("activities_public:index")]
    for card in cards:
        found += _of(card)
    return found


def _of(card: "CampaignCard") -> list[str]:
    photos = list(selectors.public_photos(card.id).values_list("pk", flat=True))
    weeks = [("week", number) for number, _first, _last in spans(card)]
    regions = [("region", place.code) for place in places.regions()]
    return [
        reverse("activities_public:campaign", args=[card.key]),
        *(reverse(f"activities_public:{name}", args=[card.key, one]) for name, one in weeks),
        *(reverse(f"activities_public:{name}", args=[card.key, one]) for name, one in regions),
        *([reverse("activities_public:photos", args=[card.key])] if photos else []),
        *(photo(card, one) for one in photos),
    ]
