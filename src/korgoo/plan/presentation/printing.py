"""Print the consolidated report as PDF, archival and accessible."""

from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.lib import clock, paper
from korgoo.lib.dates import long_day
from korgoo.plan.presentation.tables import Layout, Table

SHEET = Path(__file__).parents[1] / "paper" / "report.typ"
# Shares of the breadth of a page: columns of words are as broad as their words ask, within limits.
LEAST, MOST = 7, 26


def to_pdf(layout: Layout, *, is_fictitious: bool) -> bytes:
    """Print a report.

    Raises:
        CannotPrint: It holds a sign that our fonts do not have.
    """
    return paper.render(SHEET, to_data(layout, is_fictitious=is_fictitious))


def to_data(layout: Layout, *, is_fictitious: bool) -> dict[str, Any]:
    """Turn a report into plain words for the sheet."""
    printed = _("Printed: %(day)s") % {"day": long_day(clock.today())}
    invented = _("Invented for the demonstration.")
    return {
        "language": (get_language() or "en")[:2],
        "title": layout.title,
        "subtitle": layout.subtitle,
        "facts": [list(pair) for pair in layout.facts],
        "tables": [_table(one) for one in layout.tables],
        "texts": [[name, [list(pair) for pair in told]] for name, told in layout.texts],
        "texts_title": layout.texts_title,
        "notes": layout.notes,
        "nothing": _("Nothing to show."),
        "foot": f"{printed} · {invented}" if is_fictitious else printed,
    }


def _table(table: Table) -> dict[str, Any]:
    lines = [[head.words for head in table.heads]]
    lines += [[cell.words for cell in row] for row in table.rows]
    widths = [
        min(max(max(len(words) for words in column), LEAST), MOST)
        for column in zip(*lines, strict=True)
    ]
    return {
        "title": table.title,
        "heads": lines[0],
        "rows": lines[1:],
        "numeric": [head.is_number for head in table.heads],
        "widths": widths,
    }
