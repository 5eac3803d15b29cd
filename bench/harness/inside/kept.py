"""Fill the database with closed cases, and sweep what may no longer be kept.

    python -m harness.inside.kept OWNER CASES DUE

The cases were closed in the last two years, so that none of them is due; then so many more were closed
long ago: of these a sealed part with its key is to be erased. Prints in milliseconds: the sweep with nothing due,
announcing, erasing, the sweep again, and the floors: the same questions, and the same deletions, alone.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, transaction

from harness.inside.grow import BATCH, _cases, _insert
from harness.inside.people import actor
from korgoo.access.models import OrganisationKey
from korgoo.casework.models import Case, FacetWrap, SealedFacet
from korgoo.closing.models import KeptFor
from korgoo.closing.services import sweep_retention
from korgoo.lib import clock

PURPOSES = ("reach", "help", "care", "justice", "counting")
ROUNDS = 21


def main(owner: str, wanted: int, due: int) -> None:
    """Fill, measure, print."""
    random.seed(wanted)
    house = actor(owner).organisation_id
    _fill(wanted, house)
    found: dict[str, float] = {"cases": Case.objects.count()}
    found["idle"] = _median(sweep_retention)
    found["idle_floor"] = _median(_questions)
    found["delete_floor"] = _deletion(_due(due, house)) / due
    _due(due, house)
    found["announce"] = _once(sweep_retention) / due
    with clock.stopped_at(clock.now() + timedelta(days=31)):
        found["erase"] = _once(sweep_retention) / due
        found["again"] = _median(sweep_retention)
    if SealedFacet.objects.filter(written_by_id=0).exists():
        raise RuntimeError("something that was due is still there")
    print(json.dumps(found))


def _fill(wanted: int, house: int) -> None:
    rows = _cases(Case.objects.count(), wanted, house)
    with transaction.atomic():
        while batch := list(islice(rows, BATCH)):
            for case in batch:
                case.closed_at = clock.now() - timedelta(minutes=random.randrange(1_000_000))
            _insert(Case, batch)
            _insert(KeptFor, [_kept(c, p) for c in batch for p in PURPOSES])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _due(number: int, house: int) -> list[Case]:
    """Add cases whose telephone number was kept long enough, with its key."""
    long_ago = clock.now() - timedelta(days=1100)
    key = OrganisationKey.objects.get(organisation_id=house)
    there = Case.objects.count()
    cases = list(_cases(there, there + number, house))
    for case in cases:
        case.owner_id, case.closed_at = house, long_ago
    with transaction.atomic():
        _insert(Case, cases)
        _insert(KeptFor, [_kept(case, purpose) for case in cases for purpose in PURPOSES])
        for case in cases:
            facet = SealedFacet.objects.create(
                case=case,
                kind="contact",
                version=1,
                sealed=random.randbytes(300),
                written_at=long_ago,
                written_by_id=0,
            )
            FacetWrap.objects.create(
                facet=facet,
                organisation_id=house,
                organisation_key=key,
                version=1,
                wrapped=random.randbytes(80),
            )
    return cases


def _kept(case: Case, purpose: str) -> KeptFor:
    closed: datetime | None = case.closed_at
    return KeptFor(
        case=case, organisation_id=case.owner_id, purpose=purpose, closed_at=closed, parts=[]
    )


def _questions() -> None:
    """Ask for what is due in the plainest way: two periods, and what was announced."""
    now = clock.now()
    with connection.cursor() as cursor:
        for purpose, days in (("reach", 1095), ("help", 1825)):
            cursor.execute(
                "SELECT id FROM closing_keptfor WHERE purpose = %s AND closed_at <= %s"
                " AND erased_at IS NULL AND noticed_at IS NULL ORDER BY closed_at LIMIT 500",
                [purpose, now - timedelta(days=days)],
            )
            cursor.fetchall()
        cursor.execute(
            "SELECT DISTINCT case_id FROM closing_keptfor WHERE erase_at <= %s"
            " AND noticed_at IS NOT NULL AND erased_at IS NULL AND held_at IS NULL",
            [now],
        )
        cursor.fetchall()


def _deletion(cases: list[Case]) -> float:
    """Delete as many keys and ciphertexts by plain statements, a transaction for each case."""

    def delete() -> None:
        for case in cases:
            with transaction.atomic():
                FacetWrap.objects.filter(facet__case=case).delete()
                SealedFacet.objects.filter(case=case).delete()

    took = _once(delete)
    KeptFor.objects.filter(case__in=cases).delete()
    return took


def _once(deed: Callable[[], Any]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def _median(deed: Callable[[], Any]) -> float:
    deed()
    return sorted(_once(deed) for _ in range(ROUNDS))[ROUNDS // 2]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
