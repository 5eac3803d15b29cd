"""Add up what was reported. What was not reported is counted, and never added as zero."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from korgoo.plan.consolidation import money, progress
from korgoo.plan.consolidation.answers import Answers, count_answer, said_by_part
from korgoo.plan.consolidation.facts import (
    IndicatorPlan,
    Key,
    PeriodFacts,
    Region,
    ReportFacts,
)
from korgoo.plan.consolidation.figures import (
    Cell,
    Figures,
    IndicatorFigures,
    LineFigures,
    RoundFigures,
    Tally,
)
from korgoo.plan.consolidation.kinds import Adds

LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def consolidate(periods: Iterable[PeriodFacts]) -> Figures:
    """Make one report of the reports of some periods.

    Args:
        periods: In the order of time; each under the version of the plan that was in force.

    Returns:
        Figures of measures, regions and periods; a measure is known by its code in all of them.
    """
    facts = list(periods)
    indicators: dict[Key, IndicatorFigures] = {}
    lines: dict[Key, LineFigures] = {}
    rounds = {}
    for one in facts:
        reports = {report.key: report for report in one.reports}
        rounds[one.period.key] = how_it_went(one.reports)
        _values(one, reports, indicators, rounds[one.period.key])
        money.add_spent(one, reports, lines)
    _progress(facts, indicators)
    money.add_years([one.period for one in facts], lines)
    keys = tuple(one.period.key for one in facts)
    return Figures(keys, rounds, indicators, lines, money.sums(keys, lines))


def how_it_went(reports: Iterable[ReportFacts]) -> RoundFigures:
    """Count reports by how far they have come, of the country and of each region."""
    found = RoundFigures()
    for report in reports:
        regional = found.regions.setdefault(report.region, {})
        for counts in (found.standings, regional):
            counts[report.standing] = counts.get(report.standing, 0) + 1
        found.late += report.is_late
    return found


def _values(
    facts: PeriodFacts,
    reports: dict[str, ReportFacts],
    indicators: dict[Key, IndicatorFigures],
    went: RoundFigures,
) -> None:
    said = said_by_part(facts.values)
    asked: dict[str, list[tuple[int, ReportFacts]]] = defaultdict(list)
    for part, report, measure, is_valued in facts.entries:
        if is_valued:
            asked[measure].append((part, reports[report]))
    for measure, plans in facts.indicators.items():
        for plan in plans:
            figures = indicators.setdefault(plan.key, IndicatorFigures(plan))
            figures.plan = plan
            if plan.drawn:
                _draw(facts, figures)
            else:
                _add(facts.period.key, figures, asked[measure], said)
                went.values.add(figures.whole[facts.period.key].tally)


def _add(
    period: str,
    figures: IndicatorFigures,
    asked: Sequence[tuple[int, ReportFacts]],
    said: Answers,
) -> None:
    regions: dict[Region, Cell] = defaultdict(Cell)
    newest: dict[Region | None, tuple[datetime, Decimal]] = {}
    code = figures.plan.key[1]
    for part, report in asked:
        answer, value = said.get((part, code), ("", None))
        count_answer(regions[report.region], answer, value, report)
        if value is not None and report.counts:
            _newer(newest, report, value)
    whole = Cell()
    for cell in regions.values():
        whole.tally.add(cell.tally)
    figures.whole[period], figures.regions[period] = whole, dict(regions)
    _totals(figures.plan, whole, figures.regions[period], newest)


def _newer(
    newest: dict[Region | None, tuple[datetime, Decimal]], report: ReportFacts, value: Decimal
) -> None:
    """Remember what was sent last, of the region and of the country."""
    at = report.sent_at or LONG_AGO
    for place in (report.region, None):
        if place not in newest or newest[place][0] <= at:
            newest[place] = (at, value)


def _totals(
    plan: IndicatorPlan,
    whole: Cell,
    regions: dict[Region, Cell],
    newest: dict[Region | None, tuple[datetime, Decimal]],
) -> None:
    """Make one value of several: their sum, the one sent last, or none."""
    if plan.adds is Adds.SUM:
        told = [cell.total for cell in regions.values() if cell.total is not None]
        whole.total = sum(told, Decimal()) if told else None
        return
    for region, cell in regions.items():
        answers = cell.tally.reported + cell.tally.zero
        alone = plan.adds is Adds.LATEST or answers == 1
        cell.total = newest[region][1] if answers and alone else None
    if plan.adds is Adds.LATEST and None in newest:
        whole.total = newest[None][1]


def _draw(facts: PeriodFacts, figures: IndicatorFigures) -> None:
    """Take what another mission counted; nobody was asked, so nothing is missing."""
    period, counted = facts.period.key, facts.drawn.get(figures.plan.key, {})
    cells = {
        region: Cell(
            None if one.value is None or one.is_hidden else Decimal(one.value),
            Tally(),
            one.is_hidden,
            one.note,
        )
        for region, one in counted.items()
    }
    figures.whole[period] = cells.pop(None, Cell())
    figures.regions[period] = {region: cell for region, cell in cells.items() if region}


def _progress(facts: Sequence[PeriodFacts], indicators: dict[Key, IndicatorFigures]) -> None:
    periods = [one.period for one in facts]
    plans = {
        (one.period.key, plan.key): plan
        for one in facts
        for several in one.indicators.values()
        for plan in several
    }
    for key, figures in indicators.items():
        for place, period in enumerate(periods):
            plan = plans.get((period.key, key))
            if plan is not None:
                so_far = [p.key for p in periods[: place + 1] if p.year == period.year]
                figures.progress[period.key] = progress.of_year(
                    period.year, plan, [figures.whole[p] for p in so_far if p in figures.whole]
                )
