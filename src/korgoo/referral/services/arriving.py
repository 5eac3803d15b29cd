"""Somebody who came by a referral takes a place of the receiver: offered, never forced."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.directory import api as directory
from korgoo.referral import selectors
from korgoo.referral.seekers import seeker_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def take_place(referral_id: UUID, service_id: UUID, group: str, *, actor: "Actor") -> None:
    """Take a place of an own service for who came by an accepted referral.

    Raises:
        NotFound: Not received by the actor's organisation, or no such places there.
        Forbidden: Not accepted, or no place is free any more.
        DomainError: The referral has taken its place, or fewer are free than come.
    """
    referral = selectors.get_for_arriving(referral_id, actor=actor, lock=True)
    offers = directory.places_to_take(
        referral.kind, seeker_of(referral), arrival_id=referral.pk, actor=actor
    )
    needed = {(offer.service_id, offer.group): offer.needed for offer in offers}
    directory.arrive(
        service_id,
        group,
        places=needed.get((service_id, group), referral.people),
        arrival_id=referral.pk,
        actor=actor,
    )
