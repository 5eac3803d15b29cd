"""A fixed report, and what has changed since it was fixed."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access import api as access
from korgoo.plan import periods, regions, wording
from korgoo.plan.consolidation import writing
from korgoo.plan.enums import ValueKind
from korgoo.plan.models import FixedReport, Indicator
from korgoo.plan.presentation import consolidated
from korgoo.plan.presentation.naming import Names

WORDS = {
    "total": pgettext_lazy("figure of a report", "Value"),
    "value": pgettext_lazy("figure of a report", "Value of the year"),
    "target": pgettext_lazy("figure of a report", "Target"),
    "reported": pgettext_lazy("figure of a report", "Reported"),
    "zero": pgettext_lazy("figure of a report", "With zero"),
    "nothing": pgettext_lazy("figure of a report", "Nothing to report"),
    "missing": pgettext_lazy("figure of a report", "Not reported"),
    "late": pgettext_lazy("figure of a report", "Late"),
    "hidden": pgettext_lazy("figure of a report", "Hidden"),
    "planned": pgettext_lazy("figure of a report", "Planned"),
    "spent": pgettext_lazy("figure of a report", "Spent"),
    "year": pgettext_lazy("figure of a report", "Year"),
    "whole": _("The country as a whole"),
}

STANDINGS = {standing.value: words for standing, words in wording.STANDINGS.items()}
PASSED_OVER = frozenset({"regions", "standings", "values"})


def fixed_page(row: FixedReport) -> dict[str, Any]:
    """Describe a fixed report: that its figures are whole, and what is other now."""
    made = consolidated.material(row.programme, row.period)
    found = writing.changes(row.figures, writing.to_data(made.figures))
    return {
        "fixed": row,
        "programme": row.programme,
        "period": periods.words(row.period),
        "by": access.member_name(row.fixed_by_id),
        "is_whole": writing.digest_of(row.figures) == row.digest,
        "changes": [
            [
                place_words(one.place, made.names),
                one.before or wording.NOT_SAID,
                one.after or wording.NOT_SAID,
            ]
            for one in found
        ],
        "figures": _values(row.figures, made.names),
    }


def place_words(place: tuple[str, ...], names: Names) -> str:
    """Say which figure is meant: indicator, region, period, and what of it."""
    kind, *rest = place
    if kind == "indicators":
        key = tuple(rest.pop(0).split(writing.SEPARATOR, 1))
        head = f"{key[0]}. {names.indicator((key[0], key[1]))}"
    elif kind == "lines":
        key = tuple(rest.pop(0).split(writing.SEPARATOR, 1))
        head = f"{names.measure(key[0])} ({names.lines.get((key[0], key[1]), key[1])})"
    else:
        head = str(_("How the reporting went"))
    is_round = kind == "rounds"
    words = [_part(one, is_round=is_round) for one in rest if one not in PASSED_OVER]
    return "; ".join([head, *words])


def _part(part: str, *, is_round: bool) -> str:
    if is_round and part in STANDINGS:
        return str(STANDINGS[part])
    if part in WORDS:
        return str(WORDS[part])
    if part == "" or part in regions.units():
        return regions.name(part)
    return periods.words(part)


def _values(figures: dict[str, Any], names: Names) -> list[list[str]]:
    """List the fixed values of the country, period by period."""
    rows = []
    for key, one in figures["indicators"].items():
        code, indicator = key.split(writing.SEPARATOR, 1)
        for period, cell in one["whole"].items():
            words = written(cell, names.indicators.get((code, indicator)))
            rows.append(
                [
                    f"{code}. {names.indicator((code, indicator))}",
                    periods.words(period),
                    words,
                    str(cell["missing"]),
                ]
            )
    return rows


def written(cell: dict[str, Any], indicator: Indicator | None) -> str:
    """Write a fixed value; that it is hidden, or was not reported, is said."""
    if cell.get("hidden"):
        return str(WORDS["hidden"])
    if cell["total"] is None:
        return str(WORDS["missing"]) if cell["missing"] else wording.NOT_SAID
    kind = indicator.kind if indicator else ValueKind.NUMBER.value
    return wording.value(kind, Decimal(cell["total"]))
