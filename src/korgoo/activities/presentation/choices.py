"""What forms of activities offer to choose from."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from korgoo.access import api as access
from korgoo.activities import places, selectors
from korgoo.activities.enums import Age, Sex
from korgoo.activities.forms.activities import GRID
from korgoo.activities.models import Activity
from korgoo.campaign.api import State as CampaignState
from korgoo.lib import clock
from korgoo.materials import api as given_out

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from korgoo.access.actor import Actor
    from korgoo.activities.forms import PlanForm
    from korgoo.campaign.api import CampaignCard

OPEN = (CampaignState.RUNNING, CampaignState.PLANNED, CampaignState.ENDED)


def cards(actor: "Actor", *, key: str = "") -> "list[CampaignCard]":
    """List the campaigns to choose from: the one asked for first, then those that run today."""
    today = clock.today()

    def rank(card: "CampaignCard") -> tuple[bool, bool, int]:
        is_now = card.starts_on <= today <= card.ends_on
        place = OPEN.index(card.state) if card.state in OPEN else len(OPEN)
        return (card.key != key, not is_now, place)

    return sorted(selectors.campaigns_of(actor), key=rank)


def houses(actor: "Actor") -> list[tuple[int, str]]:
    """List the organisations of the platform, one's own first."""
    own = access.card(actor.organisation_id)
    others = access.list_organisations(actor=actor)
    return [(one.id, one.name) for one in (own, *others)]


def initial_of(row: Activity) -> dict[str, Any]:
    """Fill a form with what is known of an activity."""
    place = places.get(row.unit)
    plain = (
        *("day", "starts_at", "kind", "title", "venue", "audience", "counting", "contacts"),
        *("asked", "before", "questions", "signals", "cost", "others", "notes", "is_public"),
    )
    cells = {(sex, age): name for name, sex, age in GRID}
    return {
        **{name: getattr(row, name) for name in plain},
        "campaign": str(row.campaign_id),
        "place": place.whole if place else row.unit,
        "unit": row.unit,
        "organisers": [one.organisation_id for one in row.organisers.all()],
        **{
            cells[Sex(one.sex), Age(one.age)]: one.number
            for one in row.counts.all()
            if (Sex(one.sex), Age(one.age)) in cells
        },
        **{f"material_{one.material}": one.number for one in row.materials.all()},
    }


def materials(campaign_ids: "Iterable[UUID]") -> list[tuple[str, str]]:
    """List the approved materials of campaigns that can be given out: number and name, each once."""
    language = (get_language() or "")[:2]
    found: dict[str, str] = {}
    for campaign_id in campaign_ids:
        cards = given_out.materials_of(campaign_id)
        # In the language of the page where there is one, else in any.
        for card in sorted(cards, key=lambda one: one.language != language):
            found.setdefault(str(card.material_id), card.title)
    return list(found.items())


def grid(form: "PlanForm") -> list[dict[str, Any]]:
    """Describe the table of sexes and ages: a row for each age, a cell for each sex."""
    rows: dict[str, dict[str, Any]] = {}
    for name, _sex, age in GRID:
        if name not in form.fields:
            return []
        bound = form[name]
        row = rows.setdefault(age.value, {"age": str(age.label), "cells": []})
        row["cells"].append(
            {
                "id": bound.auto_id,
                "name": name,
                "value": "" if bound.value() is None else bound.value(),
                "label": str(bound.label),
                "error": " ".join(str(error) for error in bound.errors),
            }
        )
    for row in rows.values():
        row["cells"] += [None] * (len(Sex) - len(row["cells"]))
    return list(rows.values())


def sexes() -> list[str]:
    """Name the columns of that table."""
    return [str(one.label) for one in Sex]
