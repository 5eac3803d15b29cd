"""What other missions may ask of persons' pages. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import api as casework
from korgoo.mypage import selectors
from korgoo.mypage.services import throw_away_old

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

__all__ = ["AppointmentCard", "appointments", "count_waiting", "throw_away_old"]


@dataclass(frozen=True, slots=True)
class AppointmentCard:
    """That a person has an appointment on a day; hour, place and with whom are sealed."""

    id: UUID
    day: date


def appointments(case_id: UUID, *, actor: "Actor") -> list[AppointmentCard]:
    """List the days of a person's appointments from today on, for the owner of the case.

    Raises:
        NotFound: Not an own case.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    return [AppointmentCard(row.pk, row.day) for row in selectors.list_appointments(case_id)]


def count_waiting(*, actor: "Actor") -> int:
    """Count the cases of the actor's organisation in which a person wrote or asked."""
    if not policy.may_enter(actor, Permission.PAGE_MANAGE):
        return 0
    return selectors.count_waiting(actor=actor)
