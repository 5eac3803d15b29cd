"""One promise with what a decision about it needs to know."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from korgoo.commitments.models import Commitment


@dataclass(frozen=True, slots=True)
class Standing:
    """How a promise stands for one actor.

    Attributes:
        row: the promise.
        bearer_id: which organisation bears it: who promised, or who follows it.
        bearer_coordinates: whether that is the body that co-ordinates everybody.
        is_kept_here: whether the actor is the secretariat of the place where it was made.
    """

    row: "Commitment"
    bearer_id: int
    bearer_coordinates: bool
    is_kept_here: bool
