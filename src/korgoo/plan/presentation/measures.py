"""One measure: in a line of the tree, and as a page with its history through all versions and periods."""

from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext

from korgoo.lib.collation import place_of
from korgoo.plan import periods, regions, selectors, sources, wording
from korgoo.plan.consolidation import adding
from korgoo.plan.consolidation.figures import Figures
from korgoo.plan.enums import Part
from korgoo.plan.models import BudgetLine, Indicator, Measure, PlanVersion, Programme
from korgoo.plan.presentation.naming import names_in


def measure_line(row: Measure) -> dict[str, Any]:
    """Describe a measure for the tree."""
    code = row.version.programme.code
    return {
        "code": row.code,
        "name": row.name,
        "language": row.language,
        "due_on": row.due_on,
        "responsible": _bodies(row, Part.RESPONSIBLE),
        "co_executors": _bodies(row, Part.CO_EXECUTOR),
        "regions": [regions.name(one) for one in row.regions],
        "indicators": [indicator_line(one) for one in row.indicators.all()],
        "lines": [budget_line(one) for one in row.lines.all()],
        "href": reverse("plan:measure", args=[code, row.code]),
    }


def indicator_line(row: Indicator) -> dict[str, Any]:
    """Describe an indicator."""
    source = sources.find(row.source) if row.source else None
    return {
        "code": row.code,
        "name": row.name,
        "language": row.language,
        "unit": row.unit,
        "kind": row.get_kind_display(),
        "direction": row.get_direction_display(),
        "adds": row.get_adds_display(),
        "baseline": wording.value(row.kind, row.baseline),
        "targets": [
            (year, wording.value(row.kind, Decimal(value)))
            for year, value in sorted(row.targets.items())
        ],
        "drawn": str(source.words) if source else row.source,
    }


def budget_line(row: BudgetLine) -> dict[str, Any]:
    """Describe a budget line."""
    return {
        "code": row.code,
        "funding": row.get_funding_display(),
        "payer": row.payer,
        "currency": row.currency,
        "planned": [
            (year, wording.number(Decimal(value))) for year, value in sorted(row.planned.items())
        ],
    }


def measure_page(programme: Programme, version: PlanVersion, row: Measure) -> dict[str, Any]:
    """Describe a measure with what was reported on it, period by period, through all versions."""
    rounds = selectors.rounds(programme)
    figures = adding.consolidate(selectors.gather(rounds))
    return {
        "programme": programme,
        "version": version,
        "line": measure_line(row),
        "heads": [
            pgettext("column", "Period"),
            pgettext("column", "Value"),
            pgettext("column", "Answers"),
            pgettext("column", "Year so far, of the target"),
        ],
        "history": [_history(figures, row.code, one) for one in row.indicators.all()],
        "versions": [
            one.number
            for one in programme.versions.order_by("number")
            if not one.is_draft and row.code in names_in([one]).measures
        ],
    }


def _history(figures: Figures, code: str, indicator: Indicator) -> dict[str, Any]:
    found = figures.indicators.get((code, indicator.code))
    rows = []
    for period in reversed(figures.periods):
        if found is not None and period in found.whole:
            cell = found.whole[period]
            rows.append(
                [
                    periods.words(period),
                    wording.cell(indicator.kind, cell),
                    wording.tally(cell.tally),
                    wording.progress(indicator.kind, found.progress[period]),
                ]
            )
    return {"indicator": indicator_line(indicator), "rows": rows}


def _bodies(row: Measure, part: Part) -> list[str]:
    names = [one.organisation.name for one in row.bodies.all() if one.part == part]
    return sorted(names, key=place_of)
