"""A form as the files that tools read."""

import io
import json
import zipfile
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from korgoo.fieldforms.exports.sheets import Sheets, sheets

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from korgoo.fieldforms.exports.blank import Blank
    from korgoo.fieldforms.exports.columns import Row

# Writing a form takes half a second or more. What was written is kept by all the words that are in
# it, so that a new edition, another pack or another translation is another form.
MOST_KEPT = 64
# What a spreadsheet says of itself would change with every second.
LONG_AGO = (1980, 1, 1, 0, 0, 0)
CORE = "docProps/core.xml"
NO_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<cp:coreProperties xmlns:cp='
    '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def to_xlsx(form: Sheets) -> bytes:
    """Write the sheets of a form as a spreadsheet; the same sheets always give the same bytes."""
    return _book(json.dumps(asdict(form)))


@lru_cache(maxsize=MOST_KEPT)
def _book(form: str) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in json.loads(form).items():
        _fill(book.create_sheet(title), rows)
    target = io.BytesIO()
    book.save(target)
    return _without_times(target.getvalue())


def to_xform(blank: "Blank") -> str:
    """Write a form as XForm, from its own spreadsheet.

    Raises:
        pyxform.errors.PyXFormError: The form breaks a rule of XLSForm.
    """
    return _converted(to_xlsx(sheets(blank)))


@lru_cache(maxsize=MOST_KEPT)
def _converted(book: bytes) -> str:
    # Takes half a second to load, and few pages need it.
    from pyxform.xls2xform import convert

    form: str = convert(book, file_type=".xlsx", validate=False).xform
    return form


def _fill(sheet: "Worksheet", rows: "list[Row]") -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    for place, column in enumerate(columns, start=1):
        _write(sheet, 1, place, column)
        for line, row in enumerate(rows, start=2):
            if words := row.get(column):
                _write(sheet, line, place, words)


def _write(sheet: "Worksheet", line: int, place: int, words: str) -> None:
    cell = sheet.cell(line, place, ILLEGAL_CHARACTERS_RE.sub("", words))
    # Words that begin with "=" are no formula.
    cell.data_type = "s"


def _without_times(book: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as read, zipfile.ZipFile(target, "w") as write:
        for name in read.namelist():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            write.writestr(entry, NO_PROPERTIES if name == CORE else read.read(name))
    return target.getvalue()
