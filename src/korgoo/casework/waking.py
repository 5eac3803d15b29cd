"""What a sweep asks of clocks: which somebody is to be woken for, and when next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import policies
from korgoo.casework.models import Case, CaseClock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class DueClock:
    """A clock for which somebody is to be woken."""

    id: int
    key: str
    case_id: UUID
    owner_id: int
    worker_id: int | None
    responsible_id: int
    started_at: datetime
    due_at: datetime


def clocks_to_wake(moment: datetime, *, most: int) -> list[DueClock]:
    """Take the clocks whose next waking has come, and hold them until the transaction ends.

    A clock that somebody changes at this moment is passed over; a later sweep finds it.

    Args:
        moment: Now (aware).
        most: How many at most.
    """
    rows = CaseClock.objects.to_wake(moment).select_related("case")
    rows = rows.select_for_update(of=("self",), skip_locked=True)
    return [_due(row) for row in rows[:most]]


def set_waking(moments: Mapping[int, datetime | None]) -> None:
    """Say when somebody is to be woken next for clocks just taken; None for never."""
    over = [pk for pk, moment in moments.items() if moment is None]
    CaseClock.objects.filter(pk__in=over).update(wake_at=None)
    # One prepared statement: Django's bulk update takes half of a whole sweep for this.
    table, field = CaseClock._meta.db_table, CaseClock._meta.get_field("wake_at")
    later = [
        (field.get_db_prep_save(moment, connection), pk)
        for pk, moment in sorted(moments.items())
        if moment
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f'UPDATE "{table}" SET "wake_at" = %s WHERE "id" = %s', later)  # noqa: S608


def codes_of(case_ids: Iterable[UUID], *, actor: "Actor") -> dict[UUID, str]:
    """Give the codes of those of these cases whose page the actor may open.

    Others are missing, as if there were no such cases.
    """
    rows = Case.objects.visible_to(actor).filter(pk__in=set(case_ids))
    return {row.pk: row.spoken_code for row in rows if _may_view(row, actor)}


def _may_view(case: Case, actor: "Actor") -> bool:
    # Whoever sees a case and does not own it takes part in it, or watches over it.
    stands = policies.relation_of(actor, owner_id=case.owner_id, is_party=not actor.is_coordinator)
    return bool(policy.decide(actor, Permission.CASE_VIEW, stands))


def _due(row: CaseClock) -> DueClock:
    if row.due_at is None:  # the database refuses such rows
        raise ValueError(row.pk)
    case = row.case
    return DueClock(
        row.pk,
        row.key,
        case.pk,
        case.owner_id,
        case.worker_id,
        row.responsible_id,
        row.started_at,
        row.due_at,
    )
