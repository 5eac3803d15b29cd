"""Rows of words with their places: which column each cell stands in, and whether a row has slipped."""

from dataclasses import dataclass, field

from korgoo.lib import tables
from korgoo.plan.lists import cells, columns
from korgoo.plan.lists.faults import Fault, Rule, shortened
from korgoo.plan.lists.known import Known

# So many cells of a row must be wrong, and fit when all move by one, before it is said to have slipped.
FEWEST_WRONG = 2


@dataclass(slots=True)
class Row:
    """A line of the file: words by column, and what is wrong with them."""

    line: int
    told: dict[str, str]
    places: dict[str, int]
    heads: dict[str, str]
    faults: list[Fault] = field(default_factory=list)

    def get(self, column: str) -> str:
        """Give the words of a column; empty when it is not there."""
        return self.told.get(column, "")

    def years(self, column: str) -> dict[str, str]:
        """Give the words of a column that stands once for each year, by year."""
        found = {}
        for key, words in self.told.items():
            name, _space, year = key.partition(" ")
            if name == column and year and words:
                found[year] = words
        return found

    def wrong(self, column: str, rule: Rule, found: str = "") -> None:
        """Note what is wrong with a cell."""
        place = self.places.get(column)
        cell = str(self.line) if place is None else tables.cell_name(self.line, place)
        self.faults.append(Fault(cell, self.heads.get(column, ""), rule, shortened(found)))


@dataclass(slots=True)
class Sheet:
    """A file as rows, or what is wrong with it as a whole."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(data: bytes, known: Known) -> Sheet:
    """Read a file into rows.

    Args:
        data: What the file holds.
        known: What its cells can mean.
    """
    try:
        merged = tables.merged_cells(data)
        (top, head), *lines = tables.read(data)
    except tables.Refused as refused:
        cell = str(refused.line) if refused.line else ""
        return Sheet(faults=[Fault(cell, "", Rule(refused.problem.value))])
    faults = [Fault(cell, "", Rule.MERGED) for cell in merged]
    keys, wrong = _head(top, head)
    faults += wrong
    if faults:
        return Sheet(faults=faults)
    sheet = Sheet()
    for line, words in lines:
        row = _row(line, words, keys, head)
        _slipped(row, words, keys, known)
        sheet.rows.append(row)
        sheet.faults += row.faults
    return sheet


def _head(line: int, head: list[str]) -> tuple[list[str | None], list[Fault]]:
    keys = [columns.column_of(words) for words in head]
    faults = [
        Fault(tables.cell_name(line, place), "", Rule.COLUMN_UNKNOWN, shortened(words))
        for place, (key, words) in enumerate(zip(keys, head, strict=True))
        if key is None
    ]
    named = [key for key in keys if key]
    for place, key in enumerate(keys):
        if key and keys.index(key) < place:
            cell = tables.cell_name(line, place)
            faults.append(Fault(cell, shortened(head[place]), Rule.COLUMN_TWICE))
    missing = [columns.BY_KEY[key].en for key in columns.NEEDED if key not in named]
    if not {"measure_ky", "measure_ru", "measure_en"} & set(named):
        missing.append(columns.BY_KEY["measure_ru"].en)
    faults += [Fault(str(line), "", Rule.COLUMN_MISSING, name) for name in missing]
    return keys, faults


def _row(line: int, words: list[str], keys: list[str | None], head: list[str]) -> Row:
    told = {key: cell for key, cell in zip(keys, words, strict=False) if key}
    places = {key: place for place, key in enumerate(keys) if key}
    row = Row(line, told, places, {key: shortened(head[place]) for key, place in places.items()})
    if any(words[len(keys) :]):
        place = next(n for n, cell in enumerate(words) if n >= len(keys) and cell)
        cell = tables.cell_name(line, place)
        row.faults.append(Fault(cell, "", Rule.ROW_LENGTH, shortened(words[place])))
    return row


def _slipped(row: Row, words: list[str], keys: list[str | None], known: Known) -> None:
    """Say that a row has slipped, once, instead of calling each of its cells wrong."""
    here = _misfits(words, keys, known)
    if here < FEWEST_WRONG:
        return
    moved = (words[1:], ["", *words])
    if any(_misfits(other, keys, known) == 0 for other in moved):
        row.faults.append(Fault(str(row.line), "", Rule.SHIFTED, shortened(" | ".join(words))))


def _misfits(words: list[str], keys: list[str | None], known: Known) -> int:
    pairs = zip(keys, words, strict=False)
    return sum(bool(key and cell and cells.misfit(key, cell, known)) for key, cell in pairs)
