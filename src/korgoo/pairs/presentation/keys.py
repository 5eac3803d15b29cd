"""How the key to possible pairs stands: who holds it, who waits for it, what this member may do."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.pairs import policies, selectors

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.pairs.models import WatchRenewal


def of_key(*, actor: "Actor") -> dict[str, Any]:
    """Show the key of the co-ordinators; nothing that lies under it."""
    found = selectors.watch_key_of(actor=actor)
    is_watching = policy.may_enter(actor, Permission.PAIR_WATCH)
    names = access.cards({*found.holders, *found.waiting})
    return {
        "key": found.row,
        "is_watching": is_watching,
        "is_open": found.is_open,
        "is_of_house": found.is_of_house,
        "holders": [names[one].name for one in found.holders],
        "waiting": [names[one].name for one in found.waiting],
        "may_give": is_watching and found.is_open and bool(found.waiting),
        "may_propose": is_watching and found.can_be_opened,
        "can_be_opened": found.can_be_opened,
        "proposed": _proposed(found.proposed, actor) if found.proposed else None,
        "anew": selectors.count_anew(),
    }


def _proposed(row: "WatchRenewal", actor: "Actor") -> dict[str, Any]:
    names = access.member_names([row.proposed_by_id])
    return {
        "who": names.get(row.proposed_by_id, ""),
        "day": timezone.localdate(row.proposed_at),
        "may_confirm": bool(policies.renew(row, user_id=actor.user_id)),
    }
