"""Cases of one person that were put together; a mission above knows of them and registers its question."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet

Rows = TypeVar("Rows", bound=QuerySet[Any])
Leading = Callable[[Any], Any]
Leads = Callable[[Iterable[UUID]], dict[UUID, UUID]]
_registered: list[tuple[Leading, Leads]] = []


def register(leading: Leading, leads: Leads) -> None:
    """Let a mission say which cases lead.

    Args:
        leading: Keeps of some cases those that are no part of another one.
        leads: Gives for cases the one under which their person is counted.
    """
    _registered[:] = [(leading, leads)]


def only_leading(rows: Rows) -> Rows:
    """Keep the cases that are no part of another one."""
    for leading, _leads in _registered:
        rows = leading(rows)
    return rows


def counted_under(case_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Say of cases under which one their person is counted."""
    ids = list(case_ids)
    return _registered[0][1](ids) if _registered else {one: one for one in ids}
