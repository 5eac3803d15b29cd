from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.lib.errors import NotFound
from korgoo.referral import policies
from korgoo.referral.enums import LIVE, UNANSWERED, ReferralState
from korgoo.referral.models import Referral

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.referral.models import ReferralQuerySet

MOST = 100


def get_referral(
    referral_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> Referral:
    """Fetch one referral for one purpose.

    Args:
        referral_id: As in the address.
        actor: Who asks. A referral between other organisations does not exist for them.
        permission: What for.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such referral, none they may know of, or not for this.
    """
    rows = Referral.objects.visible_to(actor).select_related(
        "case", "sender", "receiver", "alternative"
    )
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=referral_id).first()
    if found is None or not policy.decide(actor, permission, policies.relation_of(actor, found)):
        raise NotFound(_("We found no such referral."))
    return found


def list_inbox(*, actor: "Actor") -> list[Referral]:
    """List what waits for the actor's organisation as receiver, the most urgent first."""
    if not policy.decide(actor, Permission.REFERRAL_VIEW, Relation.RECEIVER):
        return []
    rows = _cards().filter(
        receiver_id=actor.organisation_id,
        state__in=[
            *UNANSWERED,
            ReferralState.NEEDS_INFORMATION,
            ReferralState.ACCEPTED,
            ReferralState.IN_SERVICE,
        ],
    )
    order = {"now": 0, "day": 1, "planned": 2}
    found = list(rows.order_by("-sent_at")[:MOST])
    return sorted(found, key=lambda r: (r.state not in UNANSWERED, order[r.urgency]))


def list_answered(*, actor: "Actor") -> list[Referral]:
    """List what the actor's organisation received and has finished with, newest first."""
    rows = (
        _cards()
        .filter(receiver_id=actor.organisation_id)
        .exclude(state__in=[*LIVE, ReferralState.DRAFT])
    )
    done = _cards().filter(receiver_id=actor.organisation_id, state=ReferralState.COMPLETED)
    return list((rows | done).order_by("-sent_at")[:MOST])


def list_sent(*, actor: "Actor") -> list[Referral]:
    """List what the actor's organisation sent or still writes, newest first."""
    return list(_cards().filter(sender_id=actor.organisation_id).order_by("-created_at")[:MOST])


def list_returned(*, actor: "Actor") -> list[Referral]:
    """List what came back without help: declined, withdrawn, expired, and not noted yet."""
    rows = _cards().filter(sender_id=actor.organisation_id).returned()
    return list(rows.order_by("-closed_at")[:MOST])


def list_asked(*, actor: "Actor") -> list[Referral]:
    """List sent referrals whose receiver asks something."""
    rows = _cards().filter(sender_id=actor.organisation_id, state=ReferralState.NEEDS_INFORMATION)
    return list(rows.order_by("-sent_at")[:MOST])


def list_to_confirm(*, actor: "Actor") -> list[Referral]:
    """List sent referrals whose help was reported and not confirmed by the person."""
    rows = _cards().filter(sender_id=actor.organisation_id, state=ReferralState.COMPLETED)
    return list(rows.order_by("completed_at")[:MOST])


def list_watched(*, actor: "Actor") -> list[Referral]:
    """List the live referrals of the whole mechanism, for the co-ordinator.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    if not policy.decide(actor, Permission.CASE_WATCH, Relation.NONE):
        raise NotFound(_("We found no such page."))
    return list(_cards().filter(state__in=LIVE).order_by("-sent_at")[:MOST])


def list_of_case(case_id: UUID, *, actor: "Actor") -> list[Referral]:
    """List the referrals of a case that the actor may know of, newest first."""
    rows = _cards().visible_to(actor).filter(case_id=case_id)
    return list(rows.order_by("-created_at")[:MOST])


def _cards() -> "ReferralQuerySet":
    return Referral.objects.select_related("case", "sender", "receiver", "alternative")
