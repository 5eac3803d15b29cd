"""What other missions may ask of the plan. Plain data out, never a model."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from korgoo.access import api as access
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.plan import periods, regions, selectors, services
from korgoo.plan.enums import WRITABLE
from korgoo.plan.models import Report
from korgoo.plan.sources import Counted, Source, register_source

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# What is due until a day is over is due on that day.
A_MOMENT = timedelta(seconds=1)
__all__ = [
    "A_MOMENT",
    "Counted",
    "MeasureCard",
    "ProgrammeCard",
    "ReportDue",
    "Source",
    "measures",
    "open_due_rounds",
    "programmes",
    "register_source",
    "reports_to_write",
    "sweep",
    "things_due",
]


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report that an organisation owes.

    Args:
        key: The same for ever.
        organisation_id: Who must send it today: who bears it, when its organisation has ended.
        label: Key of the clock of the pack that names the duty; empty when it has none.
        period: The period in words, in the language of the page.
        started_at: When the period was over, or the round was opened.
    """

    key: str
    organisation_id: int
    due_at: datetime
    started_at: datetime
    label: str
    period: str
    region: str
    address: str


@dataclass(frozen=True, slots=True)
class ProgrammeCard:
    """A plan, as any member may know it."""

    code: str
    name: str
    years: tuple[int, int]
    address: str


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """A measure of the version in force today. ``code`` stays the same through all versions."""

    code: str
    name: str
    responsible: frozenset[int]
    address: str


def things_due(before: datetime) -> Iterator[ReportDue]:
    """Give the reports that were not sent yet and are due before a moment, the late ones too."""
    rows = Report.objects.filter(
        state__in=WRITABLE, number=1, round__due_on__lt=before
    ).select_related("round__programme")
    line, today, plan = access.lineage(), clock.today(), packs.current().plan
    for row in rows.order_by("pk"):
        due_at = periods.end_of(row.round.due_on)
        if due_at <= before:
            yield ReportDue(
                key=str(row.pk),
                organisation_id=line.bearer(row.organisation_id, today),
                due_at=due_at,
                started_at=max(row.round.opened_at, periods.end_of(row.round.ends)),
                label=plan.clock or "" if plan else "",
                period=periods.words(row.round.key),
                region=regions.name(row.region) if row.region else "",
                address=reverse("plan:report", args=[row.pk]),
            )


def reports_to_write(*, actor: "Actor") -> list[ReportDue]:
    """List what the actor's organisation still owes, what is due first on top."""
    plan = packs.current().plan
    found = [
        ReportDue(
            key=str(row.pk),
            organisation_id=actor.organisation_id,
            due_at=periods.end_of(row.round.due_on),
            started_at=row.round.opened_at,
            label=plan.clock or "" if plan else "",
            period=periods.words(row.round.key),
            region=regions.name(row.region) if row.region else "",
            address=reverse("plan:report", args=[row.pk]),
        )
        for row in selectors.own_reports(actor=actor)
        if row.is_writable
    ]
    return sorted(found, key=lambda one: one.due_at)


def open_due_rounds() -> int:
    """Open rounds of periods that have ended; tell how many."""
    return services.open_due()


def sweep() -> dict[str, int]:
    """Throw away files of plans that nobody took; tell how many of each went."""
    return services.sweep_files()


def programmes(*, actor: "Actor") -> list[ProgrammeCard]:
    """List the plans that have a version in force, the newest first.

    Raises:
        NotFound: The actor has no part in the platform.
    """
    found = []
    for row in selectors.programmes(actor=actor):
        version = selectors.version_on(row, clock.today()) or selectors.newest_adopted(row)
        if version is not None:
            address = reverse("plan:programme", args=[row.code])
            years = (row.first_day.year, row.last_day.year)
            found.append(ProgrammeCard(row.code, version.name, years, address))
    return found


def measures(code: str, *, actor: "Actor") -> list[MeasureCard]:
    """List the measures of a plan as they are in force today, in the order of the plan.

    Raises:
        NotFound: No such plan, or the actor has no part in the platform.
    """
    programme = selectors.get_programme(code, actor=actor)
    version = selectors.version_on(programme, clock.today())
    if version is None:
        return []
    return [
        MeasureCard(
            row.code,
            row.name,
            frozenset(
                one.organisation_id for one in row.bodies.all() if one.part == "responsible"
            ),
            reverse("plan:measure", args=[code, row.code]),
        )
        for row in selectors.measures_of(version)
    ]
