"""Empty lists to fill in, with the heads of the columns in a language and one line that shows how."""

import csv
import io
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Font

from korgoo.activities import places
from korgoo.activities.enums import Counting, State
from korgoo.activities.lists.columns import COLUMNS, COUNTINGS, LANGUAGES, STATES
from korgoo.countrypack import api as packs

WIDE = 24


def to_csv(language: str, day: date) -> bytes:
    """Write the template as CSV: UTF-8 with its mark and semicolons, as spreadsheets here open it."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(_rows(language, day))
    return target.getvalue().encode("utf-8-sig")


def to_xlsx(language: str, day: date) -> bytes:
    """Write the template as a spreadsheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line, cells in enumerate(_rows(language, day), start=1):
        for place, words in enumerate(cells, start=1):
            cell = sheet.cell(line, place, words)
            cell.number_format = "@"
            if line == 1:
                cell.font = Font(bold=True)
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = WIDE
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _rows(language: str, day: date) -> list[list[str]]:
    place = LANGUAGES.index(language) if language in LANGUAGES else 2
    unit, above = _example()
    kind = packs.current().campaign.formats[0]
    told = {
        "day": f"{day:%d.%m.%Y}",
        "place": unit.name.in_language(language),
        "region": above.name.in_language(language),
        "kind": kind.name.in_language(language),
        "state": STATES[State.HELD][place],
        "contacts": "60",
        "counting": COUNTINGS[Counting.ONE_BY_ONE][place],
        "women": "35",
        "men": "25",
    }
    head = [column.header(language) for column in COLUMNS]
    return [head, [told.get(column.key, "") for column in COLUMNS]]


def _example() -> tuple[packs.Unit, packs.Unit]:
    """Find a unit that its own name and that of its region tell from every other."""
    units = {unit.code: unit for unit in packs.current().units}
    for unit in units.values():
        above = units.get(unit.parent or "")
        if above and all(_is_sure(unit, above, code) for code in LANGUAGES):
            return unit, above
    raise LookupError("no unit of the pack is named so that it cannot be taken for another")


def _is_sure(unit: packs.Unit, above: packs.Unit, language: str) -> bool:
    found = places.sure(f"{unit.name.in_language(language)}, {above.name.in_language(language)}")
    return found is not None and found.code == unit.code
