"""What the consolidated report costs: 60 bodies, 8 regions, 300 measures, 8 periods.

    python bench/plan.py [--full]

The floor beside it is one SQL aggregate over the same values, which knows nothing of what was not reported, of
targets, money, versions or hidden counts. Everything in the plan is invented.
"""

import sys

from harness import report
from harness.place import ENGINES, SQLITE, place

BODIES, REGIONS, MEASURES, PERIODS, RUNS = 60, 8, 300, 8, 5
BAR_MS = 3_000


def main() -> None:
    """Measure, print and publish."""
    full = "--full" in sys.argv
    rows: list[list[object]] = []
    for engine in ENGINES if full else (SQLITE,):
        measures = MEASURES if full else MEASURES // 6
        with place(engine, demo=False) as here:
            sizes = (BODIES, REGIONS, measures, PERIODS, RUNS)
            found = here.ask("plan_costs", *map(str, sizes))
        values = f"{found['values']:,}".replace(",", " ")
        for part, ms, ratio in found["parts"]:
            held = "figures" in part and "names" in part
            bar = f"at most {BAR_MS} ms: {'held' if ms <= BAR_MS else 'MISSED'}" if held else ""
            rows.append([part, engine, values, ms, ratio, bar])
        rows.append(
            [
                f"statements: {found['queries']}; peak memory, MB",
                engine,
                values,
                found["peak MB"],
                "",
                "",
            ]
        )
    section = report.Section(
        "Consolidated report on the plan",
        ("part", "engine", "values", "ms", "to the floor", "bar"),
        rows,
        (
            (
                f"{BODIES} bodies, {REGIONS} regions, {MEASURES} measures, {PERIODS} half-years; each measure has "
                "two responsible bodies, eight regions and three co-executing bodies."
            ),
            f"Wall time, median of {RUNS} runs in one process; the PDF once. Every seventh answer is missing.",
            "The peak is that of the process that filled the database too.",
        ),
    )
    report.publish(section, full=full)


if __name__ == "__main__":
    main()
