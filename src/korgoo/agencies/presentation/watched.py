"""What somebody who wished to be told finds under their code."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from korgoo.agencies import countries, selectors, wording
from korgoo.agencies.models import Watch
from korgoo.agencies.presentation import parts
from korgoo.lib import clock


def watch_page(agency_id: UUID, country: str) -> dict[str, Any]:
    """Describe about what somebody wishes to be told.

    Raises:
        NotFound: No such agency.
    """
    card = selectors.find_agency(agency_id)
    return {
        "agency": parts.agency_line(card),
        "country": countries.name(country),
        "code": country,
        "feed": reverse("agencies_public:agency_feed", args=[agency_id]),
    }


def changes(locator: str) -> list[dict[str, Any]]:
    """Say for each wish under a code what holds today, what held when it was made, and what came since.

    Returns:
        Empty when there is no wish under it.
    """
    return [_line(row) for row in selectors.watched_by(locator)]


def _line(row: Watch) -> dict[str, Any]:
    card = selectors.find_agency(row.agency_id)
    now = card.standing(row.country, clock.today())
    new = selectors.decisions_since(row.agency_id, row.country, row.asked_on)
    history = parts.history(card, row.country)
    return {
        "agency": parts.agency_line(card),
        "country": countries.name(row.country),
        "asked_on": row.asked_on,
        "before": parts.standing_line(card.standing(row.country, row.asked_on), row.country),
        "now": parts.standing_line(now, row.country),
        "headline": wording.headline(now, clock.today()),
        "news": [line for line in history if line["key"] in new],
    }
