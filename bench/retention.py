"""What it costs to erase in time: a sweep over 10^4 and 10^5 closed cases of which few are due.

    python bench/retention.py [--full]

The sweep stands beside its floors, measured in the same run: the bare questions to the database, and
plain deletions of as many keys and ciphertexts, without lock, audit row and timeline.
"""

import sys

from harness import report
from harness.place import ENGINES, SQLITE, place

OWNER, DUE, FLAT_BAR = "shelter", 100, 2.0
COLUMNS = (
    *("closed cases", "engine", "nothing due, ms", "CPU ms"),
    *("floor: bare questions, ms", "CPU ms", "CPU to the smallest"),
    *("announce, ms each", "erase, ms each", "bare deletion, ms each", "bar"),
)


def main() -> None:
    """Measure each size on each engine; publish."""
    full = "--full" in sys.argv
    sizes = (10_000, 100_000) if full else (5_000, 20_000)
    rows: list[list[object]] = []
    for engine in ENGINES if full else (SQLITE,):
        smallest = 0.0
        with place(engine) as here:
            for size in sizes:
                cost = here.ask("kept", OWNER, str(size), str(DUE))
                smallest = smallest or cost["idle_cpu"]
                rows.append(line(size, engine, cost, smallest))
                publish(rows, full=full)


def line(size: int, engine: str, cost: dict[str, float], smallest: float) -> list[object]:
    """Return the row of one size."""
    growth = cost["idle_cpu"] / smallest
    held = "held" if growth <= FLAT_BAR else "missed"
    return [
        *(size, engine, cost["idle"], cost["idle_cpu"]),
        *(cost["idle_floor"], cost["idle_floor_cpu"], f"{growth:.1f}x"),
        *(cost["announce"], cost["erase"], cost["delete_floor"]),
        f"flat ({FLAT_BAR:.0f}x): {held}",
    ]


def publish(rows: list[list[object]], *, full: bool) -> None:
    """Print the table; a full run also writes it into the page."""
    notes = (
        "Each closed case has five purposes; two of them have a period.",
        f"Nothing due: the median sweep. Announce, erase: {DUE} cases at once, divided by {DUE}.",
        "Erasing locks the case, destroys keys and ciphertext, writes timeline and audit row; each case alone.",
    )
    report.publish(report.Section("Retention sweep", COLUMNS, rows, notes), full=full)


if __name__ == "__main__":
    main()
