"""The address of a service: written and opened by its own members, each opening leaves a row."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.directory import addresses, policies, selectors
from korgoo.directory.models import SealedAddress
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.directory.addresses import Address


@transaction.atomic
def write_address(service_id: UUID, address: "Address", *, actor: "Actor") -> SealedAddress:
    """Seal where an own service is, instead of what was sealed before.

    Raises:
        NotFound: No own service.
        Forbidden: The role may not.
        DomainError: The organisation has no key yet.
    """
    service = selectors.get_own(service_id, actor=actor, lock=True)
    policies.open_address(actor, organisation_id=service.organisation_id).require()
    sealed, key_id = addresses.seal(service, address)
    row, _is_new = SealedAddress.objects.update_or_create(
        service=service,
        defaults={
            "sealed": sealed,
            "organisation_key_id": key_id,
            "written_at": clock.now(),
            "written_by_id": actor.user_id,
        },
    )
    audit.record(Event.ADDRESS_SEALED, actor=actor, target=service)
    return row


@transaction.atomic
def open_address(service_id: UUID, *, actor: "Actor") -> "Address":
    """Open where an own service is; empty when nobody wrote it.

    Raises:
        NotFound: No own service.
        Locked: The session is locked.
        Forbidden: The role may not, or the seal does not fit.
    """
    service = selectors.get_own(service_id, actor=actor)
    policies.open_address(actor, organisation_id=service.organisation_id).require()
    row = selectors.find_address(service)
    opened = addresses.unseal(row, service, actor=actor) if row else {}
    audit.record(Event.ADDRESS_OPENED, actor=actor, target=service)
    return opened
