from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.referral.enums import Deed
from korgoo.referral.services.moves import take

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.referral.models import Referral


@transaction.atomic
def share_now(referral_id: UUID, *, actor: "Actor") -> "Referral":
    """Share what the person agreed to with a receiver that enrolled after the letter went out.

    A deed of its own, never a side effect of another: only a member of the sender can open the
    parts, and somebody has to mean it. It opens what is agreed to now, not when it was sent.

    Raises:
        NotFound: Not an own referral.
        Forbidden: It did not go on paper, is over, or was shared before.
        DomainError: The organisation still has no key.
    """
    referral = take(referral_id, Deed.SHARE, actor=actor)
    if not access.card(referral.receiver_id).is_connected:
        raise DomainError(_("This organisation is not connected: nothing can be shared with it."))
    casework.add_party(referral.case_id, organisation_id=referral.receiver_id, actor=actor)
    referral.shared_at = clock.now()
    referral.save(update_fields=["shared_at"])
    # The timeline has no such step: who may know what stands there by the talk about consent.
    audit.record(Event.FACET_SHARED, actor=actor, target=referral, detail="receiver enrolled")
    return referral
