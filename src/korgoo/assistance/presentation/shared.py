"""What several pages of assistance share."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from korgoo.assistance import wording
from korgoo.assistance.enums import (
    ITEM_MOVES,
    ItemState,
    Level,
)
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.assistance.models import (
        Assessment,
        ProgrammeItem,
    )

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of a form under one heading; short ones may stand ``beside`` each other."""

    title: str
    names: list[str]
    beside: bool = False


def level_of(row: "Assessment") -> Row:
    """Put a level of danger into words, with how it looks."""
    return {"words": Level(row.level).label, "tone": wording.LEVEL_TONES[row.level]}


def state_of_item(item: "ProgrammeItem") -> Row:
    """Put the state of an item into words, with how it looks and whether it is late."""
    return {
        "words": ItemState(item.state).label,
        "tone": wording.TONES[item.state],
        "is_late": item.is_late(clock.today()),
    }


def address_of(case_id: UUID) -> str:
    """Give the address of the page of a programme."""
    return reverse("assistance:programme", args=[case_id])


def moves_of(item: "ProgrammeItem") -> list[ItemState]:
    """List what an item may become, in the order of the states."""
    return [state for state in ItemState if state in ITEM_MOVES[ItemState(item.state)]]
