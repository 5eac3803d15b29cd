"""What the consolidated report costs, from the inside: prints JSON.

python -m harness.inside.plan_costs BODIES REGIONS MEASURES PERIODS RUNS
"""

import json
import resource
import sys
import time
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from django.db import connection

import harness.inside  # noqa: F401 - starts Django
from korgoo.lib import clock

YEARS = 2022
RESPONSIBLE, CO_EXECUTORS = 2, 3
FLOOR = """
SELECT r.round_id, i.code, m.code, r.region, SUM(v.value), COUNT(v.id)
FROM plan_valueentry v
JOIN plan_measureentry e ON e.id = v.entry_id
JOIN plan_report r ON r.id = e.report_id
JOIN plan_indicator i ON i.id = v.indicator_id
JOIN plan_measure m ON m.id = e.measure_id
WHERE r.state IN ('sent', 'accepted')
GROUP BY r.round_id, i.code, m.code, r.region
"""


def main() -> None:
    """Fill, then measure each part in turns with the floor."""
    bodies, regions, measures, periods, runs = map(int, sys.argv[1:6])
    made = fill(bodies, regions, measures, periods)
    print(json.dumps(measured(runs) | made))


def fill(bodies: int, regions: int, measures: int, periods: int) -> dict[str, int]:
    """Make a plan and its reports; every seventh answer is missing, every fifth a zero."""
    from korgoo.access.models import Organisation
    from korgoo.plan import periods as calendar
    from korgoo.plan import regions as places
    from korgoo.plan import selectors, services
    from korgoo.plan.models import MeasureEntry, Report, SpentEntry, ValueEntry
    from korgoo.plan.services.versions import AdoptionFacts, ProgrammeFacts
    from korgoo.plan.tree import TreeFacts

    rows = Organisation.objects.bulk_create(
        Organisation(
            code=f"bench-{n}",
            name_ky=f"Bench {n}",
            name_ru=f"Bench {n}",
            name_en=f"Bench {n}",
            kind="state",
            valid_from=date(2000, 1, 1),
            is_fictitious=True,
        )
        for n in range(bodies)
    )
    codes = [code for code, _name in places.choices()][:regions]
    first = date(YEARS, 1, 1)
    last = date(YEARS + (periods + 1) // 2 - 1, 12, 31)
    services.add_programme(
        ProgrammeFacts("bench", {"en": "Bench"}, first, last, rows[0].pk), actor=None
    )
    tree = TreeFacts(
        tuple(_tasks([row.pk for row in rows], codes, measures)),
        dict(zip(codes, [row.pk for row in rows[-len(codes) :]], strict=True)),
    )
    services.fill_draft("bench", tree, actor=None)
    services.adopt_version("bench", AdoptionFacts(first, "Bench"), actor=None)
    for frame in calendar.frames(first, last)[:periods]:
        services.open_round("bench", frame.key, actor=None)
    now = clock.now()
    Report.objects.update(
        state="accepted", sent_at=now, first_sent_at=now, accepted_at=now, changed_at=now
    )
    entries = list(
        MeasureEntry.objects.select_related("measure").prefetch_related(
            "measure__indicators", "measure__lines"
        )
    )
    values, spent = [], []
    for n, entry in enumerate(entries):
        if n % 7 and entry.part != "co_executor":
            values += [
                ValueEntry(
                    entry=entry, indicator=one, answer="value", value=Decimal(n % 5 * (n % 90))
                )
                for one in entry.measure.indicators.all()
            ]
        spent += [
            SpentEntry(entry=entry, line=one, answer="value", amount=Decimal(n % 1000))
            for one in entry.measure.lines.all()
            if n % 6
        ]
    ValueEntry.objects.bulk_create(values, batch_size=2_000)
    SpentEntry.objects.bulk_create(spent, batch_size=2_000)
    MeasureEntry.objects.update(answer="value", done="Work was done.", saved_at=now)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    plan = selectors.get_programme("bench", actor=None)
    return {
        "bodies": bodies,
        "regions": len(codes),
        "measures": measures,
        "periods": len(selectors.rounds(plan)),
        "reports": Report.objects.count(),
        "values": len(values),
        "spent": len(spent),
    }


def _tasks(bodies: list[int], regions: list[str], measures: int):
    from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, TaskFacts

    central = bodies[: len(bodies) - len(regions)]
    for task in range(1, measures // 25 + 1):
        told = []
        for place in range(25):
            n = (task - 1) * 25 + place
            picked = [
                central[(n * 5 + k) % len(central)] for k in range(RESPONSIBLE + CO_EXECUTORS)
            ]
            years = {str(YEARS + k): "400" for k in range(5)}
            told.append(
                MeasureFacts(
                    f"{task}.{place + 1}",
                    {"en": f"Measure {n}"},
                    due_on=date(YEARS, 12, 31) + timedelta(days=n),
                    regions=tuple(regions),
                    responsible=tuple(dict.fromkeys(picked[:RESPONSIBLE])),
                    co_executors=tuple(dict.fromkeys(picked[RESPONSIBLE:])),
                    indicators=(IndicatorFacts("1", {"en": "Events"}, "events", targets=years),),
                    lines=(LineFacts("s", "state", "", "KGS", years),),
                )
            )
        yield TaskFacts(str(task), {"en": f"Task {task}"}, tuple(told))


def measured(runs: int) -> dict[str, list[list[object]]]:
    """Measure each part, in turns with the plain aggregate beneath it."""
    from django.utils import translation

    from korgoo.plan import selectors
    from korgoo.plan.consolidation import adding, writing
    from korgoo.plan.enums import View
    from korgoo.plan.presentation import consolidated, printing, spreadsheet

    plan = selectors.get_programme("bench", actor=None)
    rounds = selectors.rounds(plan)
    last = rounds[0].key
    facts = selectors.gather(rounds)
    figures = adding.consolidate(facts)
    with translation.override("ky"):
        made = consolidated.material(plan, last)
        layout = consolidated.layout(made, View.DONOR)
        parts = {
            "floor: one SQL aggregate of the values": _floor,
            "gather the facts": lambda: selectors.gather(rounds),
            "add them up": lambda: adding.consolidate(facts),
            "write figures and hash": lambda: writing.digest_of(writing.to_data(figures)),
            "figures with names (all of the above but the hash)": lambda: consolidated.material(
                plan, last
            ),
            "lay out for donors": lambda: consolidated.layout(made, View.DONOR),
            "spreadsheet": lambda: spreadsheet.to_xlsx(layout),
        }
        taken = {name: [_timed(part)[0] for _n in range(runs)] for name, part in parts.items()}
        taken["PDF"] = [_timed(lambda: printing.to_pdf(layout, is_fictitious=True))[0]]
    queries = _queries(lambda: consolidated.material(plan, last))
    floor = median(taken["floor: one SQL aggregate of the values"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "parts": [[name, median(times), median(times) / floor] for name, times in taken.items()],
        "queries": queries,
        "peak MB": peak,
    }


def _floor() -> int:
    with connection.cursor() as cursor:
        cursor.execute(FLOOR)
        return len(cursor.fetchall())


def _timed(part) -> tuple[float, object]:
    begun = time.perf_counter()
    given = part()
    return (time.perf_counter() - begun) * 1000, given


def _queries(part) -> int:
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        part()
    return len(seen)


if __name__ == "__main__":
    main()
