"""A file as rows of words: CSV in its usual encodings, or a spreadsheet. Nothing is believed of either."""

import csv
import datetime as dt
import io
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from openpyxl import load_workbook

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
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)"'
)
Line = tuple[int, list[str]]


class Why(StrEnum):
    """Why a file cannot be read as a table."""
SHEET = re.compile(r"^xl/worksheets/sheet\d+\.xml$")
MERGED = re.compile(rb'<mergeCell[^>]*?ref="([A-Z0-9:]{2,30})"')


class Problem(StrEnum):
    """Why a file cannot be read as rows."""

    NOTHING = "nothing"
    ROW_LENGTH = "row-length"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    UNREADABLE = "unreadable"


class NoTable(Exception):
    """The file cannot be read. ``line``: where that was seen; 0 for the file as a whole."""

    def __init__(self, why: Why, line: int = 0) -> None:
        super().__init__(why)
        self.why, self.line = why, line


@dataclass(frozen=True, slots=True)
class Table:
    """Filled lines of a file with their numbers, the head first.

    Attributes:
        merged: ranges of merged cells, such as "A3:A5": of each only the first cell has words.
    """

    lines: tuple[Line, ...]
    merged: tuple[str, ...] = ()


def read(data: bytes) -> Table:
    """Read a file; its kind is taken from what it holds, not from its name.

    Args:
        data: What the file holds, at most ``MOST_BYTES``.

    Raises:
        NoTable: It is no such file, too large, or has nothing below its head.
    """
    if len(data) > MOST_BYTES:
        raise NoTable(Why.TOO_LARGE)
    is_sheet = archives.is_archive(data)
    lines = _bounded((_sheet_lines if is_sheet else _csv_lines)(data))
    if len(lines) < 2:
        raise NoTable(Why.NOTHING)
    return Table(tuple(lines), _merged(data) if is_sheet else ())


def _bounded(lines: Iterable[Line]) -> list[Line]:
    found: list[Line] = []
    for number, cells in lines:
        if number > MOST_LINES or len(found) > MOST_ROWS:
            raise NoTable(Why.TOO_MANY)
        if any(cells):
            if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
                raise NoTable(Why.ROW_LENGTH, number)
            found.append((number, cells[:MOST_COLUMNS]))
class Refused(Exception):
    """The file was not read. ``line``: where; 0 for the file as a whole."""

    def __init__(self, problem: Problem, line: int = 0) -> None:
        super().__init__(problem)
        self.problem, self.line = problem, line


class Most:
    """How much a file may hold.

        size: bytes.
        rows: filled lines under the head.
        columns: cells of a line.

    size: int = 5 * 1024 * 1024
    rows: int = 20_000
    columns: int = 60


DEFAULT = Most()


def read(data: bytes, most: Most = DEFAULT) -> list[Line]:

        data: What the file holds.
        most: How much it may hold.

    Returns:
        Filled lines with their numbers, the head first.

        Refused: It is too large, or no table, or has no row under its head.
    if len(data) > most.size:
        raise Refused(Problem.TOO_LARGE)
    lines = _sheet_lines(data, most) if archives.is_archive(data) else _csv_lines(data)
    found = _bounded(lines, most)
    if len(found) < 2:
        raise Refused(Problem.NOTHING)
    return found


def merged_cells(data: bytes) -> list[str]:
    """List the merged cells of the first sheet as "B2:C2"; a file that is no spreadsheet has none.

    A merged cell shows one value over several rows, and the file holds it for the first one only.
    if not archives.is_archive(data):
        return []
    try:
        files = archives.unpack(data, LIMITS)
    except archives.Refused:
        raise Refused(Problem.UNREADABLE) from None
    sheets = sorted(name for name in files if SHEET.match(name))
    return [found.decode("ascii") for found in MERGED.findall(files[sheets[0]])] if sheets else []


def cell_name(line: int, place: int) -> str:
    """Name a cell as spreadsheets do: the third cell of line 7 is C7.

        line: From 1.
        place: From 0.
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{line}"


def _bounded(lines: Iterable[Line], most: Most) -> list[Line]:
        # Empty lines between filled ones are passed over, but not without end.
        if number > 2 * most.rows or len(found) > most.rows:
            raise Refused(Problem.TOO_MANY)
            if len(cells) > most.columns and any(cells[most.columns :]):
                raise Refused(Problem.ROW_LENGTH, number)
            found.append((number, cells[: most.columns]))
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
        raise NoTable(Why.UNREADABLE, begins) from None
        raise Refused(Problem.UNREADABLE, begins) from None


def _text(data: bytes) -> str:
    """Read letters: UTF-8 as everybody writes today, else the Windows letters of old spreadsheets."""
    if b"\0" in data:
        raise NoTable(Why.UNREADABLE)
        raise Refused(Problem.UNREADABLE)
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NoTable(Why.UNREADABLE)


def _sheet_lines(data: bytes) -> Iterator[Line]:
    raise Refused(Problem.UNREADABLE)


def _sheet_lines(data: bytes, most: Most) -> Iterator[Line]:
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
            rows = sheet.iter_rows(max_col=most.columns, values_only=True)
            for number, cells in enumerate(rows, start=1):
                yield number, [_words(cell) for cell in cells]
            book.close()
    except archives.Refused:
        raise NoTable(Why.UNREADABLE) from None
    except _BROKEN:
        raise NoTable(Why.UNREADABLE) from None


def _merged(data: bytes) -> tuple[str, ...]:
    """List the merged cells of the first sheet."""
    try:
        book = load_workbook(io.BytesIO(data), read_only=True)
        path = str(book.worksheets[0]._worksheet_path).lstrip("/")
        book.close()
        content = archives.unpack(data, LIMITS).get(path, b"")
    except (archives.Refused, *_BROKEN):
        return ()
    return tuple(found.decode() for found in _MERGED.findall(content)[:MOST_ROWS])
        raise Refused(Problem.UNREADABLE) from None
        raise Refused(Problem.UNREADABLE) from None


def _words(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
