from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.plan import policies
from korgoo.plan.enums import ReportState
from korgoo.plan.models import MeasureEntry, Programme, Report, ReportRound
from korgoo.plan.selectors.programmes import keeper_of

if TYPE_CHECKING:
    from decimal import Decimal

    from korgoo.access.actor import Actor

NO_REPORT = _("We found no such report.")
NO_ROUND = _("We found no such period.")


def rounds(programme: Programme) -> list[ReportRound]:
    """List the rounds of a plan that were opened, the newest first."""
    return list(programme.rounds.select_related("version"))


def get_round(programme: Programme, key: str) -> ReportRound:
    """Fetch a round of a plan.

    Raises:
        NotFound: It was not opened.
    """
    found = programme.rounds.select_related("version").filter(key=key).first()
    if found is None:
        raise NotFound(NO_ROUND)
    return found


def bearers() -> "access.Lineage":
    """Read who followed whom."""
    return access.lineage()


def reports_of(round_: ReportRound) -> list[Report]:
    """Give one report for each who must report: the newest version."""
    newest: dict[tuple[int, str], Report] = {}
    for row in round_.reports.select_related("organisation").order_by(
        "number", "organisation_id", "region"
    ):
        newest[row.organisation_id, row.region] = row
    return list(newest.values())


def own_reports(*, actor: "Actor") -> list[Report]:
    """List the reports that the actor's organisation bears today, with those it took over; newest first."""
    line = access.lineage()
    known = {actor.organisation_id, *line.ancestors(actor.organisation_id)}
    today = clock.today()
    mine = {one for one in known if line.bearer(one, today) == actor.organisation_id}
    rows = Report.objects.filter(organisation_id__in=mine).select_related(
        "round__programme", "organisation"
    )
    newest: dict[tuple[int, int, str], Report] = {}
    for row in rows.order_by("number"):
        newest[row.round_id, row.organisation_id, row.region] = row
    return sorted(newest.values(), key=lambda row: (row.round.ends, row.region), reverse=True)


def get_report(report_id: UUID, *, actor: "Actor", lock: bool = False) -> Report:
    """Fetch a report: one's own, or one that was sent to the keeper of the plan.

    Raises:
        NotFound: No such report, or not for this actor.
    """
    if lock:
        Report.objects.select_for_update().filter(pk=report_id).first()
    rows = Report.objects.select_related("round__programme", "round__version", "organisation")
    found = rows.filter(pk=report_id).first()
    if found is None or not can_read(found, actor=actor):
        raise NotFound(NO_REPORT)
    return found


def can_read(report: Report, *, actor: "Actor") -> bool:
    """Tell whether somebody may read a report."""
    verdict = policies.read(
        actor,
        bearer_id=bearer_of(report),
        keeper_id=keeper_of(report.round.programme),
        was_sent=report.state != ReportState.DRAFT,
    )
    return bool(verdict)


def bearer_of(report: Report, day: date | None = None) -> int:
    """Say who bears today what the organisation of a report took up."""
    return access.lineage().bearer(report.organisation_id, day or clock.today())


def entries_of(report: Report) -> list[MeasureEntry]:
    """List the parts of a report in the order of the plan, with their answers."""
    rows = report.entries.select_related("measure__task").prefetch_related(
        "values", "spent", "evidence", "measure__indicators", "measure__lines"
    )
    return list(
        rows.order_by(
            "measure__task__place", "measure__task__code", "measure__place", "measure__code"
        )
    )


def get_entry(report: Report, code: str) -> MeasureEntry:
    """Fetch the part of a report that is about a measure.

    Raises:
        NotFound: This report does not ask about it.
    """
    found = next((one for one in entries_of(report) if one.measure.code == code), None)
    if found is None:
        raise NotFound(NO_REPORT)
    return found


def is_newest(report: Report) -> bool:
    """Tell whether no later version of a report was begun."""
    return not versions_of(report) or versions_of(report)[0].pk == report.pk


def versions_of(report: Report) -> list[Report]:
    """List the versions of a report, the newest first."""
    rows = Report.objects.filter(
        round_id=report.round_id, organisation_id=report.organisation_id, region=report.region
    )
    return list(rows.order_by("-number"))


@dataclass(frozen=True, slots=True)
class Before:
    """What was reported for the last period. ``answer`` empty: it was not reported."""

    period: str
    answer: str
    value: "Decimal | None"
    reason: str


def values_before(report: Report) -> dict[tuple[str, str, str], Before]:
    """Find what stood beside each question for the last period, whoever bore it then.

    Returns:
        By kind ("value" or "spent"), measure and code of the indicator or line.
    """
    line = access.lineage()
    bearer = line.bearer(report.organisation_id, clock.today())
    same = {report.organisation_id, bearer, *line.ancestors(bearer)}
    earlier = Report.objects.filter(
        round__programme_id=report.round.programme_id,
        round__ends__lt=report.round.starts,
        organisation_id__in=same,
        region=report.region,
    ).exclude(state=ReportState.DRAFT)
    last = earlier.select_related("round").order_by("-round__ends", "-number").first()
    return _answers(last) if last else {}


def _answers(report: Report) -> dict[tuple[str, str, str], Before]:
    found: dict[tuple[str, str, str], Before] = {}
    for entry in entries_of(report):
        told = {one.indicator_id: one for one in entry.values.all()}
        for indicator in entry.measure.indicators.all():
            one = told.get(indicator.pk)
            found["value", entry.measure.code, indicator.code] = Before(
                report.round.key,
                one.answer if one else "",
                one.value if one else None,
                one.reason if one else "",
            )
        paid = {one.line_id: one for one in entry.spent.all()}
        for budget in entry.measure.lines.all():
            sum_ = paid.get(budget.pk)
            found["spent", entry.measure.code, budget.code] = Before(
                report.round.key,
                sum_.answer if sum_ else "",
                sum_.amount if sum_ else None,
                sum_.reason if sum_ else "",
            )
    return found
