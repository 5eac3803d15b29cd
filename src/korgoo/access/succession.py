"""Who bears what an ended organisation took on: its successor, from the day after its last one.

Nothing is rewritten when a ministry is succeeded by another: the rows keep the name of who acted, and who
answers for it on a day is read from the chain of successors.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from korgoo.access.models import Organisation

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
        rows = Organisation.objects.filter(successor__isnull=False, valid_to__isnull=False)
        self._next = {
            pk: Passing(last + timedelta(days=1), pk, taker)
            for pk, last, taker in rows.values_list("pk", "valid_to", "successor_id")
            if last and taker
        }

    def passings(self, organisation_id: int, until: date) -> list[Passing]:
        """List how the obligations of an organisation passed on, up to a day, in the order of time."""
        found: list[Passing] = []
        seen = {organisation_id}
        step = self._next.get(organisation_id)
        while step and step.day <= until and step.taker_id not in seen:
            found.append(step)
            seen.add(step.taker_id)
            step = self._next.get(step.taker_id)
        return found

    def bearer_on(self, organisation_id: int, day: date) -> int:
        """Say which organisation bears the obligations of this one on a day."""
        steps = self.passings(organisation_id, day)
        return steps[-1].taker_id if steps else organisation_id

    def borne_by(self, organisation_id: int, day: date) -> frozenset[int]:
        """List the organisations whose obligations this one bears on a day: itself, and those it follows."""
        own = (
            {organisation_id} if self.bearer_on(organisation_id, day) == organisation_id else set()
        )
        return frozenset(
            own | {pk for pk in self._next if self.bearer_on(pk, day) == organisation_id}
        )


def bearers_on(organisation_ids: "Iterable[int]", day: date) -> dict[int, int]:
    """Say for each of several organisations which one bears its obligations on a day."""
    known = Succession()
    return {one: known.bearer_on(one, day) for one in organisation_ids}
