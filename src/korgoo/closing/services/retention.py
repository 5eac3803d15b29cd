from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.closing import policies, selectors, storage
from korgoo.closing.enums import Hold
from korgoo.closing.models import KeptFor
from korgoo.closing.services import keeping
from korgoo.countrypack import api as packs
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.countrypack.api import Retention

NOTICE = timedelta(days=30)
BATCH = 500


def sweep_retention() -> dict[str, int]:
    """Announce what was kept long enough, and erase what was announced 30 days ago.

    Run by the worker as often as wanted: each batch and each case is a transaction of its own, so a
    sweep that is killed goes on where it stopped, and one that runs twice finds nothing to do.

    Returns:
        How many rows were announced, and how many cases lost parts.
    """
    announced = sum(_announce(purpose) for purpose in packs.current().retention.values())
    cases = KeptFor.objects.to_erase(clock.now()).values_list("case_id", flat=True).distinct()
    erased = sum(_erase(case_id) for case_id in list(cases))
    if erased:
        storage.settle()
    return {"announced": announced, "erased": erased}


@transaction.atomic
def hold_back(kept_id: int, hold: Hold, *, actor: "Actor") -> KeptFor:
    """Keep what is announced to be erased, on a ground, until it is released.

    Raises:
        NotFound: Nothing of one's own organisation.
        Forbidden: It is erased.
    """
    row = selectors.get_kept(kept_id, actor=actor, lock=True)
    policies.hold_back(row).require()
    row.hold, row.held_at, row.held_by_id = hold, clock.now(), actor.user_id
    row.save(update_fields=["hold", "held_at", "held_by_id"])
    _record(Event.RETENTION_HELD, row, actor)
    return row


@transaction.atomic
def release(kept_id: int, *, actor: "Actor") -> KeptFor:
    """End a hold: it is erased, but not before 30 more days.

    Raises:
        NotFound: Nothing of one's own organisation.
        Forbidden: It is erased.
    """
    row = selectors.get_kept(kept_id, actor=actor, lock=True)
    policies.hold_back(row).require()
    row.hold, row.held_at, row.held_by_id = "", None, None
    row.erase_at = clock.now() + NOTICE
    row.save(update_fields=["hold", "held_at", "held_by_id", "erase_at"])
    _record(Event.RETENTION_RELEASED, row, actor)
    return row


def _announce(purpose: "Retention") -> int:
    if purpose.after_closure is None:
        return 0
    keeping.know(purpose.key)
    total = 0
    while found := _announce_some(purpose.key, purpose.after_closure):
        total += found
    return total


@transaction.atomic
def _announce_some(key: str, after: timedelta) -> int:
    now = clock.now()
    due = KeptFor.objects.select_for_update(of=("self",)).running_out(key, after=after, by=now)
    rows = list(due.order_by("closed_at").only("pk", "case_id")[:BATCH])
    KeptFor.objects.filter(pk__in=[row.pk for row in rows]).update(
        noticed_at=now, erase_at=now + NOTICE
    )
    if rows:
        targets = [f"casework.Case:{row.case_id}" for row in rows]
        audit.record_many(Event.RETENTION_NOTICED, actor=None, targets=targets, detail=key)
    return len(rows)


@transaction.atomic
def _erase(case_id: UUID) -> bool:
    """Erase what is due of one case; False when something makes it wait."""
    card = casework.hold_for_job(case_id)
    due = KeptFor.objects.select_for_update(of=("self",)).to_erase(clock.now())
    rows = list(due.filter(case_id=case_id))
    purposes = packs.current().retention
    rows = [row for row in rows if (p := purposes.get(row.purpose)) and p.after_closure]
    if not rows or card.closed_at is None or case_id in selectors.still_needed([case_id]):
        return False
    parts = frozenset(part for row in rows for part in purposes[row.purpose].parts)
    casework.erase(case_id, parts)
    note_erased(rows)
    casework.leave_trace(Event.CASE_ERASED, case_id, actor=None, detail=",".join(sorted(parts)))
    return True


def note_erased(rows: "Iterable[KeptFor]") -> None:
    """Write down what is gone of a case, purpose by purpose; part of a deed that records itself."""
    now, purposes = clock.now(), packs.current().retention
    for row in rows:
        row.noticed_at = row.noticed_at or now
        row.erased_at = now
        row.parts = list(purposes[row.purpose].parts)
        row.save(update_fields=["noticed_at", "erased_at", "parts"])


def _record(event: Event, row: KeptFor, actor: "Actor") -> None:
    audit.record(event, actor=actor, target=f"casework.Case:{row.case_id}", detail=row.purpose)
