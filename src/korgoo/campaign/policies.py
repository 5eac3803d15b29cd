"""Who may do what. No queries, no request: facts in, verdict out."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.campaign.enums import State
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

NOT_KEEPER = _("Only the organisation that keeps this campaign changes it.")


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def knows(actor: "Actor", *, state: State, keeper_id: int) -> bool:
    """Tell whether somebody may know of a campaign: what is still being written is the keeper's own."""
    if not may(actor, Permission.CAMPAIGN_VIEW):
        return False
    return state is not State.DRAFT or actor.organisation_id == keeper_id


def keep(actor: "Actor", *, keeper_id: int) -> Verdict:
    """Say whether somebody may change a campaign."""
    if actor.organisation_id != keeper_id:
        return Verdict(NOT_KEEPER)
    return ALLOWED if may(actor, Permission.CAMPAIGN_EDIT) else Verdict(NOT_KEEPER)
