"""The register as a list is compared with it, and a planned list written into it."""

from typing import TYPE_CHECKING

from korgoo.agencies.lists.planning import Known, KnownAgency, KnownPermit, Plan
from korgoo.agencies.models import Agency, AgencyName, Decision, Permit
from korgoo.agencies.rules import Kind
from korgoo.agencies.services.facts import DecisionFacts, PermitFacts
from korgoo.agencies.services.register import new_decision, new_name, new_permit
from korgoo.lib import clock

if TYPE_CHECKING:
    from uuid import UUID

    from korgoo.access.actor import Actor
    from korgoo.agencies.lists.rows import ListRow

AT_ONCE = 500


def known_now() -> Known:
    """Read the whole register, as far as a list is compared with it."""
    known = Known()
    names: dict[object, set[tuple[str, str]]] = {}
    for agency_id, language, text in AgencyName.objects.values_list(
        "agency_id", "language", "text"
    ):
        names.setdefault(agency_id, set()).add((language, text))
    for key, number, place, phone in Agency.objects.values_list(
        "pk", "registration", "place", "phone"
    ):
        known.add(KnownAgency(key, number, place, phone, names.get(key, set())))
    for permit in Permit.objects.all():
        place_of = (permit.agency_id, permit.country, permit.number)
        known.permits[place_of] = KnownPermit(permit.pk, permit.starts, permit.ends)
    marks = Decision.objects.values_list("permit_id", "kind", "day", "until", "number")
    # Corrected ones too: an old list does not bring back what was found to be wrong.
    known.decisions = {(p, Kind(kind), day, until, n) for p, kind, day, until, n in marks}
    return known


def write(plan: Plan, *, is_fictitious: bool, actor: "Actor | None") -> None:
    """Write a plan, in the transaction of a deed that holds the register and leaves the trace."""
    now = clock.now()
    Agency.objects.bulk_create(
        (
            Agency(
                pk=one.key,
                registration=one.registration,
                place=one.place,
                phone=one.phone,
                is_fictitious=is_fictitious,
                added_at=now,
            )
            for one in plan.agencies
        ),
        batch_size=AT_ONCE,
    )
    names = [(one.key, *pair) for one in plan.agencies for pair in sorted(one.names)]
    AgencyName.objects.bulk_create(
        (new_name(*name) for name in (*names, *plan.names)), batch_size=AT_ONCE
    )
    _contacts(plan)
    permits = [_permit(*one) for one in plan.permits]
    Permit.objects.bulk_create(permits, batch_size=AT_ONCE)
    decisions = [new_decision(key, _decision(row), actor=actor) for key, row in plan.decisions]
    Decision.objects.bulk_create(decisions, batch_size=AT_ONCE)


def _contacts(plan: Plan) -> None:
    changed = [
        Agency(pk=one.key, registration=one.registration, place=one.place, phone=one.phone)
        for one in plan.contacts.values()
        if one.key not in plan.new
    ]
    Agency.objects.bulk_update(changed, ["registration", "place", "phone"], batch_size=AT_ONCE)


def _permit(key: "UUID", agency_id: "UUID", row: "ListRow") -> Permit:
    facts = PermitFacts(row.country, row.permit, row.starts, row.ends)
    permit = new_permit(agency_id, facts)
    permit.pk = key
    return permit


def _decision(row: "ListRow") -> DecisionFacts:
    return DecisionFacts(
        kind=row.kind,
        day=row.day,
        document=row.document,
        as_of=row.as_of,
        until=row.until,
        number=row.number,
        address=row.address,
    )
