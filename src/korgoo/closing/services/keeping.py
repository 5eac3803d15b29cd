"""From when what is kept of a case is counted: parts of deeds that record themselves."""

from datetime import datetime
from uuid import UUID

from korgoo.closing.models import Closure, KeptFor
from korgoo.countrypack import api as packs
from korgoo.lib import clock

BATCH = 1000


def begin(case_id: UUID, organisation_id: int) -> None:
    """Note for each purpose of the pack that a case was closed now."""
    for purpose in packs.current().retention:
        know(purpose)
    now = clock.now()
    KeptFor.objects.bulk_create(
        [_row(case_id, organisation_id, purpose, now) for purpose in packs.current().retention],
        ignore_conflicts=True,
    )


def know(purpose: str) -> None:
    """When the pack has gained a purpose, make its rows for the cases that were closed before."""
    if KeptFor.objects.filter(purpose=purpose).exists():
        return
    closed = Closure.objects.filter(reopened_at__isnull=True).values_list(
        "case_id", "organisation_id", "closed_at"
    )
    rows = (_row(case, house, purpose, at) for case, house, at in closed.iterator(BATCH))
    KeptFor.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)


def _row(case_id: UUID, organisation_id: int, purpose: str, at: datetime) -> KeptFor:
    return KeptFor(case_id=case_id, organisation_id=organisation_id, purpose=purpose, closed_at=at)
