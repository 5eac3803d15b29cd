"""Rounds of reports: opened once for each period, with a report for each who must send one."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.plan import periods, policies, selectors, turns
from korgoo.plan.enums import Part, ReportState
from korgoo.plan.models import MeasureEntry, Programme, Report, ReportRound
from korgoo.plan.periods import Frame

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.plan.models import PlanVersion

NO_VERSION = _("No version of the plan is in force at the end of this period.")


@transaction.atomic
def open_round(code: str, key: str, *, actor: "Actor | None") -> ReportRound:
    """Open a round of reports, once; opened again it stays as it is.

    Args:
        code: Of the plan.
        key: Of the period, such as "2026-h1".
        actor: Who opens it; None for the platform.

    Raises:
        NotFound: No such plan or period.
        Forbidden: The actor does not keep the plan, or it is too early.
        DomainError: No version is in force at the end of the period.
    """
    programme = selectors.get_programme(code, actor=actor, lock=True)
    policies.keep(actor, selectors.keeper_of(programme)).require()
    frame = periods.find(key, programme.first_day, programme.last_day)
    if frame is None:
        raise NotFound(_("This plan has no such period."))
    known = programme.rounds.filter(key=key).first()
    if known is not None:
        return known
    policies.open_round(frame.ends, clock.today()).require()
    version = selectors.version_on(programme, frame.ends)
    if version is None:
        raise DomainError(NO_VERSION)
    row = _open(programme, version, frame, actor)
    audit.record(Event.PLAN_ROUND_BEGUN, actor=actor, target=row, detail=f"{code} {key}")
    return row


def open_due() -> int:
    """Open the rounds of all periods that have ended, of plans that are in force.

    Returns:
        How many were opened.
    """
    today, opened = clock.today(), 0
    for programme in Programme.objects.filter(first_day__lte=today):
        known = set(programme.rounds.values_list("key", flat=True))
        for frame in periods.frames(programme.first_day, programme.last_day):
            if frame.ends < today and frame.key not in known and _is_recent(programme, frame):
                open_round(programme.code, frame.key, actor=None)
                opened += 1
    return opened


def _is_recent(programme: Programme, frame: Frame) -> bool:
    """Tell whether a period is to be reported on: a plan that is entered late asks nobody for old years.

    The keeper can open an older one by hand.
    """
    version = selectors.version_on(programme, frame.ends)
    if version is None or version.adopted_at is None:
        return False
    return version.adopted_at < periods.end_of(frame.due_on)


def _open(
    programme: Programme, version: "PlanVersion", frame: Frame, actor: "Actor | None"
) -> ReportRound:
    round_ = ReportRound.objects.create(
        programme=programme,
        version=version,
        key=frame.key,
        starts=frame.starts,
        ends=frame.ends,
        due_on=frame.due_on,
        opened_at=clock.now(),
        opened_by_id=actor.user_id if actor else None,
    )
    found = _turns(version, frame)
    reports = {
        turn: Report(
            round=round_,
            organisation_id=turn[0],
            region=turn[1],
            state=ReportState.DRAFT,
            changed_at=clock.now(),
        )
        for turn in found
    }
    Report.objects.bulk_create(reports.values())
    MeasureEntry.objects.bulk_create(
        MeasureEntry(report=reports[turn], measure_id=measure, part=part)
        for turn, measures in found.items()
        for measure, part in measures.items()
    )
    return round_


def _turns(version: "PlanVersion", frame: Frame) -> dict[turns.Turn, dict[int, Part]]:
    """Say who reports: whoever bears it when the period is over."""
    line = access.lineage()
    duties = [
        turns.Duty(
            row.pk,
            tuple((one.organisation_id, Part(one.part)) for one in row.bodies.all()),
            tuple(row.regions),
        )
        for row in selectors.measures_of(version)
        if row.starts_on is None or row.starts_on <= frame.ends
    ]
    reporters = dict(version.reporters.values_list("region", "organisation_id"))
    day = max(frame.ends, clock.today()) if clock.today() <= frame.due_on else frame.due_on
    return turns.turns(duties, reporters, lambda one: line.bearer(one, day))
