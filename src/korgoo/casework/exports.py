"""A list of cases as a table or on paper: codes and coded facts, and on every line whose copy it is."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from korgoo.access import api as access
from korgoo.casework import places
from korgoo.lib import paper

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case
    from korgoo.casework.services.exports import Export

SHEET = Path(__file__).parent / "paper" / "cases.typ"
MOST_ON_PAPER = 500


def as_table(export: "Export", *, actor: "Actor") -> bytes:
    """Write an export as CSV (UTF-8 with a mark that spreadsheets know, one line for each case).

    The last column and the last line carry the number of the export, so that a part that is cut
    out of it still leads back to who took it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*heads(), pgettext("column", "Copy")])
    for case in export.cases:
        writer.writerow([*line(case), export.spoken_number])
    writer.writerow([watermark(export, actor=actor)])
    return out.getvalue().encode("utf-8-sig")


def as_paper(export: "Export", *, actor: "Actor") -> bytes:
    """Print an export with its watermark across every page (PDF/A, PDF/UA)."""
    mark = watermark(export, actor=actor)
    sheet: dict[str, Any] = {
        "title": _("Cases by code"),
        "language": get_language() or "en",
        "mark": mark,
        "number": export.spoken_number,
        "heads": heads(),
        "rows": [line(case) for case in export.cases[:MOST_ON_PAPER]],
        "left_out": _("%(count)s more cases are not printed. Export the table for all of them.")
        % {"count": len(export.cases) - MOST_ON_PAPER}
        if len(export.cases) > MOST_ON_PAPER
        else "",
    }
    return paper.render(SHEET, sheet)


def watermark(export: "Export", *, actor: "Actor") -> str:
    """Say whose copy it is, when it was made and under which number."""
    return _("Copy %(number)s: %(name)s, %(organisation)s, %(time)s") % {
        "number": export.spoken_number,
        "name": access.member_name(actor.user_id),
        "organisation": access.card(actor.organisation_id).name,
        "time": _moment(export.at),
    }


def heads() -> list[str]:
    """Name the columns in the language of the page."""
    return [
        pgettext("column", "Case"),
        pgettext("column", "Owner"),
        pgettext("column", "Status"),
        pgettext("column", "Asked for"),
        pgettext("column", "Sex"),
        pgettext("column", "Age"),
        pgettext("column", "What was done"),
        pgettext("column", "Region now"),
        pgettext("column", "Opened"),
        pgettext("column", "Last step"),
    ]


def line(case: "Case") -> list[str]:
    """Say one case in codes and coded facts, in the order of ``heads``."""
    return [
        case.spoken_code,
        case.owner.name,
        case.get_protection_display(),
        case.get_matter_display(),
        case.get_sex_display(),
        case.get_age_band_display(),
        case.get_exploitation_display(),
        places.region_name(case.region),
        _moment(case.opened_at),
        _moment(case.touched_at),
    ]


def _moment(at: "datetime") -> str:
    return f"{timezone.localtime(at):%d.%m.%Y %H:%M}"
