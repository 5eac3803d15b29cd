"""Pages of members: the log, one activity, lists that were brought, media."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from korgoo.access import api as access
from korgoo.activities import (
    figures,
    places,
    policies,
    reporting,
    selectors,
    vocabulary,
    wording,
)
from korgoo.activities.enums import Age, Channel, Consent, Counting, ListState, Sex, State
from korgoo.activities.lists.columns import BY_KEY
from korgoo.activities.lists.faults import Fault
from korgoo.activities.models import Activity, ActivityList, Placement
from korgoo.activities.presentation import choices
from korgoo.activities.presentation.figures import reach_words
from korgoo.activities.services.media import PlacementFacts
from korgoo.campaign import api as campaigns
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.campaign.api import CampaignCard

PAGE = 50
MOST_ROWS = 100


def log_page(key: str, number: int, *, actor: "Actor") -> dict[str, Any]:
    """Describe the log of a campaign.

    Args:
        key: Of the campaign; empty for the one that runs now.
        number: Page of those held, 1 the newest.
        actor: Who reads.

    Raises:
        NotFound: There is no such campaign for this actor.
    """
    cards = choices.cards(actor, key=key)
    if key and (not cards or cards[0].key != key):
        campaigns.campaign(key, actor=actor)
    if not cards:
        return {"card": None, "cards": []}
    card, today = cards[0], clock.today()
    rows = selectors.list_activities([card.id])
    planned = rows.filter(state=State.PLANNED)
    held = rows.exclude(state=State.PLANNED).order_by("-day", "-logged_at", "id")
    first = (number - 1) * PAGE
    shown = list(held[first : first + PAGE + 1])
    line = figures.line_of(reporting.rows_of(rows))
    return {
        "card": card,
        "cards": cards,
        "day_number": campaigns.day_number(card, today),
        "late": _lines(planned.filter(day__lt=today)[:PAGE]),
        "coming": _lines(planned.filter(day__gte=today)[:PAGE]),
        "held": _lines(shown[:PAGE]),
        "line": line,
        "reach": reach_words(line.reach),
        "previous": _page_of(card, number - 1) if number > 1 else "",
        "next": _page_of(card, number + 1) if len(shown) > PAGE else "",
        "is_public": card.is_public,
    }


def _page_of(card: "CampaignCard", number: int) -> str:
    return f"{reverse('activities:list')}?campaign={card.key}&page={number}"


def _lines(rows: "Iterable[Activity]") -> list[dict[str, Any]]:
    return [line_of(row) for row in rows]


def line_of(row: Activity) -> dict[str, Any]:
    """Describe an activity in one line of a list."""
    kind = vocabulary.kind_name(row.kind)
    return {
        "id": row.pk,
        "href": reverse("activities:activity", args=[row.pk]),
        "title": row.title or kind,
        "kind": kind,
        "day": row.day,
        "time": row.starts_at,
        "place": places.name(row.unit),
        "where": places.whole_name(row.unit),
        "region": places.name(row.region),
        "venue": row.venue,
        "state": str(State(row.state).label),
        "tone": wording.TONES[State(row.state)],
        "contacts": row.contacts,
    }


def activity_page(activity_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Describe one activity to a member.

    Raises:
        NotFound: No such activity, or not for this actor.
    """
    row = selectors.get_activity(activity_id, actor=actor)
    card = selectors.campaign_of(row.campaign_id, actor=actor)
    may_change = selectors.may_change(row, card, actor=actor)
    houses = access.cards(one.organisation_id for one in row.organisers.all())
    return {
        **line_of(row),
        "card": card,
        "row": row,
        "number": campaigns.day_number(card, row.day),
        "is_planned": row.state == State.PLANNED,
        "is_held": row.state == State.HELD,
        "is_cancelled": row.state == State.CANCELLED,
        "audience": vocabulary.audience_name(row.audience) if row.audience else "",
        "counting": str(Counting(row.counting).label) if row.counting else "",
        "organisers": [one.name for one in houses.values()],
        "counts": [
            [str(Sex(one.sex).label), str(Age(one.age).label), one.number]
            for one in row.counts.all()
        ],
        "materials": _materials(row),
        "may_change": may_change,
        "keeps": policies.keeps(actor, keeper_id=card.keeper_id),
        "photos": [
            _photo(one, card, actor=actor)
            for one in selectors.photos_of(row, may_change=may_change)
        ],
        "logged_by": access.cards([row.organisation_id])[row.organisation_id].name,
    }


