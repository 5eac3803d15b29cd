"""Which cases fall in a period, by the step that counts. Numbers of cases never leave the counts made of them."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Min, TextChoices
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from korgoo.casework.enums import Axis, Protection
from korgoo.casework.models import Case, StatusMove
from korgoo.casework.plan_sources import moments
from korgoo.countrypack import api as packs

Step = tuple[UUID, int, datetime, str]


class Scope(TextChoices):
    """Which persons are counted: by the step of their case that falls in the period."""

    MET = "met", pgettext_lazy("which persons are counted", "Persons met")
    PRESUMED = "presumed", pgettext_lazy("which persons are counted", "Presumed victims")
    IDENTIFIED = (
        "identified",
        pgettext_lazy("which persons are counted", "Officially identified victims"),
    )


STATUS = {Scope.PRESUMED: Protection.PRESUMED, Scope.IDENTIFIED: Protection.IDENTIFIED}


def fallen(first: date, last: date, *, scope: Scope) -> Iterator[tuple[UUID, int, date, str]]:
    """List case, owner, day and region of each step that falls in a period, the earliest first.

    A case that takes the same step twice counts with the first one.
    """
    upper = _upper_regions(packs.current().code)
    for case_id, owner_id, at, region in _steps(*moments(first, last), scope):
        yield case_id, owner_id, timezone.localdate(at), upper.get(region, "")


def _steps(begins: datetime, ends: datetime, scope: Scope) -> list[Step]:
    if scope is Scope.MET:
        rows = Case.objects.filter(opened_at__gte=begins, opened_at__lt=ends)
        return list(
            rows.order_by("opened_at", "pk").values_list("pk", "owner_id", "opened_at", "region")
        )
    moves = StatusMove.objects.filter(
        axis=Axis.PROTECTION, after=STATUS[scope], at__gte=begins, at__lt=ends
    )
    found = moves.order_by().values_list("case_id", "case__owner_id", "case__region")
    firsts = found.annotate(first=Min("at")).order_by("first", "case_id")
    return [(case_id, owner_id, at, region) for case_id, owner_id, region, at in firsts]


@lru_cache(maxsize=4)
def _upper_regions(_pack_code: str) -> dict[str, str]:
    """Give for each unit of the country the one of the upper level in which it lies."""
    parents = {unit.code: unit.parent for unit in packs.current().units}
    found = {}
    for code in parents:
        at = code
        while (parent := parents.get(at)) is not None:
            at = parent
        found[code] = at
    return found
