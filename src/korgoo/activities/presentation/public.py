"""What everybody sees of a campaign: its days, places to go, what to take, who promised what, how many came."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.activities import addresses, figures, places, reporting, selectors, vocabulary
from korgoo.activities.drawing import draw_map
from korgoo.activities.enums import State
from korgoo.activities.models import Activity, ActivityOrganiser, ActivityPhoto
from korgoo.activities.presentation.figures import number, people, reach_words
from korgoo.campaign import api as campaigns
from korgoo.commitments import api as commitments
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.materials import api as materials

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from korgoo.campaign.api import CampaignCard

DAY = timedelta(days=1)
SOON, LATELY, MOST_MATERIALS, MOST_PROMISES, MOST_HOUSES = 12, 6, 8, 20, 30
PLACES = ("id", "day", "starts_at", "kind", "title", "venue", "unit", "region", "state")


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of a campaign; the last one may be shorter."""

    number: int
    first: date
    last: date
    count: int
    is_now: bool


def index_page() -> dict[str, Any]:
    """List the campaigns that were launched, and what sources tell of earlier ones."""
    language, today = get_language() or "", clock.today()
    cards = campaigns.public_campaigns()
    return {
        "campaigns": [
            {"card": card, "number": campaigns.day_number(card, today)} for card in cards
        ],
        "history": [
            {
                "years": past.years,
                "name": past.name.in_language(language),
                "told": "; ".join(one.told.in_language(language) for one in past.figures),
                "conflict": past.conflict.in_language(language) if past.conflict else "",
            }
            for past in sorted(
                packs.current().campaign.history, key=lambda one: (-one.first_year, one.key)
            )
        ],
    }


def campaign_page(key: str) -> dict[str, Any]:
    """Describe a campaign to everybody.

    Raises:
        NotFound: There is none, or it was not launched.
    """
    card, today = campaigns.public_campaign(key), clock.today()
    shown = selectors.public_activities(card.id)
    rows = reporting.rows_of(selectors.list_activities([card.id]))
    total = figures.line_of(rows)
    coming = shown.filter(state=State.PLANNED, day__gte=today)
    return {
        "card": card,
        "number": campaigns.day_number(card, today),
        "is_over": today > card.ends_on,
        "is_before": today < card.starts_on,
        "counters": _counters(card, total),
        "reach": reach_words(total.reach),
        "soon": _agenda(coming[:SOON]),
        "has_more": coming.count() > SOON,
        "lately": _agenda(shown.filter(state=State.HELD).order_by("-day", "id")[:LATELY]),
        "weeks": _weeks(card, shown, today),
        **_map(card, rows, coming),
        "materials": _materials(card),
        "materials_address": materials.public_address(card.key),
        "promises": _promises(card),
        "houses": _houses(card),
        "has_photos": selectors.public_photos(card.id).exists(),
        "is_fictitious": shown.filter(is_fictitious=True).exists(),
    }


def _counters(card: "CampaignCard", total: figures.Line) -> list[dict[str, Any]]:
    reach = total.reach
    told: list[dict[str, Any]] = [
        {
            "words": _("Activities held"),
            "value": number(total.held),
            "meaning": _("Each meeting, theatre or broadcast once."),
        },
        {
            "words": _("Contacts"),
            "value": number(reach.contacts),
            "meaning": _("Everybody at every event. Who came twice is counted twice."),
        },
        {
            "words": _("People"),
            "value": people(reach),
            "is_range": True,
            "meaning": _(
                "Fewer than contacts. What is sure, or estimated from a question at the door."
            ),
        },
    ]
    for words, count in campaigns.public_sums(card.id, card.starts_on, card.ends_on)[:2]:
        if count:
            told.append(
                {
                    "words": words,
                    "value": number(count),
                    "meaning": _(
                        "Counted without a tracker: by the code on a poster or card. Up to "
                        "yesterday, rounded down."
                    ),
                }
            )
    return told


def _agenda(rows: "QuerySet[Activity]") -> list[dict[str, Any]]:
    """Describe activities for a calendar."""
    kinds = vocabulary.kinds()
    return [
        {
            "day": row["day"],
            "time": row["starts_at"],
            "title": row["title"] or kinds.get(row["kind"], row["kind"]),
            "kind": kinds.get(row["kind"], row["kind"]) if row["title"] else "",
            "where": ", ".join(
                part for part in (row["venue"], places.whole_name(row["unit"])) if part
            ),
            "is_held": row["state"] == State.HELD,
        }
        for row in rows.values(*PLACES)
    ]


