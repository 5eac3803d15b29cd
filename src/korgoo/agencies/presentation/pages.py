"""Pages that are the same for everybody: one agency, one country, all countries."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.agencies import countries, selectors
from korgoo.agencies.cards import AgencyCard
from korgoo.agencies.presentation import parts
from korgoo.lib import clock
from korgoo.lib.collation import by_name, place_of
from korgoo.lib.errors import NotFound


def agency_page(agency_id: UUID) -> dict[str, Any]:
    """Describe an agency: what holds today in each country, and everything that was decided.

    Raises:
        NotFound: No such agency.
    """
    card = selectors.find_agency(agency_id)
    today = clock.today()
    lines = [parts.standing_line(card.standing(c, today), c) for c in card.countries]
    return {
        "agency": parts.agency_line(card),
        "today": today,
        "standings": sorted(lines, key=lambda line: place_of(line["country"])),
        "history": parts.history(card),
        "source": parts.source_line(),
        "numbers": parts.numbers(),
        "ways": parts.ways(),
        "feed": reverse("agencies_public:agency_feed", args=[agency_id]),
    }


def country_page(code: str) -> dict[str, Any]:
    """List the agencies that may send people to a country today, and those that were stopped.

    Raises:
        NotFound: No such country, or nobody ever had a permit for it.
    """
    known = selectors.permit_keys()
    if code not in known:
        raise NotFound(_("No agency ever had a permit for this country."))
    cards = by_name(selectors.agencies_in(code))
    lines = [_line(card, code) for card in cards]
    return {
        "country": countries.name(code),
        "code": code,
        "today": clock.today(),
        "allowed": [line for line in lines if line["standing"]["is_allowed"]],
        "stopped": [line for line in lines if line["standing"]["tone"] == "late"],
        "countries": country_links(known),
        "source": parts.source_line(),
        "numbers": parts.numbers(),
        "ways": parts.ways(),
        "feed": reverse("agencies_public:country_feed", args=[code]),
    }


def list_page() -> dict[str, Any]:
    """List the countries for which there are permits, each with how many agencies have a valid one."""
    today = clock.today()
    counts: dict[str, int] = dict.fromkeys(selectors.permit_keys(), 0)
    for card in selectors.all_agencies():
        for code in card.countries:
            counts[code] += card.standing(code, today).is_allowed
    links = country_links(list(counts))
    return {
        "today": today,
        "countries": [link | {"count": counts[link["code"]]} for link in links],
        "source": parts.source_line(),
        "feed": reverse("agencies_public:feed"),
    }


def country_links(codes: list[str]) -> list[dict[str, Any]]:
    """List countries with the addresses of their pages, by name."""
    links = [
        {
            "code": code,
            "text": countries.name(code),
            "href": reverse("agencies_public:country", args=[code]),
        }
        for code in codes
    ]
    return sorted(links, key=lambda link: place_of(link["text"]))


def _line(card: AgencyCard, code: str) -> dict[str, Any]:
    standing = parts.standing_line(card.standing(code, clock.today()), code)
    return parts.agency_line(card) | {"standing": standing}
