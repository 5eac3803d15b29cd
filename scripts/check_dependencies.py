"""Check that docs/dependencies.md has one row for every requirement of pyproject.toml.

Prints `file:line: rule: name` for each missing, unknown or reasonless row and exits 1.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = re.compile(r"^[A-Za-z0-9._-]+")
ROW = re.compile(r"^\| `(?P<name>[^`]+)` \|(?P<cells>.*)\|$")
COLUMNS = 2
"""After the name: why it is here, and what was considered."""


def required(pyproject: str) -> set[str]:
    """Return the names of all top-level requirements, for running and for development."""
    project = tomllib.loads(pyproject)["project"]
    lists = [project["dependencies"], *project.get("optional-dependencies", {}).values()]
    return {_plain(requirement) for names in lists for requirement in names}


def _plain(requirement: str) -> str:
    found = NAME.match(requirement)
    if not found:
        raise ValueError(f"not a requirement: {requirement!r}")
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def faults(record: str, names: set[str]) -> list[str]:
    """List what is wrong with the record, as ``line: rule: name``."""
    found, seen = [], set()
    for number, line in enumerate(record.splitlines(), 1):
        row = ROW.match(line)
        if not row:
            continue
        name = _plain(row["name"])
        cells = [cell.strip() for cell in row["cells"].split("|")]
        if name not in names:
            found.append(f"{number}: unknown: {name} is not in pyproject.toml")
        if name in seen:
            found.append(f"{number}: double: {name}")
        if len(cells) != COLUMNS or not all(cells):
            found.append(f"{number}: reason: {name} needs a reason and what was considered")
        seen.add(name)
    return found + [f"1: missing: {name} has no row" for name in sorted(names - seen)]


def main() -> int:
    """Check this repository's record."""
    names = required((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = faults((ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"), names)
    for fault in found:
        print(f"docs/dependencies.md:{fault}")
    print(f"dependencies: {len(names)} requirements, {len(found)} faults")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
