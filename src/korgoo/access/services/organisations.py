from typing import TYPE_CHECKING

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.access.models import Organisation, OrganisationMandate

if TYPE_CHECKING:
    from korgoo.countrypack.api import Body


@transaction.atomic
def add_organisation(body: "Body", *, is_fictitious: bool = False, region: str = "") -> Organisation:
    """Add an organisation that the country pack names, or bring its row up to date.

    Args:
        body: The pack's entry. Its successor must have been added before.
        is_fictitious: For demo and tests: the name does not stand for a real body.
        region: Code of the administrative unit it works in; empty for the whole country.
    """
    successor = Organisation.objects.filter(code=body.successor or "").first()
    organisation, _made = Organisation.objects.update_or_create(
        code=body.code,
        defaults={
            "name_ky": body.name.in_language("ky"),
            "name_ru": body.name.in_language("ru"),
            "name_en": body.name.in_language("en"),
            "kind": body.kind,
            "region": region,
            "valid_from": body.valid_from,
            "valid_to": body.valid_to,
            "successor": successor,
            "is_fictitious": is_fictitious,
        },
    )
    OrganisationMandate.objects.filter(organisation=organisation).delete()
    OrganisationMandate.objects.bulk_create(
        OrganisationMandate(organisation=organisation, mandate=m) for m in body.mandates
    )
    audit.record(Event.ORGANISATION_ADDED, actor=None, target=organisation)
    return organisation
