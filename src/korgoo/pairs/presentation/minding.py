"""What who minds data sees: who compares unusually, and the bait of the house."""

from typing import TYPE_CHECKING, Any

from korgoo.access import api as access
from korgoo.lib import codes
from korgoo.pairs import selectors
from korgoo.pairs.enums import AlarmKind

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def of_minder(*, actor: "Actor") -> dict[str, Any]:
    """Show alarms and bait of one's own house."""
    alarms = selectors.list_alarms(actor=actor)
    names = access.member_names(row.user_id for row in alarms)
    houses = access.cards({row.organisation_id for row in alarms})
    return {
        "alarms": [
            {
                "id": row.pk,
                "title": str(AlarmKind(row.kind).label),
                "who": names.get(row.user_id, ""),
                "house": houses[row.organisation_id].name,
                "day": row.day,
                "times": row.times,
            }
            for row in alarms
        ],
        "baits": [
            {"case_id": row.case_id, "code": codes.spoken(row.case.code), "at": row.laid_at}
            for row in selectors.list_bait(actor=actor)
        ],
    }
