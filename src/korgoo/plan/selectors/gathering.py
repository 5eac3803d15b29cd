"""Gather what the consolidated report is made of: a few queries for each period, whatever its size."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from korgoo.lib import clock
from korgoo.plan import sources
from korgoo.plan.consolidation import kinds
from korgoo.plan.consolidation.facts import (
    Drawn,
    Entry,
    IndicatorPlan,
    Key,
    LinePlan,
    Period,
    PeriodFacts,
    ReportFacts,
    Said,
)
from korgoo.plan.enums import VALUED_PARTS, ReportState
from korgoo.plan.models import (
    BudgetLine,
    Indicator,
    MeasureEntry,
    Report,
    ReportRound,
    SpentEntry,
    ValueEntry,
)

SENT_STATES = {
    ReportState.SENT.value: kinds.Standing.SENT,
    ReportState.RETURNED.value: kinds.Standing.RETURNED,
    ReportState.ACCEPTED.value: kinds.Standing.ACCEPTED,
}
Plans = tuple[dict[str, list[IndicatorPlan]], dict[str, list[LinePlan]]]


def gather(rounds: Iterable[ReportRound]) -> list[PeriodFacts]:
    """Gather the facts of some rounds, in the order of time."""
    plans: dict[int, Plans] = {}
    found = []
    for one in sorted(rounds, key=lambda row: row.starts):
        if one.version_id not in plans:
            plans[one.version_id] = (_indicators(one.version_id), _lines(one.version_id))
        found.append(_period(one, *plans[one.version_id]))
    return found


def _period(
    round_: ReportRound,
    indicators: dict[str, list[IndicatorPlan]],
    lines: dict[str, list[LinePlan]],
) -> PeriodFacts:
    reports = counting(round_)
    keys = [report.key for report in reports]
    return PeriodFacts(
        Period(round_.key, round_.starts, round_.ends, round_.due_on),
        reports,
        _entries(round_, set(keys)),
        _values(round_),
        _spent(round_),
        indicators,
        lines,
        _drawn(round_, indicators),
    )


def counting(round_: ReportRound) -> list[ReportFacts]:
    """Give the version of each report that counts: the newest accepted one, else the newest.

    While a correction waits for acceptance, what was accepted before goes on to count.
    """
    chosen: dict[tuple[int, str], Report] = {}
    for row in round_.reports.order_by("number"):
        before = chosen.get((row.organisation_id, row.region))
        is_accepted = row.state == ReportState.ACCEPTED
        if before is None or is_accepted or before.state != ReportState.ACCEPTED:
            chosen[row.organisation_id, row.region] = row
    return [_facts(row, round_.due_on) for row in chosen.values()]


def _facts(row: Report, due_on: date) -> ReportFacts:
    waits = kinds.Standing.WAITING if clock.today() <= due_on else kinds.Standing.MISSING
    return ReportFacts(
        str(row.pk),
        row.organisation_id,
        row.region,
        SENT_STATES.get(row.state, waits),
        row.is_late,
        row.sent_at,
    )


def _entries(round_: ReportRound, counted: set[str]) -> list[Entry]:
    rows = MeasureEntry.objects.filter(report__round=round_).values_list(
        "pk", "report_id", "measure__code", "part"
    )
    valued = {part.value for part in VALUED_PARTS}
    return [
        (pk, key, code, part in valued)
        for pk, report, code, part in rows.order_by("pk")
        if (key := str(report)) in counted
    ]


def _values(round_: ReportRound) -> list[Said]:
    rows = ValueEntry.objects.filter(entry__report__round=round_)
    return list(rows.order_by().values_list("entry_id", "indicator__code", "answer", "value"))


def _spent(round_: ReportRound) -> list[Said]:
    rows = SpentEntry.objects.filter(entry__report__round=round_)
    return list(rows.order_by().values_list("entry_id", "line__code", "answer", "amount"))


def _indicators(version_id: int) -> dict[str, list[IndicatorPlan]]:
    found: dict[str, list[IndicatorPlan]] = {}
    rows = Indicator.objects.filter(measure__version_id=version_id).select_related("measure__task")
    for row in rows.order_by(*_order("measure__"), "place", "code"):
        found.setdefault(row.measure.code, []).append(
            IndicatorPlan(
                (row.measure.code, row.code),
                kinds.ValueKind(row.kind),
                kinds.Adds(row.adds),
                kinds.Direction(row.direction),
                row.baseline,
                _by_year(row.targets),
                row.source,
            )
        )
    return found


def _lines(version_id: int) -> dict[str, list[LinePlan]]:
    found: dict[str, list[LinePlan]] = {}
    rows = BudgetLine.objects.filter(measure__version_id=version_id).select_related(
        "measure__task"
    )
    for row in rows.order_by(*_order("measure__"), "place", "code"):
        found.setdefault(row.measure.code, []).append(
            LinePlan(
                (row.measure.code, row.code),
                kinds.Funding(row.funding),
                row.payer,
                row.currency,
                _by_year(row.planned),
            )
        )
    return found


def _order(prefix: str) -> list[str]:
    return [f"{prefix}{one}" for one in ("task__place", "task__code", "place", "code")]


def _by_year(written: Mapping[str, str]) -> dict[int, Decimal]:
    return {int(year): Decimal(value) for year, value in written.items()}


def _drawn(
    round_: ReportRound, indicators: Mapping[str, list[IndicatorPlan]]
) -> dict[Key, dict[str | None, Drawn]]:
    """Ask other missions for what indicators are drawn from; who counts nothing any more gives nothing."""
    asked: dict[str, dict[str | None, Drawn]] = {}
    found: dict[Key, dict[str | None, Drawn]] = {}
    for plan in (one for several in indicators.values() for one in several if one.drawn):
        if plan.drawn not in asked:
            asked[plan.drawn] = _count(plan.drawn, round_)
        found[plan.key] = asked[plan.drawn]
    return found


def _last_counted(round_: ReportRound) -> date:
    """Say up to which day figures are drawn: while a period runs, up to the last month that is over.

    Who looks every day would learn from the difference what happened to whom today.
    """
    today = clock.today()
    return round_.ends if round_.ends < today else today.replace(day=1) - timedelta(days=1)


def _count(key: str, round_: ReportRound) -> dict[str | None, Drawn]:
    source, last = sources.find(key), _last_counted(round_)
    if source is None or last < round_.starts:
        return {}
    if source.by_region is not None:
        counted = source.by_region(round_.starts, last)
    else:
        counted = {None: source.count(round_.starts, last, None)}
    return {
        region: Drawn(None if one.is_hidden else one.value, one.is_hidden, one.note)
        for region, one in counted.items()
    }
