"""Who bears what an ended organisation took on: its successor, from the day after its last one.

Nothing is rewritten when a ministry is succeeded by another: the rows keep the name of who acted, and who
answers for it on a day is read from the chain of successors.
"""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from korgoo.access.lineage import lineage

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Passing:
    """On ``day`` the obligations of one organisation passed to another."""

    day: date
    giver_id: int
    taker_id: int


class Succession:
    """The chains of successors, read once (one query) and asked many times."""

    def __init__(self) -> None:
        """Read which organisations ended and who follows them."""
        self._line = lineage()

    def passings(self, organisation_id: int, until: date) -> list[Passing]:
        """List how the obligations of an organisation passed on, up to a day, in the order of time."""
        spans = self._line.spans(organisation_id)
        return [
            Passing(taker.begins, giver.organisation_id, taker.organisation_id)
            for giver, taker in pairwise(spans)
            if taker.begins <= until
        ]

    def bearer_on(self, organisation_id: int, day: date) -> int:
        """Say which organisation bears the obligations of this one on a day."""
        return self._line.bearer(organisation_id, day)

    def borne_by(self, organisation_id: int, day: date) -> frozenset[int]:
        """List the organisations whose obligations this one bears on a day: itself, and those it follows."""
        family = self._line.ancestors(organisation_id) | {organisation_id}
        return frozenset(one for one in family if self.bearer_on(one, day) == organisation_id)


def bearers_on(organisation_ids: "Iterable[int]", day: date) -> dict[int, int]:
    """Say for each of several organisations which one bears its obligations on a day."""
    known = Succession()
    return {one: known.bearer_on(one, day) for one in organisation_ids}
