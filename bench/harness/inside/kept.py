"""Fill the database with closed cases, and sweep what may no longer be kept.

    python -m harness.inside.kept OWNER CASES DUE

The cases were closed in the last two years, so that none of them is due; then so many more were closed
long ago: of these a sealed part with its key is to be erased. Prints in milliseconds: the sweep with nothing due,
announcing, erasing, and the floors: the same questions, and the same deletions, alone.
"""

import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from harness.inside import grow
from harness.inside.people import actor
from harness.inside.rows import Sql, insert
from korgoo.access.actor import Actor
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
    who = actor(owner)
    _fill(wanted, who)
    found: dict[str, float] = {"cases": Case.objects.count()}
    found |= _in_turns()
    found["delete_floor"] = _deletion(_due(due, who)) / due
    _due(due, who)
    found["announce"] = _once(sweep_retention) / due
    with clock.stopped_at(clock.now() + timedelta(days=31)):
        found["erase"] = _once(sweep_retention) / due
    if SealedFacet.objects.filter(written_by_id=0).exists():
        raise RuntimeError("something that was due is still there")
    print(json.dumps(found))


def _fill(wanted: int, who: Actor) -> None:
    """Write cases that were closed one a minute, and what is kept of each for five purposes."""
    there = Case.objects.count()
    with transaction.atomic():
        _closed(there, wanted, who)
        for purpose in PURPOSES:
            insert(
                KeptFor,
                "FROM casework_case WHERE code >= %s AND code < %s",
                grow.codes_of(there, wanted),
                case=Sql("id"),
                organisation=Sql("owner_id"),
                purpose=purpose,
                closed_at=Sql("closed_at"),
                hold="",
                parts=[],
            )
    grow.refresh()


def _closed(there: int, wanted: int, who: Actor) -> None:
    minute = timedelta(minutes=1)
    grow.write(there, wanted, who, between=minute, worked_on=timedelta(), is_open="n < 0")


def _due(number: int, who: Actor) -> list[Case]:
    """Add cases whose telephone number was kept long enough, with its key."""
    long_ago = clock.now() - timedelta(days=1100)
    house = who.organisation_id
    key = OrganisationKey.objects.get(organisation_id=house)
    there = Case.objects.count()
    with transaction.atomic():
        _closed(there, there + number, who)
        first, end = grow.codes_of(there, there + number)
        rows = Case.objects.filter(code__gte=first, code__lt=end)
        rows.update(owner_id=house, opened_at=long_ago, closed_at=long_ago)
        cases = list(rows)
        KeptFor.objects.bulk_create(_kept(case, one) for case in cases for one in PURPOSES)
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
            "SELECT case_id FROM closing_keptfor WHERE erase_at <= %s"
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


def _in_turns() -> dict[str, float]:
    """Ask the floor and sweep in turns; return the medians of time and of the process's own work."""
    took: dict[str, list[float]] = defaultdict(list)
    for _round in range(ROUNDS):
        for name, deed in (("idle_floor", _questions), ("idle", sweep_retention)):
            work = time.process_time()
            took[name].append(_once(deed))
            took[f"{name}_cpu"].append((time.process_time() - work) * 1000)
    return {name: sorted(one)[ROUNDS // 2] for name, one in took.items()}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
