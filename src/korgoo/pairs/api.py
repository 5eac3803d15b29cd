"""What other missions may ask: which cases may be of one person, to count people once; what waits for a member."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.pairs import selectors
from korgoo.pairs.services import sweep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

__all__ = [
    "OpenPair",
    "Waits",
    "baits_among",
    "count_anew",
    "open_pairs",
    "sweep",
    "waiting",
]


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits for a member: questions about own cases, asks to weigh, alarms, a new key to confirm. Counts only."""

    questions: int = 0
    asks: int = 0
    alarms: int = 0
    renewals: int = 0


def waiting(*, actor: "Actor") -> Waits:
    """Count what waits for a member, as far as their roles reach. Nothing is opened."""
    return Waits(
        questions=selectors.count_questions(actor=actor),
        asks=selectors.count_asks(actor=actor),
        alarms=len(selectors.list_alarms(actor=actor)),
        renewals=selectors.count_renewals(actor=actor),
    )


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two cases of different owners that may be of one person.

    ``posterior``: how likely, from 0 to 1. ``is_same``: as the owners settled it; None while they have not.
    """

    case_a: UUID
    owner_a: int
    case_b: UUID
    owner_b: int
    posterior: float
    is_same: bool | None


def open_pairs(*, actor: "Actor") -> list[OpenPair]:
    """Open all pairs for counting, each once, also those of organisations that investigate. Shown to nobody.

    Args:
        actor: A co-ordinator with an open session.

    Returns:
        Bait, restricted and erased cases are left out. Empty when nothing was ever compared.

    Raises:
        NotFound: The actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The key to possible pairs was not given to them yet.
    """
    return [
        OpenPair(
            pair.here.case_id,
            pair.here.owner_id,
            pair.there.case_id,
            pair.there.owner_id,
            pair.posterior,
            pair.is_same,
        )
        for pair in selectors.list_pairs(actor=actor, with_closed=True)
    ]


def baits_among(case_ids: "Iterable[UUID]") -> frozenset[UUID]:
    """Tell which cases are of people who do not exist. For counting; shown to nobody."""
    return selectors.baits_among(case_ids)


def count_anew() -> int:
    """Count cases that are still to be compared anew because the co-ordinators' key was: their pairs are missing."""
    return selectors.count_anew()
