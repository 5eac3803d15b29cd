from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, lineage
from korgoo.access.enums import Event, OrganisationKind
from korgoo.access.models import Organisation, OrganisationMandate
from korgoo.lib import clock, codes
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.countrypack.schema.bodies import Body

# For bodies whose first day the pack does not know: they count as there since long ago.
LONG_AGO = date(1900, 1, 1)


@transaction.atomic
def load_organisations(bodies: "Iterable[Body]") -> int:
    """Bring the rows of the organisations that the country pack names up to date.

    Returns:
        How many bodies the pack names.
    """
    rows = {body.code: (body, add_organisation(body)) for body in bodies}
    for body, row in rows.values():
        if body.successor:
            row.successor = rows[body.successor][1]
            row.save(update_fields=["successor"])
    audit.record(Event.ORGANISATION_ADDED, actor=None, target="countrypack", detail=str(len(rows)))
    return len(rows)


@transaction.atomic
def add_organisation(
    body: "Body", *, is_fictitious: bool = False, region: str = ""
) -> Organisation:
    """Add an organisation as the country pack describes it, or bring its row up to date.

    Args:
        body: The entry; its successor is set by ``load_organisations``.
        is_fictitious: For demo and tests: the name does not stand for a real body.
        region: Code of the administrative unit it works in; empty for the whole country.
    """
    # A succession that was recorded here stays until the pack tells of one itself.
    recorded = Organisation.objects.filter(code=body.code, successor__isnull=False)
    ended = recorded.values_list("valid_to", flat=True).first() if not body.successor else None
    organisation, _made = Organisation.objects.update_or_create(
        code=body.code,
        defaults={
            "name_ky": body.name.in_language("ky"),
            "name_ru": body.name.in_language("ru"),
            "name_en": body.name.in_language("en"),
            "kind": body.kind,
            "region": region,
            "valid_from": body.valid_from or LONG_AGO,
            "valid_to": body.valid_to or ended,
            "is_fictitious": is_fictitious,
        },
    )
    OrganisationMandate.objects.filter(organisation=organisation).delete()
    OrganisationMandate.objects.bulk_create(
        OrganisationMandate(organisation=organisation, mandate=m) for m in body.mandates
    )
    audit.record(Event.ORGANISATION_ADDED, actor=None, target=organisation)
    return organisation


@transaction.atomic
def end_organisation(
    organisation_id: int, successor_id: int, first_day: date, *, actor: "Actor | None"
) -> Organisation:
    """Let one organisation follow another from a day on. Its name and its past stay as they are.

    Args:
        organisation_id: Who ends, on the day before.
        successor_id: Who follows.
        first_day: First day of the successor's duty.
        actor: Who records it; the caller has asked whether they may.

    Raises:
        NotFound: One of them is not there.
        DomainError: It has a successor already, the days do not fit, or they would go in a circle.
    """
    both = Organisation.objects.select_for_update().filter(pk__in=[organisation_id, successor_id])
    rows = {row.pk: row for row in both.order_by("pk")}
    if organisation_id not in rows or successor_id not in rows:
        raise NotFound(_("We found no such organisation."))
    ended, successor = rows[organisation_id], rows[successor_id]
    _check_succession(ended, successor, first_day)
    ended.valid_to, ended.successor = first_day - timedelta(days=1), successor
    ended.save(update_fields=["valid_to", "successor"])
    audit.record(Event.ORGANISATION_SUCCEEDED, actor=actor, target=ended, detail=str(successor.pk))
    return ended


def _check_succession(ended: Organisation, successor: Organisation, first_day: date) -> None:
    if ended.pk == successor.pk:
        raise DomainError(_("Choose two different organisations."))
    if ended.successor_id is not None:
        raise DomainError(_("For this organisation a successor is recorded already."))
    if first_day <= ended.valid_from:
        raise DomainError(_("The organisation did not exist yet on the day before."))
    if ended.valid_to is not None and ended.valid_to < first_day - timedelta(days=1):
        raise DomainError(_("The organisation had ended before that day."))
    begins, ends = successor.valid_from, successor.valid_to
    if begins > first_day or (ends is not None and ends < first_day):
        raise DomainError(_("The successor does not exist on this day."))
    if successor.pk in lineage.lineage().ancestors(ended.pk):
        raise DomainError(_("The two would follow each other in a circle."))


@transaction.atomic
def add_foreign(name: str, mandates: "Iterable[str]", *, actor: "Actor") -> Organisation:
    """Add an organisation of another country, so that a person can agree to it like to any other.

    Its name is written as it calls itself, in every language.

    Raises:
        DomainError: One of this name is there already.
    """
    foreign = Organisation.objects.filter(kind=OrganisationKind.FOREIGN)
    if foreign.filter(name_en__iexact=name).exists():
        raise DomainError(_("A partner of this name is there already."))
    row = Organisation.objects.create(
        code=f"foreign-{codes.new_code()}",
        name_ky=name,
        name_ru=name,
        name_en=name,
        kind=OrganisationKind.FOREIGN,
        valid_from=clock.today(),
    )
    OrganisationMandate.objects.bulk_create(
        OrganisationMandate(organisation=row, mandate=mandate) for mandate in sorted(set(mandates))
    )
    audit.record(Event.ORGANISATION_ADDED, actor=actor, target=row)
    return row
