"""What other missions may ask of returns. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.lib import codes
from korgoo.safe_return import selectors
from korgoo.safe_return.enums import LIVE, PlanState
from korgoo.safe_return.models import Package, ReturnPlan, SealedPlace
from korgoo.safe_return.services import close_what_ended, person_says_first_night

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

__all__ = [
    "PlanCard",
    "close_what_ended",
    "destroy_sealed",
    "live",
    "of_person",
    "person_says_first_night",
]


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One return in codes, for a list."""

    id: UUID
    number: str
    case_id: UUID
    case_code: str
    state: PlanState
    country: str
    leaves_on: date | None
    meets: str

    @property
    def spoken_number(self) -> str:
        """The number in groups of three digits."""
        return codes.spoken(self.number)

    @property
    def spoken_case_code(self) -> str:
        """The case's code in groups of three digits."""
        return codes.spoken(self.case_code)


def live(*, actor: "Actor") -> list[PlanCard]:
    """List the returns that the actor's organisation has to do with and that are not over.

    Raises:
        NotFound: The actor has nothing to do with returns.
    """
    return [_card(row) for row in selectors.list_live(actor=actor)]


def of_person(case_id: UUID) -> PlanCard | None:
    """Describe the return of a person for their own page; None when none is planned."""
    rows = ReturnPlan.objects.filter(case_id=case_id, state__in=LIVE)
    row = rows.select_related("case", "meets").first()
    return _card(row) if row else None


def destroy_sealed(case_id: UUID) -> int:
    """Destroy what is sealed of a case's returns, when its time is over; the caller records it.

    Returns:
        How many sealed records were destroyed.
    """
    places, _by = SealedPlace.objects.filter(plan__case_id=case_id).delete()
    files = Package.objects.filter(case_id=case_id).exclude(sealed=b"").update(sealed=b"")
    return places + files


def _card(row: ReturnPlan) -> PlanCard:
    return PlanCard(
        row.pk,
        row.number,
        row.case_id,
        row.case.code,
        PlanState(row.state),
        row.country,
        row.leaves_on,
        row.meets.name if row.meets else "",
    )
