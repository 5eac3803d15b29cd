"""What a campaign did, gathered from the log: figures for the report, the public page, and other missions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from korgoo.activities import figures, places, selectors, vocabulary
from korgoo.activities.enums import Age, Sex, State
from korgoo.activities.figures import Bar, Line, Row, Stretch
from korgoo.activities.models import (
    Activity,
    ActivityCount,
    ActivityMaterial,
    Placement,
)
from korgoo.campaign import api as campaigns
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.campaign.api import CampaignCard, Series

DAY = timedelta(days=1)
FIELDS = (
    *("state", "day", "region", "unit", "kind", "audience", "contacts", "counting"),
    *("asked", "before", "signals", "cost"),
)


@dataclass(frozen=True, slots=True)
class MediaLine:
    """What one channel carried. ``reach`` is a sum of estimates of others, never added to contacts."""

    channel: str
    count: int
    seconds: int
    reach: int
    estimated: int
    clicks: int
    cost: Decimal


@dataclass(frozen=True, slots=True)
class RegionEffect:
    """One region: activities held, and what came by the codes that hang there, by effect.

    ``told``: the same as it may be shown; None where the number of one of its codes is hidden, so that
    codes and regions side by side give none away.
    """

    region: str
    held: int
    coded: dict[str, int]
    told: dict[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, without words of a language.

    Attributes:
        unlogged: planned activities whose day is over.
        people: counts by sex and age; what nobody counted stands under (unknown, unknown).
        silent: regions in which nothing was held.
        unheard: regions where something was held and nothing came by the codes that hang there.
        coded_regions: regions that have a code of their own.
    """

    card: "CampaignCard"
    total: Line
    regions: dict[str, Line]
    days: dict[date, Line]
    kinds: dict[str, Line]
    audiences: dict[str, Line]
    people: dict[tuple[str, str], int]
    materials: dict[str, int]
    media: list[MediaLine]
    effects: "list[Series]"
    by_region: list[RegionEffect]
    silent: list[str]
    unheard: list[str]
    coded_regions: frozenset[str]
    unlogged: int
    lessons: list[tuple[int, date, str]] = field(default_factory=list)


def rows_of(activities: "QuerySet[Activity]") -> list[Row]:
    """Read activities as they are added up. One query."""
    return [Row(*told) for told in activities.order_by().values_list(*FIELDS)]


def report(card: "CampaignCard") -> Report:
    """Gather everything that is known of a campaign."""
    rows = rows_of(selectors.list_activities([card.id]))
    regions = figures.by(rows, lambda row: row.region, [one.code for one in places.regions()])
    effects = campaigns.effects(card.id, card.starts_on, card.ends_on)
    by_region = _by_region(card, regions, effects)
    coded = frozenset(code.region for code in campaigns.codes(card.id) if code.region)
    total = figures.line_of(rows)
    today = clock.today()
    return Report(
        card=card,
        total=total,
        regions=regions,
        days=dict(sorted(figures.by(rows, lambda row: row.day).items())),
        kinds=figures.by(rows, lambda row: row.kind, vocabulary.kinds()),
        audiences=figures.by(rows, lambda row: row.audience, vocabulary.audiences()),
        people=people_of([card.id], total.contacts),
        materials=materials_of(card.id),
        media=media_of(card.id),
        effects=effects,
        by_region=by_region,
        silent=[one.region for one in by_region if not one.held],
        unheard=[
            one.region
            for one in by_region
            if one.held and one.region in coded and not any(one.coded.values())
        ],
        coded_regions=coded,
        unlogged=sum(row.state == State.PLANNED and row.day < today for row in rows),
        lessons=list(
            selectors.list_lessons(card.id).values_list(
                "organisation_id", "written_at__date", "words"
            )
        ),
    )


def people_of(campaign_ids: Iterable[UUID], contacts: int) -> dict[tuple[str, str], int]:
    """Add up contacts by sex and age; the rest, of whom nobody said it, is not known."""
    rows = ActivityCount.objects.filter(
        activity__campaign_id__in=list(campaign_ids), activity__state=State.HELD
    )
    summed = rows.order_by().values_list("sex", "age").annotate(n=Sum("number"))
    found = {(sex, age): number for sex, age, number in summed}
    rest = contacts - sum(found.values())
    unknown = (Sex.UNKNOWN.value, Age.UNKNOWN.value)
    return {**found, unknown: found.get(unknown, 0) + rest}


def materials_of(campaign_id: UUID) -> dict[str, int]:
    """Add up what was given out, by the number of the material."""
    rows = ActivityMaterial.objects.filter(activity__campaign_id=campaign_id)
    return dict(rows.order_by("material").values_list("material").annotate(n=Sum("number")))


def media_of(campaign_id: UUID) -> list[MediaLine]:
    """Add up publications by channel."""
    rows = Placement.objects.filter(campaign_id=campaign_id).order_by("channel")
    summed = rows.values("channel").annotate(
        count=Count("pk"),
        sum_seconds=Sum("seconds"),
        sum_reach=Sum("reach"),
        estimated=Count("pk", filter=Q(reach__isnull=False)),
        sum_clicks=Sum("clicks"),
        sum_cost=Sum("cost"),
    )
    return [
        MediaLine(
            row["channel"],
            row["count"],
            row["sum_seconds"] or 0,
            row["sum_reach"] or 0,
            row["estimated"],
            row["sum_clicks"] or 0,
            row["sum_cost"] or Decimal(0),
        )
        for row in summed
    ]


def bars_of(series: "Series") -> list[Bar]:
    """Cut the three stretches of an effect into weeks; none when only what came with a code is known."""
    if series.total is None:
        return []
    periods = series.periods
    stretches = [
        (Stretch.BEFORE, periods.before.first, periods.before.last),
        (Stretch.DURING, periods.during.first, periods.during.last),
        (Stretch.AFTER, periods.after.first, periods.after.last),
    ]
    complete_to = series.complete_to or clock.today() - DAY
    return figures.weeks_of(stretches, series.total, complete_to=complete_to)


def _by_region(
    card: "CampaignCard", regions: dict[str, Line], effects: "list[Series]"
) -> list[RegionEffect]:
    where = {code.code: code.region for code in campaigns.codes(card.id)}
    came: dict[str, dict[str, int]] = defaultdict(dict)
    for series in effects:
        for (code, _day), count in series.by_code.items():
            region = where.get(code, "")
            came[region][series.key] = came[region].get(series.key, 0) + count
    hidden = {
        (where[code], one.key)
        for one in effects
        for code, count in one.protected({code: one.of_code(code) for code in where}).items()
        if count is None
    }
    wanted = [code for code in regions if not card.regions or code in card.regions]
    found = []
    for region in wanted:
        coded = dict(came.get(region, {}))
        told = {
            one.key: None if (region, one.key) in hidden else coded.get(one.key, 0)
            for one in effects
        }
        found.append(RegionEffect(region, regions[region].held, coded, told))
    return found
