"""What a sweep over the running clocks costs: with nothing due, and with one in a thousand due.

    python bench/clocks.py [--full]

The floor beside it is one bare SELECT by the index that the sweep asks, measured in turns with it.
"""

import sys
from collections.abc import Iterator
from typing import Any

from harness import report
from harness.place import ENGINES, SQLITE, place

OWNER = "shelter"
SHORT, FULL = (10_000,), (100_000, 1_000_000)
BAR_MS = 25.0
COLUMNS = ("clocks", "engine", "what", "ms", "CPU ms", "reminders", "CPU ms each", "bar")


def main() -> None:
    """Measure each size on each engine, and publish after each."""
    full = "--full" in sys.argv
    rows: list[list[object]] = []
    for engine in ENGINES if full else (SQLITE,):
        with place(engine) as here:
            for size in FULL if full else SHORT:
                rows += lines(engine, here.ask("sweep_costs", OWNER, str(size)))
                publish(rows, full=full)


def lines(engine: str, found: dict[str, Any]) -> Iterator[list[object]]:
    """Return the rows of one size on one engine."""
    size = f"{found['clocks']:,}".replace(",", " ")
    floor = found["floor"]
    yield [size, engine, "floor: one indexed SELECT", floor["ms"], floor["cpu_ms"], "", "", ""]
    statements = found["nothing due"]["statements"]
    names = {"nothing due": f"nothing due ({statements} statements)"}
    for name in ("nothing due", "one in a thousand due", "nothing due again"):
        yield [size, engine, f"sweep, {names.get(name, name)}", *figures(found[name])]
    memory = f"peak memory, MB (before the sweeps: {found['before']:.0f})"
    yield [size, engine, memory, found["peak MB"], "", "", "", ""]


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
    notes = (
        "Ten clocks in each case; each member of who must act is woken, and where there is none, nobody.",
        "One process; a batch of 500 clocks is one transaction that waits for the disk.",
        "A sweep asks four kinds of time limit, not clocks alone.",
        "CPU is that of the sweeping process, without a database server's own.",
        "Memory is that of the process that sweeps, at its peak (RSS); it filled the database before.",
    )
    report.publish(report.Section("Sweep of running clocks", COLUMNS, rows, notes), full=full)


if __name__ == "__main__":
    main()
