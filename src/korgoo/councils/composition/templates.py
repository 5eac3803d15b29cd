"""Empty compositions to fill in, with the heads of the columns in a language and one line that shows how."""

import csv
import io

from openpyxl import Workbook
from openpyxl.styles import Font

from korgoo.councils.composition.columns import COLUMNS, seat_word
from korgoo.councils.enums import SeatKind

WIDE = 26
EXAMPLE: dict[str, str | dict[str, str]] = {
    "organisation": "ministry-interior",
    "position": {"ky": "Бөлүмдүн башчысы", "ru": "Начальник отдела", "en": "Head of department"},
    "phone": "+996 312 000000",
    "valid_from": "01.03.2026",
}


def to_csv(language: str) -> bytes:
    """Write the template as CSV: UTF-8 with its mark and semicolons, as spreadsheets here open it."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(_rows(language))
    return target.getvalue().encode("utf-8-sig")


def to_xlsx(language: str) -> bytes:
    """Write the template as a spreadsheet; every cell is text, so that nothing is read as a number."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line, cells in enumerate(_rows(language), start=1):
        for place, words in enumerate(cells, start=1):
            sheet.cell(line, place, words).number_format = "@"
            if line == 1:
                sheet.cell(line, place).font = Font(bold=True)
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = WIDE
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _rows(language: str) -> list[list[str]]:
    told: dict[str, str] = {"seat": seat_word(SeatKind.MEMBER, language)}
    for key, words in EXAMPLE.items():
        told[key] = words if isinstance(words, str) else words.get(language, words["en"])
    head = [column.header(language) for column in COLUMNS]
    return [head, [told.get(column.key, "") for column in COLUMNS]]
