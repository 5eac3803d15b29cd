"""The report as a paper and as an open file."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.activities.presentation.report import HIDDEN, Cell, Section, sections, shown
from korgoo.lib import clock, paper
from korgoo.lib.dates import long_day

if TYPE_CHECKING:
    from korgoo.activities.drawing import Chart
    from korgoo.activities.reporting import Report

SHEET = Path(__file__).parent / "report.typ"
HEAD = ("campaign", "section", "item", "item_words", "measure", "value")


def to_paper(told: "Report") -> bytes:
    """Print the report as PDF (PDF/A-2a, PDF/UA-1), in the language that is spoken.

    Raises:
        CannotPrint: Somebody wrote a sign that our fonts do not have.
    """
    return paper.render(SHEET, paper_data(told))


def paper_data(told: "Report") -> dict[str, Any]:
    """Turn the report into plain words for the sheet."""
    card = told.card
    return {
        "title": _("Report of the campaign: %(name)s") % {"name": card.name},
        "language": (get_language() or "en")[:2],
        "days": _("%(first)s to %(last)s, %(days)s days")
        % {"first": long_day(card.starts_on), "last": long_day(card.ends_on), "days": card.days},
        "made": _("Made on %(day)s") % {"day": long_day(clock.today())},
        "method": _("How people are estimated, and when not: docs/methods/campaign-reach.md."),
        "review": _("Wording not yet checked by a native speaker and a lawyer."),
        "sections": [_part(section) for section in sections(told)],
    }


def _part(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "words": section.words,
        "head": section.head if section.rows else [],
        "rows": [[shown(cell) for cell in cells] for _code, cells in section.rows],
        "chart": _drawn(section.chart) if section.chart else "",
        "chart_words": section.chart_words,
    }


TONES = {"before": "#8aa5a6", "during": "#0a6466", "after": "#8aa5a6"}


def _drawn(chart: "Chart") -> str:
    """Draw a chart as a picture of its own: a paper knows no classes of a page."""
    lines = [
        f'<line x1="{chart.left}" x2="{chart.right}" y1="{m.at}" y2="{m.at}" stroke="#dcd3c3"/>'
        for m in chart.lines
    ]
    marks = [
        f'<text x="{chart.left - 6}" y="{m.at + 4}" text-anchor="end" {_LETTERS}>{m.text}</text>'
        for m in chart.lines
    ]
    names = [
        f'<text x="{m.at}" y="14" text-anchor="middle" {_LETTERS}>{m.text}</text>'
        for m in chart.groups
    ]
    bars = [
        f'<rect x="{c.x}" y="{c.y}" width="{c.width}" height="{c.height}" fill="{TONES[c.group]}"/>'
        for c in chart.columns
        if c.is_known
    ]
    inside = "".join([*lines, *bars, *marks, *names])
    size = f'viewBox="0 0 {chart.width} {chart.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'


_LETTERS = 'font-family="Golos Text" font-size="13" fill="#4f5d5f"'


def to_csv(told: "Report") -> bytes:
    """Write every figure in a row of its own: UTF-8 with its mark and semicolons, numbers unformatted.

    Columns: ``campaign``, ``section``, ``item`` (a code), ``item_words`` (in the language that is
    spoken), ``measure`` (a code), ``value``; an empty value is not known.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for section in sections(told):
        for code, (name, *cells) in section.rows:
            for measure, cell in zip(section.codes[1:], cells, strict=True):
                writer.writerow(
                    [told.card.key, section.key, code, _safe(str(name)), measure, _plain(cell)]
                )
    return target.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    return "" if cell in {None, HIDDEN} else str(cell)


def _safe(words: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{words}" if words[:1] in {"=", "+", "-", "@", "\t"} else words
