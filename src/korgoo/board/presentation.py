"""What the board of the co-ordinator shows: counts, codes and time limits, never a name."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from korgoo.casework import api as casework
from korgoo.casework import places
from korgoo.countrypack import api as packs
from korgoo.directory import api as directory
from korgoo.directory.cells import ALL
from korgoo.directory.enums import Group
from korgoo.lib import clock
from korgoo.referral import api as referral

if TYPE_CHECKING:
    from collections.abc import Mapping

    from korgoo.access.actor import Actor

SHELTER = "shelter"


def board(*, actor: "Actor") -> dict[str, Any]:
    """Gather the board.

    Args:
        actor: The co-ordinator.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    queues = referral.list_queues(actor=actor)
    return {
        "late": casework.count_late(actor=actor),
        "unanswered": sum(queue.unanswered for queue in queues),
        "to_help": sum(queue.to_help for queue in queues),
        "to_confirm": sum(queue.to_confirm for queue in queues),
        "queues": queues,
        "late_groups": casework.group_late(actor=actor),
        "late_lines": casework.list_late(actor=actor),
        "clock_names": _clock_names(),
        "sleeping": casework.sleeping(actor=actor),
        "gaps": _gaps(actor),
        "now": clock.now(),
    }


def _gaps(actor: "Actor") -> dict[str, Any]:
    """Lay out for whom nobody had a shelter this year: groups by region, small numbers hidden."""
    kinds = {kind.key: kind.name for kind in packs.current().referral_types}
    kind = SHELTER if SHELTER in kinds else next(iter(kinds), "")
    table = directory.gaps(kind, timezone.localdate(clock.now()).year, actor=actor)
    groups, regions = [*table.groups, ALL], [*table.regions, ALL]
    return {
        "is_empty": table.is_empty,
        "least": directory.LEAST,
        "kind": kinds[kind].in_language(_language()) if kind else "",
        "regions": [_region(code) for code in regions],
        "rows": [
            [_group(group), *(_count(table.counts, (ALL, group, r)) for r in regions)]
            for group in groups
        ],
    }


def _count(counts: "Mapping[tuple[str, ...], int | None]", key: tuple[str, ...]) -> str:
    found = counts.get(key, 0)
    return pgettext("hidden count", "fewer") if found is None else str(found)


def _group(code: str) -> str:
    if code == ALL:
        return pgettext("row of a table", "All")
    return str(Group(code).label) if code in Group.values else _("Not known")


def _region(code: str) -> str:
    if code == ALL:
        return pgettext("row of a table", "All")
    return _("Not known") if code == directory.UNKNOWN else places.region_name(code)


def _clock_names() -> dict[str, str]:
    return {key: one.name.in_language(_language()) for key, one in packs.current().clocks.items()}


def _language() -> str:
    return get_language() or packs.current().default_language
