"""What an organisation says of its own services."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.countrypack import api as packs
from korgoo.directory import policies, selectors
from korgoo.directory.enums import Change, Cost, MayCall
from korgoo.directory.models import Places, Service
from korgoo.directory.services.places import keep
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """What is said of a service. ``places``: total and free by group; ages in years, stay in days."""

    kind: str
    takes: tuple[str, ...]
    valid_from: date
    valid_to: date | None = None
    age_from: int | None = None
    age_to: int | None = None
    most_children: int = 0
    ready_for: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    has_separate_rooms: bool = False
    longest_stay: int | None = None
    is_round_the_clock: bool = False
    hours: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    closed_days: tuple[str, ...] = ()
    may_call: str = MayCall.MEMBERS
    phone: str = ""
    call_from: str = ""
    call_to: str = ""
    never_call_back: bool = False
    asks_password: bool = False
    cost: str = Cost.UNKNOWN
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@transaction.atomic
def add_service(facts: ServiceFacts, *, actor: "Actor") -> Service:
    """Add a service of the actor's own organisation.

    Raises:
        NotFound: There is no such kind of help.
        Forbidden: The organisation does not give it, or the role may not.
    """
    service = Service(organisation_id=actor.organisation_id)
    _may_edit(facts.kind, actor)
    _fill(service, facts, actor)
    _count(service, facts, actor)
    audit.record(Event.SERVICE_ADDED, actor=actor, target=service, detail=facts.kind)
    return service


@transaction.atomic
def change_service(service_id: UUID, facts: ServiceFacts, *, actor: "Actor") -> Service:
    """Change what is said of an own service; that is a look at all of it, too.

    Raises:
        NotFound: No own service, or no such kind of help.
        Forbidden: The organisation does not give it, or the role may not.
    """
    service = selectors.get_own(service_id, actor=actor, lock=True)
    _may_edit(facts.kind, actor)
    _fill(service, facts, actor)
    _count(service, facts, actor)
    audit.record(Event.SERVICE_CHANGED, actor=actor, target=service, detail=facts.kind)
    return service


@transaction.atomic
def confirm_service(service_id: UUID, *, actor: "Actor") -> Service:
    """Say that all that is said of an own service, and its free places, are still right.

    Raises:
        NotFound: No own service.
        Forbidden: The role may not.
    """
    service = selectors.get_own(service_id, actor=actor, lock=True)
    _may_edit(service.kind, actor)
    service.checked_at, service.checked_by_id = clock.now(), actor.user_id
    service.save(update_fields=["checked_at", "checked_by_id"])
    for row in Places.objects.select_for_update(of=("self",)).filter(service=service):
        keep(row, Change.SAME, actor=actor)
    audit.record(Event.SERVICE_CHECKED, actor=actor, target=service, detail=service.kind)
    return service


def _may_edit(kind: str, actor: "Actor") -> None:
    for one in packs.current().referral_types:
        if one.key == kind:
            verdict = policies.edit_service(
                actor, organisation_id=actor.organisation_id, mandate=one.needs_mandate
            )
            verdict.require()
            return
    raise NotFound(_("There is no such kind of help."))


def _fill(service: Service, facts: ServiceFacts, actor: "Actor") -> None:
    said = asdict(facts)
    said.pop("places")
    for name, value in said.items():
        setattr(service, name, list(value) if isinstance(value, tuple) else value)
    service.hours = {day: list(span) for day, span in facts.hours.items()}
    service.checked_at, service.checked_by_id = clock.now(), actor.user_id
    service.save()


def _count(service: Service, facts: ServiceFacts, actor: "Actor") -> None:
    """Keep the places as they were said; a group that is left out is counted no more."""
    rows = {row.group: row for row in Places.objects.select_for_update().filter(service=service)}
    for group, (total, free) in facts.places.items():
        row = rows.pop(group, None) or Places(service=service, group=group)
        row.total, row.free = total, free
        keep(row, Change.SET, actor=actor)
    for gone in rows.values():
        gone.delete()
