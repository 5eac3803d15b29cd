from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import api as casework
from korgoo.casework.enums import Scope
from korgoo.lib.errors import NotFound
from korgoo.referral import selectors
from korgoo.referral.enums import LIVE
from korgoo.referral.errors import NoConsent

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def make_letter(referral_id: UUID, *, with_name: bool, actor: "Actor") -> str:
    """Let a letter be printed; leaves an audit row, and another one when the name is opened.

    Args:
        referral_id: An own referral that was sent and is not over.
        with_name: Print the name too, for which the person must have agreed that this receiver
            knows it.
        actor: Who prints.

    Returns:
        The name; empty when it is not wanted or was never told.

    Raises:
        NotFound: Not an own referral, not sent yet, or over.
        NoConsent: The person did not agree that the receiver knows the name.
    """
    permission = Permission.REFERRAL_SEND
    referral = selectors.get_referral(referral_id, actor=actor, permission=permission)
    if referral.state not in LIVE:
        raise NotFound(selectors.NO_SUCH)
    name = _name(referral.case_id, referral.receiver_id, actor) if with_name else ""
    detail = "with name" if name else ""
    audit.record(Event.REFERRAL_LETTER_MADE, actor=actor, target=referral, detail=detail)
    return name


def _name(case_id: UUID, receiver_id: int, actor: "Actor") -> str:
    agreed = casework.scopes_in_force(case_id, recipient_id=receiver_id)
    if Scope.IDENTITY not in agreed:
        raise NoConsent(_("The person has not agreed that this organisation knows the name."))
    identity = casework.open_facet(case_id, Facet.IDENTITY, actor=actor) or {}
    return str(identity.get("name", ""))
