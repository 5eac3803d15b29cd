"""Lists as partners bring them: CSV or Parquet, read in parts, with every fault by file, row, column and rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from korgoo.matching.columns import NAMES, Columns
from korgoo.matching.dates import is_birth

AT_ONCE = (
    125_000  # rows read together: a million are eight parts, so that two processes end together
)
MOST_FAULTS = 50  # said of one file
MOST_LETTERS = 200  # in one field
IDENTIFIER = "id"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where: the row as a person counts it, the head being row 1. Never the value: it may be a name."""

    row: int
    column: str
    rule: str


class BadTable(Exception):
    """A list that cannot be taken; all of it is refused."""

    def __init__(self, path: Path, faults: list[Fault]) -> None:
        super().__init__(f"{path}: {len(faults)} faults")
        self.path, self.faults = path, faults


def columns_of(path: Path) -> list[str]:
    """Name the columns of a list that matching knows, ``id`` among them.

    Raises:
        BadTable: It has none, or one that nobody knows: a misspelt head would leave a whole column unread.
    """
    try:
        heads = _scan(path).collect_schema().names()
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError) as error:
        raise BadTable(
            path, [Fault(1, "-", f"not a readable table ({type(error).__name__})")]
        ) from error
    known = {IDENTIFIER, *NAMES}
    faults = [
        Fault(1, head[:MOST_LETTERS], "unknown column") for head in heads if head not in known
    ]
    if not {"surname", "given"} & set(heads):
        faults.append(Fault(1, "surname", "missing: surname or given is needed"))
    if faults:
        raise BadTable(path, faults)
    return heads


def rows_of(path: Path) -> int:
    """Count the records of a list."""
    return int(_scan(path).select(pl.len()).collect().item())


def parts_of(path: Path) -> Iterator[tuple[list[str], Columns]]:
    """Read a list in parts: the identifiers (row numbers where it has none) and the columns.

    Raises:
        BadTable: Something is wrong in a row; what was read before is to be thrown away.
    """
    heads = columns_of(path)
    start, faults = 0, list[Fault]()
    for part in _batches(path):
        text = part.select(pl.all().cast(pl.String).fill_null("").str.strip_chars())
        table = {name: text[name].to_list() for name in heads}
        faults += faults_of(table, start)
        if len(faults) >= MOST_FAULTS:
            break
        count = len(part)
        names = table.get(IDENTIFIER) or [str(start + row + 1) for row in range(count)]
        if not faults:
            yield names, Columns.of(table)
        start += count
    if faults:
        raise BadTable(path, faults[:MOST_FAULTS])


def faults_of(table: dict[str, list[str]], start: int) -> list[Fault]:
    """Look through some rows.

    Args:
        table: Text by column.
        start: Rows before these.
    """
    found = []
    for row, value in enumerate(table.get("birth", ())):
        if value and not is_birth(value):
            found.append(Fault(start + row + 2, "birth", "date as 1985, 1985-07 or 1985-07-23"))
    for row, value in enumerate(table.get("sex", ())):
        if value not in {"", "m", "f"}:
            found.append(Fault(start + row + 2, "sex", "m, f or empty"))
    for name in set(table) & set(NAMES):
        for row, value in enumerate(table[name]):
            if len(value) > MOST_LETTERS:
                found.append(Fault(start + row + 2, name, f"at most {MOST_LETTERS} letters"))
    return sorted(found, key=lambda one: (one.row, one.column))[:MOST_FAULTS]


def _scan(path: Path) -> pl.LazyFrame:
    if path.suffix.lower() == ".parquet":
        return pl.scan_parquet(path)
    # Everything is text: a number that begins with 0 must stay as it is.
    return pl.scan_csv(path, infer_schema=False, encoding="utf8", truncate_ragged_lines=False)


def _batches(path: Path) -> Iterator[pl.DataFrame]:
    frame, total = _scan(path), rows_of(path)
    for start in range(0, total, AT_ONCE):
        try:
            yield frame.slice(start, AT_ONCE).collect()
        except pl.exceptions.PolarsError as error:
            fault = Fault(start + 2, "-", f"not readable from here on ({type(error).__name__})")
            raise BadTable(path, [fault]) from error
