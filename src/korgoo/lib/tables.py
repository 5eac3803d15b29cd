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

# Sheets of such a list unpack to some ten times their size; shared words a little more.
LIMITS = archives.Limits(
    file=48 * 1024 * 1024, unpacked=64 * 1024 * 1024, files=200, ratio=150, small=256 * 1024
)
DELIMITERS = (";", ",", "\t")
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
SHEET = re.compile(r"^xl/worksheets/sheet\d+\.xml$")
MERGED = re.compile(rb'<mergeCell[^>]*?ref="([A-Z0-9:]{2,30})"')


class Problem(StrEnum):
    """Why a file cannot be read as rows."""

    NOTHING = "nothing"
    ROW_LENGTH = "row-length"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    UNREADABLE = "unreadable"


class Refused(Exception):
    """The file was not read. ``line``: where; 0 for the file as a whole."""

    def __init__(self, problem: Problem, line: int = 0) -> None:
        super().__init__(problem)
        self.problem, self.line = problem, line


@dataclass(frozen=True, slots=True)
class Most:
    """How much a file may hold.

    Attributes:
        size: bytes.
        rows: filled lines under the head.
        columns: cells of a line.
    """

    size: int = 5 * 1024 * 1024
    rows: int = 20_000
    columns: int = 60


DEFAULT = Most()


def read(data: bytes, most: Most = DEFAULT) -> list[Line]:
    """Read a file; its kind is taken from what it holds, not from its name.

    Args:
        data: What the file holds.
        most: How much it may hold.

    Returns:
        Filled lines with their numbers, the head first.

    Raises:
        Refused: It is too large, or no table, or has no row under its head.
    """
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
    """
    if not archives.is_archive(data):
        return []
    try:
        files = archives.unpack(data, LIMITS)
    except archives.Refused:
        raise Refused(Problem.UNREADABLE) from None
    sheets = sorted(name for name in files if SHEET.match(name))
    found = MERGED.findall(files[sheets[0]]) if sheets else []
    # In the order of reading: which stands first in the file is left to the program that wrote it.
    return sorted((one.decode("ascii") for one in found), key=_by_line)


def _by_line(cells: str) -> tuple[int, int, str]:
    letters = cells.split(":")[0].rstrip("0123456789")
    return int(cells.split(":")[0][len(letters) :]), len(letters), letters


def cell_name(line: int, place: int) -> str:
    """Name a cell as spreadsheets do: the third cell of line 7 is C7.

    Args:
        line: From 1.
        place: From 0.
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{line}"


def _bounded(lines: Iterable[Line], most: Most) -> list[Line]:
    found: list[Line] = []
    for number, cells in lines:
        # Empty lines between filled ones are passed over, but not without end.
        if number > 2 * most.rows or len(found) > most.rows:
            raise Refused(Problem.TOO_MANY)
        if any(cells):
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
        raise Refused(Problem.UNREADABLE, begins) from None


def _text(data: bytes) -> str:
    """Read letters: UTF-8 as everybody writes today, else the Windows letters of old spreadsheets."""
    if b"\0" in data:
        raise Refused(Problem.UNREADABLE)
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
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
            rows = sheet.iter_rows(max_col=most.columns, values_only=True)
            for number, cells in enumerate(rows, start=1):
                yield number, [_words(cell) for cell in cells]
            book.close()
    except archives.Refused:
        raise Refused(Problem.UNREADABLE) from None
    except _BROKEN:
        raise Refused(Problem.UNREADABLE) from None


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
