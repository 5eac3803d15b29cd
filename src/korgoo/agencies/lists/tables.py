"""A file as rows of words: CSV in its usual encodings, or a spreadsheet. Nothing is believed of either."""

import csv
import datetime as dt
import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook

from korgoo.agencies.lists.faults import Fault, Rule
from korgoo.lib import archives

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 60
# Sheets of such a list unpack to some ten times their size; shared words a little more.
LIMITS = archives.Limits(
    file=48 * 1024 * 1024, unpacked=64 * 1024 * 1024, files=200, ratio=150, small=256 * 1024
)
DELIMITERS = (";", ",", "\t")
# Empty lines between filled ones are passed over, but not without end.
MOST_LINES = 2 * MOST_ROWS
_BROKEN = (
    BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    ParseError,
    EOFError,
)
Line = tuple[int, list[str]]


@dataclass(slots=True)
class Table:
    """Filled lines of a file with their numbers, the head first; or what is wrong with the file."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read(data: bytes) -> Table:
    """Read a file; its kind is taken from what it holds, not from its name.

    Args:
        data: What the file holds.
    """
    if len(data) > MOST_BYTES:
        return _refused(Rule.TOO_LARGE)
    lines = _sheet_lines if archives.is_archive(data) else _csv_lines
    try:
        table = Table(_bounded(lines(data)))
    except _Refused as refused:
        return _refused(refused.rule, refused.line)
    return table if len(table.lines) > 1 else _refused(Rule.NOTHING)


class _Refused(Exception):
    def __init__(self, rule: Rule, line: int = 0) -> None:
        super().__init__(rule)
        self.rule, self.line = rule, line


def _refused(rule: Rule, line: int = 0) -> Table:
    return Table(faults=[Fault(line, "", rule)])


def _bounded(lines: Iterable[Line]) -> list[Line]:
    found: list[Line] = []
    for number, cells in lines:
        if number > MOST_LINES or len(found) > MOST_ROWS:
            raise _Refused(Rule.TOO_MANY)
        if any(cells):
            if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
                raise _Refused(Rule.ROW_LENGTH, number)
            found.append((number, cells[:MOST_COLUMNS]))
    return found


def _csv_lines(data: bytes) -> Iterator[Line]:
    text = _text(data)
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, [cell.strip() for cell in cells]
            begins = reader.line_num + 1
    except csv.Error:
        raise _Refused(Rule.UNREADABLE, begins) from None


def _text(data: bytes) -> str:
    """Read letters: UTF-8 as everybody writes today, else the Windows letters of old spreadsheets."""
    if b"\0" in data:
        raise _Refused(Rule.UNREADABLE)
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _Refused(Rule.UNREADABLE)


def _sheet_lines(data: bytes) -> Iterator[Line]:
    """Give the lines of the first sheet. The archive is weighed before anything opens it."""
    try:
        archives.unpack(data, LIMITS)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and checks of cells that we do not read
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            # What the file says of its own size may be a lie.
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
            for number, cells in enumerate(rows, start=1):
                yield number, [_words(cell) for cell in cells]
            book.close()
    except archives.Refused:
        raise _Refused(Rule.UNREADABLE) from None
    except _BROKEN:
        raise _Refused(Rule.UNREADABLE) from None


def _words(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
