"""Tables for the terminal, and their sections in docs/performance.md, replaced in place."""

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psutil

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
HEAD = """\
# Measured claims

Written by the scripts in `bench/`, one section each: `make bench-full` measures everything anew and
replaces the sections; `make bench` measures quickly and only prints. Every figure stands beside a
reference that was measured in the same run, so the ratios tell more than the absolute numbers: these
figures come from a shared machine with two cores, on which other work ran at the same time, and the
clients ran on the same two cores as the server.
"""
# The order of the page; each script owns its own sections.
ORDER = (
    "Pages",
    "Pages by number of cases",
    "Memory",
    "Whole journey",
    "First view",
    "Public pages on a slow line",
    "Public pages a second",
    "Sealing",
    "Readings",
    "Sweep of running clocks",
    "Submissions",
    "Submissions through kill -9",
    "Help without a name",
    "Help without a name through kill -9",
    "Retention sweep",
    "Register of agencies",
    "A campaign with 5,000 activities: pages",
    "A campaign with 5,000 activities: drawn anew",
    "Matching on encodings",
    "Matching on encodings: price of hardening",
    "Matching on encodings: speed",
    "Find a person",
    "Consolidated report on the plan",
)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page: what was measured, the rows, how to read them."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    notes: Sequence[str] = field(default_factory=tuple)


def publish(section: Section, *, full: bool, page: Path = PAGE) -> None:
    """Print a section; a full run also writes it into the page.

    Args:
        section: What was measured. Its title must stand in ``ORDER``.
        full: Whether the run was long enough to be published.
        page: The file to write.
    """
    print(f"\n{section.title}\n\n{table(section.columns, section.rows)}\n", flush=True)
    for note in section.notes:
        print(f"- {note}")
    if full:
        text = page.read_text(encoding="utf-8") if page.exists() else HEAD
        page.write_text(put(text, section, measured()), encoding="utf-8")


def rows_of(title: str, page: Path = PAGE) -> list[list[object]]:
    """Read the rows of a section as they stand on the page; none where it is not there."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    found = text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    lines = [line for line in found.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def put(text: str, section: Section, measured: str) -> str:
    """Return the page with one section put in its place, the head renewed, the others kept.

    Args:
        text: The page as it is.
        section: The new section.
        measured: One sentence: when, and on what machine.

    Raises:
        ValueError: The section has no place in ``ORDER``.
    """
    if section.title not in ORDER:
        raise ValueError(f"{section.title!r} has no place on the page: {ORDER}")
    parts = _sections(text) | {section.title: _written(section, measured)}
    kept = [parts[title] for title in ORDER if title in parts]
    return "\n".join([HEAD, *kept])


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Write a Markdown table; every column after the first is aligned to the right."""
    cells = [list(columns), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    rule = ["-" * max(3, w) if i == 0 else "-" * max(2, w - 1) + ":" for i, w in enumerate(widths)]
    lines = [_line(cells[0], widths), _line(rule, widths)]
    return "\n".join([*lines, *(_line(row, widths) for row in cells[1:])])


def machine() -> str:
    """Describe the machine: cores, memory, Python; nothing that names it."""
    memory = psutil.virtual_memory().total / 2**30
    version = ".".join(map(str, sys.version_info[:3]))
    return f"{os.cpu_count()} cores, {memory:.0f} GB of memory, Python {version}"


def measured() -> str:
    """Say when and on what machine, and how much ran on it besides."""
    load = os.getloadavg()[2]
    return f"{today()}, {machine()}; shared, {load:.0f} processes at work at once."


def today() -> str:
    """Return the day of the measurement (UTC)."""
    return f"{datetime.now(UTC):%Y-%m-%d}"


def _sections(text: str) -> dict[str, str]:
    found = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)[1:]
    titles, bodies = found[::2], found[1::2]
    return {t: f"## {t}\n{b.rstrip()}\n" for t, b in zip(titles, bodies, strict=True)}


def _written(section: Section, measured: str) -> str:
    notes = "\n".join(f"- {note}" for note in section.notes)
    body = f"{measured}\n\n{table(section.columns, section.rows)}"
    return f"## {section.title}\n\n{body}\n" + (f"\n{notes}\n" if notes else "")


def _cell(value: object) -> str:
    if not isinstance(value, float):
        return str(value)
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        c.ljust(w) if i == 0 else c.rjust(w)
        for i, (c, w) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"| {' | '.join(padded)} |"
