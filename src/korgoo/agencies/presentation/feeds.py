"""Decisions as a feed (Atom, RFC 4287) that a telephone or another site can ask for by itself."""

from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.agencies import countries, selectors, wording
from korgoo.agencies.cards import card_of
from korgoo.agencies.models import Decision
from korgoo.lib.errors import NotFound

MOST = 100
BEFORE_ALL = datetime(2026, 1, 1, tzinfo=UTC)


class _Feed(Atom1Feed):
    """The same bytes for the same decisions: an empty feed is of no hour, not of this one."""

    def latest_post_date(self) -> datetime:
        """Say when the newest decision was recorded."""
        days = [item["updateddate"] for item in self.items]
        return max(days, default=BEFORE_ALL)


def of_all() -> str:
    """Write the feed of all decisions."""
    title = _("Decisions on permits of employment agencies")
    return _written(title, "agencies_public:list", [], selectors.newest_decisions(MOST))


def of_country(code: str) -> str:
    """Write the feed of one country.

    Raises:
        NotFound: Nobody ever had a permit for it.
    """
    if code not in selectors.permit_keys():
        raise NotFound(_("No agency ever had a permit for this country."))
    title = _("Decisions on permits: %(country)s") % {"country": countries.name(code)}
    rows = selectors.newest_decisions(MOST, country=code)
    return _written(title, "agencies_public:country", [code], rows)


def of_agency(agency_id: UUID) -> str:
    """Write the feed of one agency.

    Raises:
        NotFound: No such agency.
    """
    card = selectors.find_agency(agency_id)
    title = _("Decisions on permits: %(agency)s") % {"agency": card.name}
    rows = selectors.newest_decisions(MOST, agency_id=agency_id)
    return _written(title, "agencies_public:agency", [agency_id], rows)


def _written(title: str, route: str, args: list[object], rows: list[Decision]) -> str:
    link = _whole(reverse(route, args=args))
    feed = _Feed(
        title=title,
        link=link,
        description=None,
        language=get_language() or settings.LANGUAGE_CODE,
        feed_url=link,
        feed_guid=link,
    )
    for row in rows:
        card = card_of(row.permit.agency)
        feed.add_item(
            title=wording.decision_title(row.kind, card.name, row.permit.country, row.day),
            link=_whole(reverse("agencies_public:agency", args=[card.key])),
            description=_source(row, is_fictitious=card.is_fictitious),
            unique_id=f"urn:uuid:{row.pk}",
            updateddate=row.recorded_at,
            pubdate=row.recorded_at,
        )
    return feed.writeString("utf-8")


def _source(row: Decision, *, is_fictitious: bool) -> str:
    words = {"permit": row.permit.number, "document": row.document}
    said = _("Permit %(permit)s. Source: %(document)s.") % words
    return said + " " + _("Invented for the demonstration.") if is_fictitious else said


def _whole(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}"