def _materials(row: Activity) -> list[list[Any]]:
    names = dict(choices.materials([row.campaign_id]))
    return [[names.get(one.material, one.material), one.number] for one in row.materials.all()]


def _photo(photo: Any, card: "CampaignCard", *, actor: "Actor") -> dict[str, Any]:
    consent = Consent(photo.consent)
    shown = policies.may_be_shown(
        has_faces=photo.has_faces, has_children=photo.has_children, consent=consent
    )
    approve = policies.approve_photo(actor, added_by=photo.added_by_id, keeper_id=card.keeper_id)
    return {
        "id": photo.pk,
        "words": photo.words,
        "has_faces": photo.has_faces,
        "consent": str(consent.label),
        "is_approved": photo.approved_at is not None,
        "may_approve": bool(shown and approve),
        "why_not": str(shown.reason or ""),
    }


def import_rows(rows: "Iterable[ActivityList]") -> list[dict[str, Any]]:
    """Describe the lists that were brought."""
    return [
        {
            "href": reverse("activities:list_import", args=[row.pk]),
            "at": row.uploaded_at,
            "count": row.count,
            "added": row.added,
            "state": str(ListState(row.state).label),
            "tone": wording.LIST_TONES[ListState(row.state)],
        }
        for row in rows[:PAGE]  # type: ignore[index]
    ]


def import_page(row: ActivityList, card: "CampaignCard", language: str) -> dict[str, Any]:
    """Describe one list: what is wrong with it, or what it would add."""
    from korgoo.activities.lists import rows as list_rows

    told = [list_rows.from_data(one) for one in row.rows[:MOST_ROWS]]
    return {
        "list": row,
        "card": card,
        "state": str(ListState(row.state).label),
        "tone": wording.LIST_TONES[ListState(row.state)],
        "faults": [_fault(Fault.from_data(one), language) for one in row.faults],
        "rows": [
            [
                str(one.line),
                one.facts.day,
                places.whole_name(one.facts.unit),
                vocabulary.kind_name(one.facts.kind),
                str(one.facts.state.label),
                "" if one.facts.contacts is None else one.facts.contacts,
            ]
            for one in told
        ],
    }


def _fault(fault: Fault, language: str) -> list[str]:
    column = BY_KEY.get(fault.column)
    where = column.header(language) if column else fault.column
    return [
        str(fault.row or "–"),
        where or "–",
        fault.found or "–",
        str(wording.RULES[fault.rule]),
    ]


def media_page(card: "CampaignCard", *, actor: "Actor") -> dict[str, Any]:
    """Describe what the media carried in a campaign."""
    keeps = policies.keeps(actor, keeper_id=card.keeper_id)
    rows = list(selectors.list_placements(card.id))
    return {
        "card": card,
        "rows": [
            {
                "title": row.title,
                "href": reverse("activities:change_placement", args=[row.pk])
                if keeps or row.organisation_id == actor.organisation_id
                else "",
                "channel": str(Channel(row.channel).label),
                "outlet": row.outlet,
                "day": row.day,
                "reach": row.reach,
                "source": row.reach_source,
                "clicks": row.clicks,
                "cost": row.cost,
                "minutes": None if row.seconds is None else row.seconds // 60,
            }
            for row in rows
        ],
    }


def placement_initial(row: Placement) -> dict[str, Any]:
    """Fill a form with what is known of a publication."""
    names = [name for name in PlacementFacts.__slots__ if name != "seconds"]
    return {
        **{name: getattr(row, name) for name in names},
        "campaign": str(row.campaign_id),
        "minutes": None if row.seconds is None else row.seconds // 60,
    }


def card_of(key: str, *, actor: "Actor") -> "CampaignCard":
    """Find a campaign by its key; the likeliest one without a key.

    Raises:
        NotFound: There is none for this actor.
    """
    if key:
        return campaigns.campaign(key, actor=actor)
    cards = choices.cards(actor)
    if not cards:
        raise NotFound(wording.NO_CAMPAIGN)
    return cards[0]
