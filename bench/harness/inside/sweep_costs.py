"""Measure sweeps over many running clocks, inside one process.

    python -m harness.inside.sweep_costs OWNER CLOCKS

Ten clocks run in each case. First nothing is due, then one in a hundred, then all of them. Beside
each sweep stands the floor: the bare count by the index that it asks, and a bare count of all rows.
"""

import json
import random
import resource
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from harness.inside import grow
from korgoo.casework.models import Case, CaseClock
from korgoo.lib import clock
from korgoo.reminders import services
from korgoo.reminders.models import Reminder

A_CASE, DAYS, ROUNDS = 10, 10, 25
MOST_DUE = 10_000  # all of a million at once is no day in any country


def main(owner: str, wanted: int) -> None:
    """Fill, sweep three times, and say what each took."""
    services.sweep()  # what the demonstration has due is not ours
    grow.main(owner, wanted // A_CASE)
    now = clock.now()
    _fill(wanted, now)
    _refresh()
    found: dict[str, Any] = {
        "clocks": CaseClock.objects.running().count(),
        "count of all rows": _median(CaseClock.objects.running().count),
        "count by the index": _median(lambda: CaseClock.objects.to_wake(now).count()),
        "nothing due": _measure(ROUNDS),
    }
    hundredth = list(CaseClock.objects.order_by("pk").values_list("pk", flat=True)[::100])
    _make_due(hundredth, now)
    found["one in a hundred due"] = _measure(1)
    if wanted <= MOST_DUE:
        _make_due(None, now)
        found["all due"] = _measure(1)
    found["nothing due again"] = _measure(ROUNDS)
    found["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))


def _fill(wanted: int, now: datetime) -> None:
    """Let clocks run that end in ten days and wake nobody before."""
    cases = Case.objects.values_list("pk", "owner_id").iterator()
    due = now + timedelta(days=DAYS)
    rows = (
        CaseClock(
            case_id=case_id,
            key="shelter_first_stay",
            responsible_id=owner_id,
            started_at=now,
            due_at=due,
            wake_at=due - timedelta(days=random.random()),
        )
        for case_id, owner_id in list(cases)
        for _number in range(A_CASE)
    )
    with transaction.atomic():
        while batch := list(islice(islice(rows, wanted), grow.BATCH)):
            grow._insert(CaseClock, batch)


def _refresh() -> None:
    """Let the engine know how many rows there are, as it finds out by itself in use."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _make_due(ids: list[int] | None, now: datetime) -> None:
    """Let the last quarter of their time begin now."""
    times = {
        "started_at": now - timedelta(days=9),
        "due_at": now + timedelta(days=1),
        "wake_at": now - timedelta(days=1),
    }
    rows = CaseClock.objects.filter(key="shelter_first_stay")
    if ids is None:
        done = Reminder.objects.filter(source="clock").values("key")
        there = {int(one) for one in done.values_list("key", flat=True)}
        ids = [pk for pk in rows.values_list("pk", flat=True) if pk not in there]
    for start in range(0, len(ids), 900):
        rows.filter(pk__in=ids[start : start + 900]).update(**times)


def _measure(rounds: int) -> dict[str, float]:
    """Sweep so often; give the medians of time and of the process's own work, and what was done."""
    took, worked, made = [], [], 0
    for _round in range(rounds):
        start, work = time.perf_counter(), time.process_time()
        made = services.sweep()
        worked.append((time.process_time() - work) * 1000)
        took.append((time.perf_counter() - start) * 1000)
    middle = rounds // 2
    result = {"ms": sorted(took)[middle], "cpu_ms": sorted(worked)[middle], "made": made}
    if rounds > 1:  # keeping the statements of a large sweep would be what is measured
        with CaptureQueriesContext(connection) as asked:
            services.sweep()
        result["statements"] = len(asked)
    return result


def _median(ask: Callable[[], object]) -> float:
    took = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        ask()
        took.append((time.perf_counter() - start) * 1000)
    return sorted(took)[ROUNDS // 2]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
