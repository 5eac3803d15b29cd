"""What the register of agencies costs: a list of 20,000 rows, and one name among 10,000 agencies.

    python bench/agencies.py [--full]

The list is brought by hand's way, read, compared and taken whole; beside each part stands the floor beneath
it: reading the same file with the bare csv module, writing as many rows with nothing but bulk inserts. Names
are asked for right, misspelt and in another script; beside them stands a plain scan of all names. Invented.
"""

import sys

from harness import report
from harness.place import ENGINES, SQLITE, place

ROWS, AGENCIES, QUESTIONS = 20_000, 10_000, 200


def main() -> None:
    """Measure, print and publish."""
    full = "--full" in sys.argv
    lists: list[list[object]] = []
    names: list[list[object]] = []
    for engine in ENGINES if full else (SQLITE,):
        with place(engine, demo=False) as here:
            rows = ROWS if full else ROWS // 5
            found = here.ask("agency_costs", str(rows), str(rows // 2), str(QUESTIONS))
            lists += [[part, engine, found["rows"], *times] for part, *times in found["list"]]
            names += [[part, engine, found["agencies"], *times] for part, *times in found["names"]]
    section = report.Section(
        "Register of agencies",
        ("deed", "engine", "rows or agencies", "ms", "to its floor", "MB more at its peak"),
        [*lists, *names],
        (
            (
                "A list: wall time of one run. A name: median over "
                f"{QUESTIONS} names; the scan compares each name with every word of the register."
            ),
            "An answer is what the page asks for: the name found, the agency with all its decisions, the rules.",
        ),
    )
    report.publish(section, full=full)


if __name__ == "__main__":
    main()
