"""Whom to call: written down, checked again, taken off."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.councils import policies, selectors
from korgoo.councils.models import Contact
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Whom to call at an organisation, for what, where, and when.

    Args:
        region: Code of the unit; empty for the whole country.
    """

    organisation_id: int
    matter: str
    position: str
    phone: str
    region: str = ""
    hours: str = ""


@transaction.atomic
def add_contact(
    facts: ContactFacts, *, actor: "Actor | None", is_fictitious: bool = False
) -> Contact:
    """Write down whom to call; it counts as checked today.

    Raises:
        Forbidden: The actor writes for their own organisation only.
    """
    policies.edit_contacts(actor, facts.organisation_id).require()
    row = Contact.objects.create(
        organisation_id=facts.organisation_id,
        matter=facts.matter,
        region=facts.region,
        position=facts.position,
        phone=facts.phone,
        hours=facts.hours,
        checked_on=clock.today(),
        added_at=clock.now(),
        is_fictitious=is_fictitious,
    )
    audit.record(Event.BODY_CONTACT_ADDED, actor=actor, target=row)
    return row


@transaction.atomic
def check_contact(contact_id: int, *, actor: "Actor") -> Contact:
    """Say that somebody called today and that it still holds.

    Raises:
        NotFound: No such contact, or not for this actor.
    """
    row = selectors.get_contact(contact_id, actor=actor)
    row.checked_on = clock.today()
    row.save(update_fields=["checked_on"])
    audit.record(Event.BODY_CONTACT_CHECKED, actor=actor, target=row)
    return row


@transaction.atomic
def end_contact(contact_id: int, *, actor: "Actor") -> Contact:
    """Take a contact off the list.

    Raises:
        NotFound: No such contact, or not for this actor.
    """
    row = selectors.get_contact(contact_id, actor=actor)
    row.ended_at = clock.now()
    row.save(update_fields=["ended_at"])
    audit.record(Event.BODY_CONTACT_ENDED, actor=actor, target=row)
    return row
