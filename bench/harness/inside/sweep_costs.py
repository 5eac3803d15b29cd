"""Measure sweeps over many running clocks, inside one process.

    python -m harness.inside.sweep_costs OWNER CLOCKS

Ten clocks run in each case. First nothing is due, then one in a thousand. Beside each sweep stands the floor,
measured between the sweeps: one bare SELECT by the index that the sweep asks.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from harness.inside import grow
from harness.inside.people import actor
from harness.inside.rows import Sql, insert, one_of
from korgoo.casework.models import Case, CaseClock
from korgoo.lib import clock
from korgoo.reminders import services

A_CASE, DAYS, ROUNDS, ONE_IN = 10, 10, 25, 1000


def main(owner: str, wanted: int) -> None:
    """Fill, sweep three times, and say what each took."""
    services.sweep()  # what the demonstration has due is not ours
    services.sweep()
    now = clock.now()
    before = _fill(wanted, actor(owner), now)
    grow.refresh()
    floor, idle = _in_turns(now)
    found: dict[str, Any] = {
        "clocks": CaseClock.objects.running().count(),
        "before": before,
        "floor": floor,
        "nothing due": idle,
    }
    due = CaseClock.objects.filter(key="shelter_first_stay", wake_at__gt=now)
    due = due.annotate(rest=F("pk") % ONE_IN).filter(rest=0)
    _make_due(list(due.values_list("pk", flat=True)), now)
    found["one in a thousand due"] = _sweep(1)
    found["nothing due again"] = _sweep(ROUNDS)
    found["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))


def _fill(wanted: int, who: Any, now: datetime) -> float:
    """Let clocks run that end in ten days and wake nobody before; return the memory so far, in MB."""
    there = Case.objects.count()
    due = now + timedelta(days=DAYS)
    wakes = [due - timedelta(hours=hours) for hours in range(24)]
    with transaction.atomic():
        grow.write(there, wanted // A_CASE, who)
        first, end = grow.codes_of(there, wanted // A_CASE)
        for _number in range(A_CASE):
            insert(
                CaseClock,
                "FROM (SELECT *, CAST(substr(code, 1, 8) AS INTEGER) AS n FROM casework_case"
                " WHERE code >= %s AND code < %s) c",
                [first, end],
                case=Sql("c.id"),
                key="shelter_first_stay",
                responsible=Sql("c.owner_id"),
                started_at=now,
                due_at=due,
                wake_at=Sql(one_of(["%s"] * len(wakes), "c.n"), wakes),
            )
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _in_turns(now: datetime) -> tuple[dict[str, float], dict[str, float]]:
    """Ask the floor and sweep in turns, so that what else runs here falls on both."""
    floor, idle = [], []
    for _round in range(ROUNDS):
        floor.append(_timed(lambda: _bare(now)))
        idle.append(_timed(services.sweep))
    return _median(floor), {**_median(idle), "made": 0, "statements": _statements()}


def _bare(now: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, case_id, due_at FROM casework_caseclock"
            " WHERE wake_at <= %s ORDER BY wake_at, id LIMIT 500",
            [connection.ops.adapt_datetimefield_value(now)],
        )
        cursor.fetchall()


def _sweep(rounds: int) -> dict[str, float]:
    """Sweep so often; say what it took and what was done."""
    made: list[int] = []
    took = [_timed(lambda: made.append(services.sweep())) for _round in range(rounds)]
    return {**_median(took), "made": made[-1]}


def _statements() -> int:
    with CaptureQueriesContext(connection) as asked:
        services.sweep()
    return len(asked)


def _timed(deed: Callable[[], object]) -> tuple[float, float]:
    """Return milliseconds: of time, and of the process's own work."""
    start, work = time.perf_counter(), time.process_time()
    deed()
    worked = (time.process_time() - work) * 1000
    return (time.perf_counter() - start) * 1000, worked


def _median(took: list[tuple[float, float]]) -> dict[str, float]:
    middle = len(took) // 2
    ms, cpu = (sorted(one[part] for one in took)[middle] for part in (0, 1))
    return {"ms": ms, "cpu_ms": cpu}


def _make_due(ids: list[int], now: datetime) -> None:
    """Let the last quarter of their time begin now."""
    times = {
        "started_at": now - timedelta(days=9),
        "due_at": now + timedelta(days=1),
        "wake_at": now - timedelta(days=1),
    }
    for start in range(0, len(ids), 900):
        CaseClock.objects.filter(pk__in=ids[start : start + 900]).update(**times)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
