"""What other missions may ask of activities. Plain data out, never a model."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.activities import addresses, places, reporting, selectors, services, vocabulary
from korgoo.activities.enums import State
from korgoo.activities.figures import line_of
from korgoo.activities.models import Activity
from korgoo.campaign import api as campaigns
from korgoo.commitments import api as commitments
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.materials import api as materials
from korgoo.plan import api as plan

if TYPE_CHECKING:
    from django.db.models import QuerySet

__all__ = [
    "ActivityCard",
    "activities_of",
    "public_paths",
    "register_with_plan",
    "sweep",
    "version",
]

sweep = services.sweep


@dataclass(frozen=True, slots=True)
class ActivityCard:
    """An activity, named in the language of the page. ``contacts``: None when nobody counted."""

    id: UUID
    state: State
    day: date
    title: str
    place: str
    region: str
    contacts: int | None


def activities_of(campaign_id: UUID) -> list[ActivityCard]:
    """List the activities of a campaign in the order of their days."""
    return [
        ActivityCard(
            row.pk,
            State(row.state),
            row.day,
            row.title or vocabulary.kind_name(row.kind),
            places.whole_name(row.unit),
            row.region,
            row.contacts,
        )
        for row in selectors.list_activities([campaign_id])
    ]


def public_paths() -> list[str]:
    """List the addresses of the pages that are the same for all readers, in every language."""
    cards, found = campaigns.public_campaigns(), []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found += addresses.public(cards)
    return found


def version() -> Hashable:
    """Tell what public pages of campaigns are drawn from; another after every change."""
    cards = campaigns.public_campaigns()
    promised = tuple(
        (one.id, one.state, one.bearer, one.what)
        for card in cards
        for one in commitments.public_of_origin("campaign", card.key)
    )
    counted = tuple(
        repr(campaigns.public_sums(card.id, card.starts_on, card.ends_on)) for card in cards
    )
    known = tuple((card.key, card.name, card.ends_on, card.state) for card in cards)
    return (
        id(packs.current()),
        selectors.mark(),
        known,
        promised,
        counted,
        materials.public_version(),
    )


def register_with_plan() -> None:
    """Let indicators of the plan be drawn from the log: activities held, and contacts."""
    plan.register_source(
        plan.Source(
            "activities.held",
            gettext_lazy("Activities of campaigns that were held"),
            gettext_lazy("activities"),
            _count_held,
        )
    )
    plan.register_source(
        plan.Source(
            "activities.contacts",
            gettext_lazy("Contacts at activities of campaigns"),
            gettext_lazy("contacts, not people"),
            _count_contacts,
        )
    )


def _held(first: date, last: date, region: str | None) -> "QuerySet[Activity]":
    rows = Activity.objects.filter(state=State.HELD, day__range=(first, min(last, clock.today())))
    return rows.filter(region=region) if region else rows


def _count_held(first: date, last: date, region: str | None) -> plan.Counted:
    return plan.Counted(_held(first, last, region).count())


def _count_contacts(first: date, last: date, region: str | None) -> plan.Counted:
    line = line_of(reporting.rows_of(_held(first, last, region)))
    note = _("Everybody at every event; who came twice is counted twice.")
    if line.reach.uncounted:
        note += " " + _("At %(num)s of %(all)s events nobody counted.") % {
            "num": line.reach.uncounted,
            "all": line.held,
        }
    return plan.Counted(line.contacts, note)
