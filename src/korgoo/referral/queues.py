"""How much waits at each organisation that was asked to help: counts for the co-ordinator."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Min, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.lib.errors import NotFound
from korgoo.referral.enums import UNANSWERED, ReferralState
from korgoo.referral.models import Referral

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

TO_HELP = (ReferralState.ACCEPTED, ReferralState.IN_SERVICE)


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits at one organisation. ``oldest``: when the longest unanswered one was sent; None: none."""

    organisation_id: int
    organisation: str
    unanswered: int
    asked_back: int
    to_help: int
    to_confirm: int
    oldest: datetime | None


def list_queues(*, actor: "Actor", most: int = 30) -> list[Queue]:
    """Count live referrals by the organisation that was asked, the longest waiting first.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    if not policy.decide(actor, Permission.CASE_WATCH, Relation.NONE):
        raise NotFound(_("We found no such page."))
    unanswered = Q(state__in=UNANSWERED)
    # Counted by what stands in the index of live ones: no row is fetched.
    rows = (
        Referral.objects.live()
        .values("receiver_id")
        .annotate(
            unanswered=Count("receiver_id", filter=unanswered),
            asked_back=Count("receiver_id", filter=Q(state=ReferralState.NEEDS_INFORMATION)),
            to_help=Count("receiver_id", filter=Q(state__in=TO_HELP)),
            to_confirm=Count("receiver_id", filter=Q(state=ReferralState.COMPLETED)),
            oldest=Min("sent_at", filter=unanswered),
        )
        .order_by("-unanswered", "receiver_id")[:most]
    )
    found = list(rows)
    names = access.cards(row["receiver_id"] for row in found)
    return [
        Queue(
            row["receiver_id"],
            names[row["receiver_id"]].name,
            row["unanswered"],
            row["asked_back"],
            row["to_help"],
            row["to_confirm"],
            row["oldest"],
        )
        for row in found
    ]
