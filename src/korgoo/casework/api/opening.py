"""Opening a case for a person whom another mission met."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import services
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

FirstContact = services.FirstContact


def open_from_contact(first: FirstContact, *, actor: "Actor") -> UUID:
    """Open a case from a contact that was taken at the desk.

    Args:
        first: What was told. Words are in it only when the person agreed that they go along.
        actor: Who opens it. Their organisation owns the case.

    Returns:
        The number of the case.

    Raises:
        NotFound: The actor may not open cases.
        DomainError: Something is to be sealed and the organisation has no key.
    """
    if not policy.may_enter(actor, Permission.CASE_OPEN):
        raise NotFound(_("We found no such page."))
    return services.open_case(first, actor=actor).pk
