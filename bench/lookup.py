"""Finding a person among one's own cases: encodings stored, the index opened, one looked for.

    python bench/lookup.py [--full]

Opening stands beside reading the same ciphertext from the database; looking for somebody, by a name and a
year in any spelling, beside a plain SELECT of one case by its code.
"""

import sys

from harness import report
from harness.place import ENGINES, SQLITE, place

OWNER, OPEN_BAR = "shelter", 5.0
COLUMNS = (
    *("people", "engine", "stored, a second", "index opened, s", "floor: ciphertext read, s"),
    *("looked for, ms p50", "ms p95", "floor: plain SELECT, ms", "bar"),
)


def main() -> None:
    """Measure each size on each engine; publish."""
    full = "--full" in sys.argv
    sizes = (100_000, 1_000_000) if full else (10_000,)
    table: list[list[object]] = []
    for engine in ENGINES if full else (SQLITE,):
        for size in sizes:
            with place(engine) as here:
                cost = here.ask("lookup_costs", OWNER, str(size))
            table.append(line(size, engine, cost))
            publish(table, full=full)


def line(size: int, engine: str, cost: dict[str, float]) -> list[object]:
    """Return the row of one size."""
    held = "held" if cost["open"] <= OPEN_BAR else "missed"
    return [
        *(size, engine, round(cost["stored"]), cost["open"], cost["read"]),
        *(cost["p50"], cost["p95"], cost["floor"], f"opened in {OPEN_BAR:.0f} s: {held}"),
    ]


def publish(table: list[list[object]], *, full: bool) -> None:
    """Print the table; a full run also writes it into the page."""
    notes = (
        "Everybody in one organisation; each with surname, given name and date of birth.",
        "Looked for: two words and a year, read on both keyboard layouts; opening the key is counted too.",
    )
    report.publish(report.Section("Find a person", COLUMNS, table, notes), full=full)


if __name__ == "__main__":
    main()
