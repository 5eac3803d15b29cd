from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event, Permission
from korgoo.assistance import policies, selectors
from korgoo.assistance.enums import Outside, PlanType, Unit
from korgoo.assistance.models import ServiceGiven
from korgoo.assistance.services.traces import leave
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Given:
    """Help that was given: when, which service, by whom, how much of which unit."""

    on: date
    service: str = ""
    provider_id: int | None = None
    outside: Outside | None = None
    quantity: int = 1
    unit: Unit = Unit.TIMES
    item_id: UUID | None = None


@transaction.atomic
def give(case_id: UUID, given: Given, *, actor: "Actor") -> ServiceGiven:
    """Write down help that was given. A receiver writes what it gave itself, for its own items.

    Args:
        case_id: The case.
        given: With ``item_id`` the service and the provider are the item's.
        actor: Of the owner, or of the provider of the item.

    Raises:
        NotFound: Not theirs.
        Forbidden: The day has not come.
        DomainError: The pack has no such service.
    """
    seen = selectors.sight(case_id, actor=actor, permission=Permission.WORK_REPORT)
    policies.not_ahead(given.on, clock.today()).require()
    row = ServiceGiven(
        case_id=case_id,
        given_on=given.on,
        quantity=given.quantity,
        unit=given.unit,
        recorded_at=clock.now(),
        recorded_by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    _of_item(row, given, actor) if given.item_id else _apart(row, given, is_own=seen.is_own)
    row.save(force_insert=True)
    leave(
        Event.SERVICE_GIVEN,
        seen.case,
        actor=actor,
        concerns_id=row.provider_id,
        detail=row.service,
    )
    return row


def _of_item(row: ServiceGiven, given: Given, actor: "Actor") -> None:
    item = selectors.get_item(
        row.case_id,
        given.item_id or UUID(int=0),
        actor=actor,
        permission=Permission.WORK_REPORT,
    )
    row.item, row.service, row.plan_type = item, item.service, item.plan_type
    row.provider_id, row.outside = item.provider_id, item.outside


def _apart(row: ServiceGiven, given: Given, *, is_own: bool) -> None:
    if not is_own:
        raise NotFound(selectors.NO_SUCH)
    service = packs.current().services.get(given.service)
    if service is None:
        raise DomainError(_("The list of services has no such service."))
    row.service, row.plan_type = service.key, PlanType(service.plan_type)
    row.provider_id, row.outside = given.provider_id, given.outside or ""
