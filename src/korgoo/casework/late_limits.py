"""Time limits that have passed, counted for the co-ordinator and listed by code."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Min
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import grants
from korgoo.casework.models import CaseClock
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class LateGroup:
    """Limits of one kind that one organisation let pass. ``since``: the end of the oldest."""

    key: str
    organisation: str
    count: int
    since: datetime


@dataclass(frozen=True, slots=True)
class LateLine:
    """One limit that has passed, under the code of its case."""

    case_id: UUID
    case_code: str
    key: str
    organisation: str
    due_at: datetime


def count_late(*, actor: "Actor") -> int:
    """Count the limits that have passed in the whole mechanism.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    return _late(actor).count()


def group_late(*, actor: "Actor", most: int = 30) -> list[LateGroup]:
    """Count limits that have passed by organisation and kind, most first.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    rows = (
        _late(actor)
        .order_by()
        .values("key", "responsible_id")
        .annotate(number=Count("pk"), since=Min("due_at"))
        .order_by("-number", "since")[:most]
    )
    found = list(rows)
    names = access.cards(row["responsible_id"] for row in found)
    return [
        LateGroup(row["key"], names[row["responsible_id"]].name, row["number"], row["since"])
        for row in found
    ]


def list_late(*, actor: "Actor", most: int = 15) -> list[LateLine]:
    """List the limits that passed longest ago, by code.

    Raises:
        NotFound: The actor does not watch over the mechanism.
    """
    rows = _late(actor).select_related("case", "responsible").order_by("due_at")[:most]
    return [
        LateLine(row.case_id, row.case.code, row.key, row.responsible.name, row.due_at)
        for row in rows
        if row.due_at is not None
    ]


def _late(actor: "Actor") -> "QuerySet[CaseClock]":
    if not policy.decide(actor, Permission.CASE_WATCH, Relation.NONE):
        raise NotFound(_("We found no such page."))
    return grants.without_closed(CaseClock.objects.late(clock.now()), actor=actor)
