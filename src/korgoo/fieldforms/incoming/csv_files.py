"""Tables as ODK Central and Kobo write them."""

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from korgoo.fieldforms.incoming.faults import MOST_NOTED, Fault, Place, Rule, shortened
from korgoo.fieldforms.incoming.raw import MOST_SUBMISSIONS, Raw, raw_of, split_path, too_many

if TYPE_CHECKING:
    from collections.abc import Iterator

# Our longest form has a quarter of these, with every column that a tool adds.
MOST_COLUMNS = 600


class _Broken(Exception):
    """A line that is no line of a table of ours."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


Found = tuple[list[Raw], list[Fault]]
Line = tuple[int, list[str]]


def read(data: bytes, file: str) -> Found:
    """Read a table: one filled form a line, the names of the fields in the first.

    Args:
        data: What the file holds, in UTF-8.
        file: Its name, for the faults.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [Fault(Place(shortened(file)), "", Rule.UNREADABLE)]
    try:
        return _read(_lines(text), file)
    except _Broken as broken:
        return [], [Fault(Place(shortened(file), broken.line), "", Rule.UNREADABLE)]


def _read(lines: "Iterator[Line]", file: str) -> Found:
    rows: list[Raw] = []
    number, head = next(lines, (0, []))
    if len(head) > MOST_COLUMNS:
        raise _Broken(number)
    paths = [split_path(column) for column in head]
    faults = _twice(paths, file)
    for number, cells in lines:
        if len(faults) >= MOST_NOTED:
            break
        if len(rows) == MOST_SUBMISSIONS:
            return rows, [*faults, too_many(file)]
        if len(cells) != len(paths):
            faults.append(Fault(Place(shortened(file), number), "", Rule.ROW_LENGTH))
            continue
        rows.append(raw_of(file, number, zip(paths, cells, strict=True)))
    return rows, faults


def _twice(paths: list[str], file: str) -> list[Fault]:
    top = Place(shortened(file), 1)
    counted = Counter(path for path in paths if path)
    twice = sorted(path for path, count in counted.items() if count > 1)
    return [Fault(top, shortened(path), Rule.TWICE_IN_ONE) for path in twice]


def _lines(text: str) -> "Iterator[Line]":
    """Give each filled line with the number of the line on which it begins.

    Raises:
        _Broken: A quotation mark is left open, or a cell is longer than any of ours.
    """
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        raise _Broken(begins) from None
