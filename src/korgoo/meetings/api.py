"""What other missions may ask of meetings. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from korgoo.meetings import selectors

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Due", "count_decisions", "count_meetings", "things_due"]


@dataclass(frozen=True, slots=True)
class Due:
    """Minutes that an organisation has not answered. ``due_at``: the end of the last day (aware)."""

    id: UUID
    organisation_id: int
    due_at: datetime


def things_due(before: datetime) -> "Iterator[Due]":
    """Give minutes that wait for an organisation's answer until a moment (aware)."""
    for row in selectors.waiting_for_agreement(timezone.localdate(before)):
        answered = selectors.replies(row)
        if row.agree_until is None:
            continue
        due_at = _end_of(row.agree_until)
        for organisation_id in selectors.voters(row):
            if organisation_id not in answered:
                yield Due(row.pk, organisation_id, due_at)


def count_meetings(begins: date, ends: date, region: str | None = None) -> int:
    """Count meetings of which minutes were signed, held from one day to another (both included).

    Args:
        begins: First day.
        ends: Last day.
        region: Of bodies of this region alone; None for all.
    """
    return len(selectors.held(begins, ends, region))


def count_decisions(begins: date, ends: date, region: str | None = None) -> tuple[int, int]:
    """Count decisions of such meetings, and how many of them were carried out."""
    standings = selectors.decided(begins, ends, region)
    return len(standings), sum(one.state == "done" for one in standings)


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
