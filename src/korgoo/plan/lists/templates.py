"""Empty files to fill in, with the heads of the columns in a language and lines that show how."""

import csv
import io

from openpyxl import Workbook
from openpyxl.styles import Font

from korgoo.plan.lists.columns import COLUMNS, LANGUAGES, WORDS

WIDE = 26
# Invented, and its words say so.
EXAMPLE = {
    "task_code": "1",
    "task_ky": "Үлгү милдет (ойдон чыгарылган)",
    "task_ru": "Пример задачи (вымышленный)",
    "task_en": "Example of a task (fictitious)",
    "measure_code": "1.1",
    "measure_ky": "Үлгү иш-чара (ойдон чыгарылган)",
    "measure_ru": "Пример мероприятия (вымышленный)",
    "measure_en": "Example of a measure (fictitious)",
    "responsible": "ministry-labour",
    "co_executors": "ministry-interior; ministry-health",
    "indicator_code": "1",
    "indicator_ky": "Үлгү көрсөткүч",
    "indicator_ru": "Пример показателя",
    "indicator_en": "Example of an indicator",
    "baseline": "0",
    "line_code": "1",
}


def to_csv(language: str, years: list[int]) -> bytes:
    """Write the template as CSV: UTF-8 with its mark and semicolons, as spreadsheets here open it."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(_rows(language, years))
    return target.getvalue().encode("utf-8-sig")


def to_xlsx(language: str, years: list[int]) -> bytes:
    """Write the template as a spreadsheet; its first line stays in sight."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line, cells in enumerate(_rows(language, years), start=1):
        for place, words in enumerate(cells, start=1):
            sheet.cell(line, place, words).number_format = "@"
            if line == 1:
                sheet.cell(line, place).font = Font(bold=True)
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = WIDE
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _rows(language: str, years: list[int]) -> list[list[str]]:
    place = LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES) - 1
    words = {
        column: values[usual][place]
        for column, usual in (
            ("kind", "number"),
            ("direction", "up"),
            ("adds", "sum"),
            ("funding", "state"),
        )
        for values in (WORDS[column],)
    }
    told = EXAMPLE | words | {"currency": "KGS"}
    head, line = [], []
    for column in COLUMNS:
        for year in years if column.by_year else [0]:
            head.append(f"{column.header(language)} {year}" if year else column.header(language))
            line.append("100" if year else told.get(column.key, ""))
    return [head, line]
