from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.councils import policies
from korgoo.councils.models import Contact
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.lib.errors import NotFound
from korgoo.lib.spelling import skeleton

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such contact.")


def contacts(
    *, words: str = "", matter: str = "", region: str = "", actor: "Actor"
) -> list[Contact]:
    """List whom to call today, by the organisation's name.

    Args:
        words: Of the organisation or the position, in any spelling; empty for all.
        matter: Of ``enums.Matter``; empty for all.
        region: Code of a region: who answers there, and who answers for the whole country.
        actor: Who asks.

    Raises:
        NotFound: The actor has no part in the platform.
    """
    if not policies.may(actor, Permission.BODY_VIEW):
        raise NotFound(NO_SUCH)
    rows = _open()
    if matter:
        rows = rows.filter(matter=matter)
    if region:
        rows = rows.filter(region__in=["", region])
    bone = skeleton(words)
    found = [row for row in rows if not bone or bone in _bone(row)]
    return sorted(found, key=lambda row: (place_of(row.organisation.name), row.matter, row.pk))


def get_contact(contact_id: int, *, actor: "Actor") -> Contact:
    """Fetch a contact that the actor may change; held until the transaction ends.

    Raises:
        NotFound: No such contact, or it is another organisation's.
    """
    row = Contact.objects.select_for_update().filter(pk=contact_id, ended_at=None).first()
    if row is None or not policies.edit_contacts(actor, row.organisation_id):
        raise NotFound(NO_SUCH)
    return row


def _open() -> "QuerySet[Contact]":
    today = clock.today()
    rows = Contact.objects.filter(ended_at=None).select_related("organisation")
    return rows.exclude(organisation__valid_to__lt=today)


def _bone(row: Contact) -> str:
    of = row.organisation
    words = (of.name_ky, of.name_ru, of.name_en, row.position)
    return " ".join(skeleton(one) for one in words)
