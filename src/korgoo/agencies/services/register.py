"""Agencies, their names and their permits."""

import secrets
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.agencies import policies, selectors
from korgoo.agencies.models import Agency, AgencyName, Decision, Permit, RegisterMark
from korgoo.agencies.services.facts import AgencyFacts, DecisionFacts, PermitFacts
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.lib.spelling import skeleton

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

TAKEN_NUMBER = _("Another agency stands in the register under this registration number.")
TAKEN_PERMIT = _("This permit stands in the register already. Record a decision on it instead.")
LONGEST_SKELETON = 400


@transaction.atomic
def add_agency(facts: AgencyFacts, *, actor: "Actor | None") -> Agency:
    """Add an agency to the register.

    Args:
        facts: What is known of it.
        actor: Who adds it; None for the command line and the demonstration.

    Raises:
        Forbidden: The actor may not change the register.
        DomainError: Its registration number is that of another agency.
    """
    policies.edit(actor).require()
    hold_register()
    if facts.registration and Agency.objects.filter(registration=facts.registration).exists():
        raise DomainError(TAKEN_NUMBER)
    agency = new_agency(facts)
    audit.record(Event.AGENCY_ADDED, actor=actor, target=agency)
    return agency


@transaction.atomic
def add_name(agency_id: UUID, language: str, text: str, *, actor: "Actor") -> None:
    """Let an agency be found under one more name; a name that it has already adds nothing.

    Raises:
        NotFound: No such agency, or not for this actor.
    """
    agency = selectors.get_agency(agency_id, actor=actor)
    hold_register()
    name, is_new = AgencyName.objects.get_or_create(
        agency=agency, language=language, text=text, defaults={"skeleton": bone(text)}
    )
    if is_new:
        audit.record(Event.AGENCY_CHANGED, actor=actor, target=name.agency, detail="name")


@transaction.atomic
def change_contacts(agency_id: UUID, *, place: str, phone: str, actor: "Actor") -> Agency:
    """Write where an agency sits and how it is called, as last heard.

    Raises:
        NotFound: No such agency, or not for this actor.
    """
    agency = selectors.get_agency(agency_id, actor=actor)
    hold_register()
    agency.place, agency.phone = place, phone
    agency.save(update_fields=["place", "phone"])
    audit.record(Event.AGENCY_CHANGED, actor=actor, target=agency, detail="contacts")
    return agency


@transaction.atomic
def add_permit(
    agency_id: UUID, permit: PermitFacts, granted: DecisionFacts, *, actor: "Actor"
) -> Permit:
    """Record a permit with the decision that granted it.

    Raises:
        NotFound: No such agency, or not for this actor.
        Forbidden: The days do not fit each other.
        DomainError: The permit stands in the register already.
    """
    agency = selectors.get_agency(agency_id, actor=actor)
    policies.permit_days(permit.starts, permit.ends).require()
    policies.decide(granted.kind, granted.day, granted.until).require()
    hold_register()
    known = agency.permits.filter(country=permit.country, number=permit.number)
    if known.exists():
        raise DomainError(TAKEN_PERMIT)
    row = new_permit(agency.pk, permit)
    row.save(force_insert=True)
    new_decision(row.pk, granted, actor=actor).save(force_insert=True)
    audit.record(Event.AGENCY_DECISION_RECORDED, actor=actor, target=row, detail=granted.kind)
    return row


def hold_register() -> None:
    """Hold the register to write in it, until the transaction ends, and give it another mark.

    Two who write wait for each other, so that neither misses what the other adds.
    """
    values = {"mark": secrets.token_hex(16), "changed_at": clock.now()}
    RegisterMark.objects.select_for_update().update_or_create(
        pk=RegisterMark.ONLY, defaults=values
    )


def new_agency(facts: AgencyFacts) -> Agency:
    """Write an agency with its names, in the transaction of a deed that leaves the trace."""
    agency = Agency.objects.create(
        registration=facts.registration,
        place=facts.place,
        phone=facts.phone,
        is_fictitious=facts.is_fictitious,
        added_at=clock.now(),
    )
    AgencyName.objects.bulk_create(new_name(agency.pk, *pair) for pair in facts.names)
    return agency


def new_name(agency_id: UUID, language: str, text: str) -> AgencyName:
    """Make a name, not saved yet."""
    return AgencyName(agency_id=agency_id, language=language, text=text, skeleton=bone(text))


def new_permit(agency_id: UUID, facts: PermitFacts) -> Permit:
    """Make a permit, not saved yet."""
    return Permit(
        agency_id=agency_id,
        country=facts.country,
        number=facts.number,
        starts=facts.starts,
        ends=facts.ends,
    )


def new_decision(permit_id: UUID, facts: DecisionFacts, *, actor: "Actor | None") -> Decision:
    """Make a decision, not saved yet."""
    return Decision(
        permit_id=permit_id,
        kind=facts.kind.value,
        day=facts.day,
        until=facts.until,
        number=facts.number,
        document=facts.document,
        address=facts.address,
        as_of=facts.as_of,
        recorded_at=clock.now(),
        recorded_by_id=actor.user_id if actor else None,
    )


def bone(text: str) -> str:
    """Give what a name is found by, as long as the column takes."""
    return skeleton(text)[:LONGEST_SKELETON]
