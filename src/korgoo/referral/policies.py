"""Who may do what with a referral. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework.enums import Scope
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.referral.enums import ReferralState

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.referral.models import Referral


def relation_of(actor: "Actor", referral: "Referral") -> Relation:
    """Say what the actor's organisation is to a referral; the closest relation counts."""
    if actor.organisation_id == referral.sender_id:
        return Relation.OWNER
    if actor.organisation_id == referral.receiver_id:
        return Relation.RECEIVER
    return Relation.COORDINATOR if actor.is_coordinator else Relation.NONE


def act(
    actor: "Actor", referral: "Referral", permission: Permission, to: ReferralState
) -> Verdict:
    """A deed needs the permission as sender or receiver, and a move that the table allows."""
    verdict = policy.decide(actor, permission, relation_of(actor, referral))
    if not verdict:
        return verdict
    if not referral.can_move_to(to):
        return Verdict(
            _("This referral has moved on meanwhile. Look at its page again: nothing was changed.")
        )
    return ALLOWED


def refer(agreed: "frozenset[Scope]") -> Verdict:
    """Nobody is referred without agreeing to it."""
    if Scope.REFERRAL in agreed:
        return ALLOWED
    return Verdict(_("The person has not agreed that this organisation is asked. Ask first."))