def _weeks(card: "CampaignCard", shown: "QuerySet[Activity]", today: date) -> list[Week]:
    counted = shown.order_by("day").values_list("day").annotate(n=Count("pk"))
    counts = Counter(dict(counted))
    found = []
    for number_, first, last in addresses.spans(card):
        count = sum(counts[first + n * DAY] for n in range((last - first).days + 1))
        found.append(Week(number_, first, last, count, first <= today <= last))
    return found


def week_page(key: str, week: int) -> dict[str, Any]:
    """List what everybody may know of one week of a campaign.

    Raises:
        NotFound: There is no such campaign, or no such week.
    """
    card = campaigns.public_campaign(key)
    known = {one[0]: one for one in addresses.spans(card)}
    if week not in known:
        raise NotFound(_("This campaign has no such week."))
    number_, first, last = known[week]
    rows = selectors.public_activities(card.id).filter(day__range=(first, last))
    return {
        "card": card,
        "week": number_,
        "first": first,
        "last": last,
        "first_day": campaigns.day_number(card, first),
        "last_day": campaigns.day_number(card, last),
        "rows": _agenda(rows),
        "previous": week - 1 if week - 1 in known else 0,
        "next": week + 1 if week + 1 in known else 0,
    }


def region_page(key: str, code: str) -> dict[str, Any]:
    """List where one can still go in a region, and what was held there.

    Raises:
        NotFound: There is no such campaign or region.
    """
    card, today = campaigns.public_campaign(key), clock.today()
    region = next((place for place in places.regions() if place.code == code), None)
    if region is None:
        raise NotFound(_("There is no such region."))
    rows = selectors.public_activities(card.id).filter(region=code)
    return {
        "card": card,
        "region": region.name,
        "coming": _agenda(rows.filter(state=State.PLANNED, day__gte=today)[: 5 * SOON]),
        "held": _agenda(rows.filter(state=State.HELD).order_by("-day", "id")[: 5 * SOON]),
    }


def _map(
    card: "CampaignCard", rows: "list[figures.Row]", coming: "QuerySet[Activity]"
) -> dict[str, Any]:
    regions = places.regions()
    lines = figures.by(rows, lambda row: row.region, [one.code for one in regions])
    to_come = dict(coming.order_by().values_list("region").annotate(n=Count("pk")))
    country = packs.current().country_map
    names = {one.code: one.name for one in regions}
    held = {code: line.held for code, line in lines.items()}
    return {
        "map": draw_map(country, held, names) if country else None,
        "regions": [
            {
                "number": place,
                "name": one.name,
                "href": reverse("activities_public:region", args=[card.key, one.code]),
                "held": lines[one.code].held,
                "coming": to_come.get(one.code, 0),
                "contacts": lines[one.code].contacts,
            }
            for place, one in enumerate(regions, start=1)
        ],
    }


def _materials(card: "CampaignCard") -> list[dict[str, Any]]:
    language = (get_language() or "")[:2]
    found = materials.public_materials(card.id, language=language)
    return [{"title": one.title, "kind": one.kind} for one in found[:MOST_MATERIALS]]


def _promises(card: "CampaignCard") -> list[dict[str, Any]]:
    cards = commitments.public_of_origin("campaign", card.key)[:MOST_PROMISES]
    return [
        {
            "who": one.bearer,
            "what": one.what,
            "due_on": one.due_on,
            "is_kept": one.done_on is not None,
        }
        for one in cards
    ]


def _houses(card: "CampaignCard") -> list[str]:
    """Name the organisations that held something, those with most first."""
    rows = ActivityOrganiser.objects.filter(
        activity__campaign_id=card.id, activity__state=State.HELD, activity__is_public=True
    )
    counted = rows.order_by().values_list("organisation_id").annotate(n=Count("pk"))
    first = sorted(counted, key=lambda one: (-one[1], one[0]))[:MOST_HOUSES]
    named = access.cards(house for house, _count in first)
    return [named[house].name for house, _count in first]


def photos_page(key: str) -> dict[str, Any]:
    """Show the pictures that everybody may see.

    Raises:
        NotFound: There is no such campaign, or no picture of it.
    """
    card = campaigns.public_campaign(key)
    photos = list(selectors.public_photos(card.id))
    if not photos:
        raise NotFound(_("We found no such picture."))
    return {
        "card": card,
        "photos": [
            {
                "href": addresses.photo(card, photo.pk),
                "words": photo.words,
                "where": places.name(photo.activity.unit),
                "day": photo.activity.day,
            }
            for photo in photos
        ],
    }


def photo(key: str, photo_id: "UUID") -> ActivityPhoto:
    """Fetch a picture for everybody.

    Raises:
        NotFound: There is none, it was not approved, or belongs to another campaign.
    """
    card = campaigns.public_campaign(key)
    found = selectors.public_photo(photo_id)
    if found.activity.campaign_id != card.id:
        raise NotFound(_("We found no such picture."))
    return found
