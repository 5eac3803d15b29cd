"""The consolidated report as a spreadsheet: a sheet for each table, numbers and days as such."""

import io
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from korgoo.plan.presentation.tables import Layout, Shown, Table

WIDEST, NARROWEST = 60, 12
HEAD = PatternFill("solid", fgColor="D9E6E6")
BOLD, WRAP = Font(bold=True), Alignment(wrap_text=True, vertical="top")
NUMBER, DAY = "#,##0.####", "yyyy-mm-dd"
FORBIDDEN = set("[]:*?/\\")
LONGEST_SHEET = 31


def to_xlsx(layout: Layout) -> bytes:
    """Write a report as XLSX. Nothing that was typed is ever read as a formula."""
    book = Workbook()
    cover = book.worksheets[0]
    _cover(cover, layout)
    used = {cover.title}
    for table in layout.tables:
        sheet = book.create_sheet(_title(table.sheet, used))
        _table(sheet, table)
    if layout.texts:
        _texts(book.create_sheet(_title(layout.texts_title, used)), layout)
    for sheet in book.worksheets:
        _on_paper(sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _on_paper(sheet: Worksheet) -> None:
    """Print a sheet across the page: all columns on one, lying, with the heads on each."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.freeze_panes:
        sheet.print_title_rows = "1:1"


def _title(words: str, used: set[str]) -> str:
    plain = "".join(c for c in words if c not in FORBIDDEN)[:LONGEST_SHEET] or "1"
    while plain in used:
        plain = f"{plain[: LONGEST_SHEET - 3]} {len(used)}"
    used.add(plain)
    return plain


def _cover(sheet: Worksheet, layout: Layout) -> None:
    sheet.title = _title(layout.cover_title, set())
    lines = [(layout.title, ""), (layout.subtitle, ""), ("", ""), *layout.facts, ("", "")]
    lines += [(note, "") for note in layout.notes]
    for line, pair in enumerate(lines, start=1):
        for place, words in enumerate(pair, start=1):
            _words(sheet.cell(line, place), words)
        if not pair[1]:
            # Alone in its line, it runs over the next column, not down over the next line.
            sheet.cell(line, 1).alignment = Alignment(wrap_text=False, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 40, 90


def _table(sheet: Worksheet, table: Table) -> None:
    for place, head in enumerate(table.heads, start=1):
        cell = sheet.cell(1, place)
        _words(cell, head.words)
        cell.font, cell.fill = BOLD, HEAD
    for line, row in enumerate(table.rows, start=2):
        for place, shown in enumerate(row, start=1):
            _fill(sheet.cell(line, place), shown)
    _finish(
        sheet, [[head.words for head in table.heads], *[[c.words for c in r] for r in table.rows]]
    )


def _texts(sheet: Worksheet, layout: Layout) -> None:
    lines = [[measure, who, words] for measure, told in layout.texts for who, words in told]
    for line, row in enumerate([list(layout.texts_heads), *lines], start=1):
        for place, words in enumerate(row, start=1):
            cell = sheet.cell(line, place)
            _words(cell, words)
            if line == 1:
                cell.font, cell.fill = BOLD, HEAD
    _finish(sheet, [list(layout.texts_heads), *lines])


def _finish(sheet: Worksheet, lines: list[list[str]]) -> None:
    """Keep the heads in sight, let them be sorted and filtered, and give columns their width."""
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    for place, column in enumerate(zip(*lines, strict=True), start=1):
        letter = sheet.cell(1, place).column_letter
        longest = max(len(words) for words in column)
        sheet.column_dimensions[letter].width = min(max(longest + 2, NARROWEST), WIDEST)


def _fill(cell: Cell, shown: Shown) -> None:
    if isinstance(shown.value, Decimal):
        cell.value, cell.number_format = shown.value, NUMBER
    elif isinstance(shown.value, date):
        cell.value, cell.number_format = shown.value, DAY
    else:
        _words(cell, shown.words)
    cell.alignment = WRAP


def _words(cell: Cell, words: str) -> None:
    """Write words as words, also when they begin as a formula does."""
    cell.value = "".join(c for c in words if c.isprintable() or c == "\n")
    cell.data_type = "s"
    cell.quotePrefix = words[:1] in tuple("=+-@")
    cell.alignment = WRAP
