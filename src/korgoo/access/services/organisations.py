from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, OrganisationKind
from korgoo.access.models import Organisation, OrganisationMandate
from korgoo.lib import clock, codes
from korgoo.lib.errors import DomainError

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
        row.successor = rows[body.successor][1] if body.successor else None
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
    organisation, _made = Organisation.objects.update_or_create(
        code=body.code,
        defaults={
            "name_ky": body.name.in_language("ky"),
            "name_ru": body.name.in_language("ru"),
            "name_en": body.name.in_language("en"),
            "kind": body.kind,
            "region": region,
            "valid_from": body.valid_from or LONG_AGO,
            "valid_to": body.valid_to,
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
