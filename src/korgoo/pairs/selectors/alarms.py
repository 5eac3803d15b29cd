"""What who minds data sees of this mission: alarms and bait of their own house."""

from typing import TYPE_CHECKING

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.pairs.models import Bait, FishingAlarm

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def list_alarms(*, actor: "Actor") -> list[FishingAlarm]:
    """List alarms of which one's own house is told and into which nobody looked; none for who does not mind data."""
    if not policy.may_enter(actor, Permission.AUDIT_VIEW):
        return []
    rows = FishingAlarm.objects.filter(told_id=actor.organisation_id, seen_at__isnull=True)
    return list(rows)


def list_bait(*, actor: "Actor") -> list[Bait]:
    """List the bait of one's own house, the newest first."""
    if not policy.may_enter(actor, Permission.AUDIT_VIEW):
        return []
    rows = Bait.objects.filter(case__owner_id=actor.organisation_id).select_related("case")
    return list(rows.order_by("-laid_at", "pk"))
