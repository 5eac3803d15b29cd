"""Reports: written part by part, sent, returned or accepted, corrected as a new version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.plan import policies, selectors
from korgoo.plan.enums import NoteKind, ReportState
from korgoo.plan.models import MeasureEntry, Report, ReportNote, SpentEntry, ValueEntry

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

SAVED_MEANWHILE = _(
    "A colleague saved this part while you were writing. What you typed is still here: "
    "compare it with what is saved now, and save again."
)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer to one question: a value, or a reason why there is nothing. Empty: not reported."""

    answer: str = ""
    value: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What is told of one measure: the work in words, values and sums by code."""

    answer: str = ""
    done: str = ""
    reason: str = ""
    values: Mapping[str, Told] = field(default_factory=dict)
    spent: Mapping[str, Told] = field(default_factory=dict)


@transaction.atomic
def save_entry(
    report_id: UUID,
    code: str,
    facts: EntryFacts,
    *,
    seen: datetime | None,
    actor: "Actor",
) -> MeasureEntry:
    """Save what a report says of one measure.

    Args:
        report_id: As in the address.
        code: Of the measure.
        facts: All that is told of it; what is not told becomes "not reported".
        seen: When the part was saved last, as the writer saw it; None: not yet.
        actor: Who writes.

    Raises:
        NotFound: No such report or part, or not for this actor.
        Forbidden: The report was sent.
        DomainError: A colleague saved the part in the meantime.
    """
    report = _hold(report_id, actor)
    policies.write(actor, selectors.bearer_of(report), ReportState(report.state)).require()
    entry = selectors.get_entry(report, code)
    if entry.saved_at != seen:
        raise DomainError(SAVED_MEANWHILE)
    entry.answer, entry.done, entry.reason = facts.answer, facts.done, facts.reason
    entry.saved_at, entry.saved_by_id = clock.now(), actor.user_id
    entry.save()
    _write_values(entry, facts.values)
    _write_spent(entry, facts.spent)
    _touch(report)
    audit.record(Event.PLAN_REPORT_SAVED, actor=actor, target=report, detail=code[:60])
    return entry


def _write_values(entry: MeasureEntry, told: Mapping[str, Told]) -> None:
    entry.values.all().delete()
    rows = {row.code: row for row in entry.measure.indicators.all() if not row.source}
    ValueEntry.objects.bulk_create(
        ValueEntry(
            entry=entry,
            indicator=rows[code],
            answer=one.answer,
            value=one.value,
            reason=one.reason,
        )
        for code, one in told.items()
        if one.answer and code in rows
    )


def _write_spent(entry: MeasureEntry, told: Mapping[str, Told]) -> None:
    entry.spent.all().delete()
    rows = {row.code: row for row in entry.measure.lines.all()}
    SpentEntry.objects.bulk_create(
        SpentEntry(
            entry=entry, line=rows[code], answer=one.answer, amount=one.value, reason=one.reason
        )
        for code, one in told.items()
        if one.answer and code in rows
    )


@transaction.atomic
def send(report_id: UUID, *, actor: "Actor") -> Report:
    """Send a report to who keeps the plan. After the due day it is marked as late, and taken all the same.

    Raises:
        NotFound: No such report, or not for this actor.
        Forbidden: It was sent already, or nothing is written in it.
    """
    report = _hold(report_id, actor)
    policies.write(actor, selectors.bearer_of(report), ReportState(report.state)).require()
    policies.move(ReportState(report.state), ReportState.SENT).require()
    policies.send(has_answers=report.entries.filter(saved_at__isnull=False).exists()).require()
    if report.first_sent_at is None:
        report.first_sent_at = clock.now()
        report.is_late = report.is_late or clock.today() > report.round.due_on
    report.state, report.sent_at, report.sent_by_id = (
        ReportState.SENT,
        clock.now(),
        actor.user_id,
    )
    _touch(report)
    audit.record(Event.PLAN_REPORT_SENT, actor=actor, target=report, detail=_late(report))
    return report


@transaction.atomic
def give_back(report_id: UUID, text: str, *, actor: "Actor") -> Report:
    """Return a report with a comment, so that it can be changed.

    Raises:
        NotFound: No such report, or not for this actor.
        Forbidden: The actor does not keep the plan, or the report is not waiting.
        DomainError: No comment was written.
    """
    report = _judged(report_id, ReportState.RETURNED, actor)
    if not text.strip():
        raise DomainError(_("Write what has to be changed."))
    report.state = ReportState.RETURNED
    _touch(report)
    _note(report, NoteKind.RETURN, text, actor)
    audit.record(Event.PLAN_REPORT_RETURNED, actor=actor, target=report)
    return report


@transaction.atomic
def accept(report_id: UUID, *, actor: "Actor") -> Report:
    """Accept a report. From then on it never changes.

    Raises:
        NotFound: No such report, or not for this actor.
        Forbidden: The actor does not keep the plan, or the report is not waiting.
    """
    report = _judged(report_id, ReportState.ACCEPTED, actor)
    report.state, report.accepted_at = ReportState.ACCEPTED, clock.now()
    report.accepted_by_id = actor.user_id
    _touch(report)
    audit.record(Event.PLAN_REPORT_ACCEPTED, actor=actor, target=report)
    return report


@transaction.atomic
def comment(report_id: UUID, text: str, *, code: str = "", actor: "Actor") -> ReportNote:
    """Write a comment beside a report, or beside one measure of it. Both sides can.

    Raises:
        NotFound: No such report or measure, or not for this actor.
        DomainError: Nothing was written.
    """
    report = _hold(report_id, actor)
    if not text.strip():
        raise DomainError(_("Write something."))
    measure = selectors.get_entry(report, code).measure if code else None
    note = _note(report, NoteKind.COMMENT, text, actor, measure_id=measure.pk if measure else None)
    audit.record(Event.PLAN_REPORT_COMMENTED, actor=actor, target=report, detail=code[:60])
    return note


def _hold(report_id: UUID, actor: "Actor") -> Report:
    return selectors.get_report(report_id, actor=actor, lock=True)


def _judged(report_id: UUID, after: ReportState, actor: "Actor") -> Report:
    report = _hold(report_id, actor)
    policies.judge(actor, selectors.keeper_of(report.round.programme)).require()
    policies.move(ReportState(report.state), after).require()
    return report


def _touch(report: Report) -> None:
    report.changed_at = clock.now()
    report.save()


def _late(report: Report) -> str:
    return "late" if report.is_late else "in time"


def _note(
    report: Report,
    kind: NoteKind,
    text: str,
    actor: "Actor",
    *,
    measure_id: int | None = None,
) -> ReportNote:
    return ReportNote.objects.create(
        report=report,
        measure_id=measure_id,
        kind=kind,
        text=text.strip(),
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
