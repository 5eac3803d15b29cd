"""What counts and comparisons of other missions need of cases: codes, never a fact that was sealed."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.casework import counting
from korgoo.casework.models import Case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.casework.counting import Scope


@dataclass(frozen=True, slots=True)
class CountedCase:
    """A case that falls in a period: whose it is, on which day it did, its region of the upper level.

    ``region`` is empty where none is known, or where it is no unit of the country.
    """

    case_id: UUID
    owner_id: int
    day: date
    region: str


def own_citizenships(case_ids: "Iterable[UUID]", *, actor: "Actor") -> dict[UUID, str]:
    """Give the citizenship on the cards of own cases, as ISO code; empty where it is not known."""
    own = Case.objects.owned_by(actor.organisation_id).filter(pk__in=set(case_ids))
    return dict(own.values_list("pk", "citizenship"))


def cases_to_count(first: date, last: date, *, scope: "Scope") -> list[CountedCase]:
    """List the cases of all organisations that fall in a period, for counts alone.

    Args:
        first: First day, in the country's time.
        last: Last day, included.
        scope: Which step of a case counts.

    Returns:
        One for each case, the earliest step first.
    """
    return [CountedCase(*row) for row in counting.fallen(first, last, scope=scope)]
