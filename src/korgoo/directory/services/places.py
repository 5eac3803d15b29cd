"""Live places: one tap when somebody comes or goes."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.directory import policies, selectors
from korgoo.directory.enums import Change
from korgoo.directory.models import Places, PlacesChange
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def tap(service_id: UUID, group: str, change: Change, *, actor: "Actor") -> Places:
    """Change the free places of an own service by one tap.

    Raises:
        NotFound: No own service, or it counts no places for this group.
        Forbidden: Nothing is left to take, or to free.
    """
    service = selectors.get_own(service_id, actor=actor)
    row = selectors.get_places(service, group)
    policies.change_places(change, free=row.free, total=row.total).require()
    row.free = {
        Change.ONE_MORE: row.free + 1,
        Change.ONE_LESS: row.free - 1,
        Change.FULL: 0,
    }.get(change, row.free)
    keep(row, change, actor=actor)
    audit.record(Event.PLACES_CHANGED, actor=actor, target=service, detail=f"{group} {change}")
    return row


@transaction.atomic
def arrive(
    service_id: UUID, group: str, *, places: int, arrival_id: UUID, actor: "Actor"
) -> Places:
    """Take places for somebody who came by a referral; the same referral takes them once.

    Args:
        service_id: A service of the actor's own organisation.
        group: From whose places.
        places: How many.
        arrival_id: Number of the referral.
        actor: Who received the person.

    Raises:
        NotFound: No own service, or it counts no places for this group.
        Forbidden: No place is free any more.
        DomainError: The referral has taken its places, or fewer are free than come.
    """
    service = selectors.get_own(service_id, actor=actor)
    row = selectors.get_places(service, group)
    if selectors.has_arrived(arrival_id):
        raise DomainError(_("The places for this referral are taken already."))
    policies.change_places(Change.ARRIVAL, free=row.free, total=row.total).require()
    if places > row.free:
        raise DomainError(_("Fewer places are free than people come. Change the numbers first."))
    row.free -= places
    keep(row, Change.ARRIVAL, actor=actor, arrival_id=arrival_id)
    audit.record(Event.PLACES_CHANGED, actor=actor, target=service, detail=f"{group} arrival")
    return row


def keep(
    row: Places, change: Change, *, actor: "Actor", arrival_id: UUID | None = None
) -> PlacesChange:
    """Save a count that was locked, and add its row to the history; the caller leaves the trace."""
    row.checked_at, row.checked_by_id = clock.now(), actor.user_id
    row.save()
    return PlacesChange.objects.create(
        service_id=row.service_id,
        group=row.group,
        change=change,
        total=row.total,
        free=row.free,
        at=row.checked_at,
        by_id=actor.user_id,
        arrival_id=arrival_id,
    )
