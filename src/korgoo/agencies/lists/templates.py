"""Empty lists to fill in, with the heads of the columns in a language and one line that shows how."""

import csv
import io
from functools import lru_cache

from openpyxl import Workbook
from openpyxl.styles import Font

from korgoo.agencies.lists.columns import COLUMNS, DECISIONS, LANGUAGES
from korgoo.agencies.rules import Kind

WIDE = 24
EXAMPLE_NAMES = {
    "name_ky": "Үлгү Карьера (ойдон чыгарылган)",
    "name_ru": "Үлгү Карьера (вымышленное)",
    "name_en": "Ulgu Career (fictitious)",
}
EXAMPLE = {
    **EXAMPLE_NAMES,
    "registration": "000000-0000-ООО",
    "place": "Бишкек",
    "phone": "+996 000 000000",
    "country": "TR",
    "permit_number": "000",
    "valid_from": "01.03.2026",
    "valid_to": "28.02.2027",
    "decision_day": "01.03.2026",
    "decision_number": "00-0",
    "document": "",
    "source_address": "https://example.org/",
    "as_of": "01.03.2026",
}


def to_csv(language: str) -> bytes:
    """Write the template as CSV: UTF-8 with its mark and semicolons, as spreadsheets here open it."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(_rows(language))
    return target.getvalue().encode("utf-8-sig")


@lru_cache(maxsize=len(LANGUAGES))
def to_xlsx(language: str) -> bytes:
    """Write the template as a spreadsheet."""
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
    head = [column.header(language) for column in COLUMNS]
    granted = DECISIONS[Kind.GRANTED][LANGUAGES.index(language) if language in LANGUAGES else 2]
    told = EXAMPLE | {"decision": granted}
    return [head, [told.get(column.key, "") for column in COLUMNS]]
