"""What a sweep over the running clocks costs: with nothing due, with some, with all of them.

    python bench/clocks.py [--full]

The floor beside it is the database's own bare count, by the index that a sweep asks and of all rows.
"""

import sys
from collections.abc import Iterator
from typing import Any

from harness import report
from harness.place import ENGINES, place

OWNER = "shelter"
SHORT, FULL = (10_000,), (10_000, 100_000, 1_000_000)
BAR_MS = 25.0


def main() -> None:
    """Measure each size on each engine, and publish after each."""
    full = "--full" in sys.argv
    rows: list[list[object]] = []
    for engine in ENGINES:
        for size in FULL if full else SHORT:
            with place(engine) as here:
                found: dict[str, Any] = here.ask("sweep_costs", OWNER, str(size))
            rows += list(lines(engine, found))
            publish(rows, full=full)


def lines(engine: str, found: dict[str, Any]) -> Iterator[list[object]]:
    """Return the rows of one size on one engine."""
    size = f"{found['clocks']:,}".replace(",", " ")
    for name in ("count by the index", "count of all rows"):
        yield [size, engine, f"floor: bare {name}", found[name], "", "", "", ""]
    for name in ("nothing due", "one in a hundred due", "all due", "nothing due again"):
        if name in found:
            yield [size, engine, f"sweep, {name}", *figures(found[name])]
    yield [size, engine, "peak memory of the process, MB", found["peak MB"], "", "", "", ""]


def figures(sweep: dict[str, float]) -> list[object]:
    """Return the figures of one kind of sweep, and whether it holds its bar."""
    made, bar = sweep["made"], ""
    if not made:
        kept = "held" if sweep["cpu_ms"] <= BAR_MS else "MISSED"
        bar = f"at most {BAR_MS:.0f} ms of CPU: {kept}"
    each = sweep["cpu_ms"] / made if made else ""
    return [sweep["ms"], sweep["cpu_ms"], made or "", each, bar]


def publish(rows: list[list[object]], *, full: bool) -> None:
    """Print the table, and write it when it is of a full run."""
    section = report.Section(
        "Sweep of running clocks",
        ("clocks", "engine", "what", "ms", "CPU ms", "reminders made", "CPU ms/reminder", "bar"),
        rows,
        (
            "Ten clocks in each case; who must act has one or more members, each of whom gets a row.",
            "One process; a batch of 500 clocks is one transaction that waits for the disk.",
            "CPU is that of the sweeping process, without a database server's own.",
            "Memory with the filling of the database in the same process.",
        ),
    )
    report.publish(section, full=full)


if __name__ == "__main__":
    main()
