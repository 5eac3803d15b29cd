"""A list as a file: CSV and XLSX, the words of the page, no formulas."""

import csv
import io

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

WIDEST = 60
# A spreadsheet takes what begins with these for a formula.
ACTS = ("=", "+", "-", "@", "\t", "\r")
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def to_csv(rows: list[list[str]]) -> bytes:
    """Write CSV: UTF-8 with its mark and semicolons, as spreadsheets here open it."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def to_xlsx(rows: list[list[str]], title: str) -> bytes:
    """Write a spreadsheet of one sheet, every cell as text.

    Args:
        rows: The heads of the columns first.
        title: Of the sheet.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = title[:31], "A2"
    for line, row in enumerate(rows, start=1):
        for place, words in enumerate(row, start=1):
            cell = sheet.cell(line, place, ILLEGAL_CHARACTERS_RE.sub("", words))
            cell.data_type = "s"
            if line == 1:
                cell.font = Font(bold=True)
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = min(longest + 2, WIDEST)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _harmless(words: str) -> str:
    return f"'{words}" if words.startswith(ACTS) else words
