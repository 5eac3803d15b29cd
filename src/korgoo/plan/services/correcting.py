"""A correction after acceptance is a new version of the report; the accepted one goes on to count."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.plan import policies, selectors
from korgoo.plan.enums import NoteKind, ReportState
from korgoo.plan.models import (
    Evidence,
    MeasureEntry,
    Report,
    ReportNote,
    SpentEntry,
    ValueEntry,
)

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def begin_correction(report_id: UUID, reason: str, *, actor: "Actor") -> Report:
    """Begin a new version of an accepted report, as a copy of it.

    Raises:
        NotFound: No such report, or not for this actor.
        Forbidden: It was not accepted, a newer version is there, or it is another's report.
    """
    old = selectors.get_report(report_id, actor=actor, lock=True)
    policies.may(actor, Permission.REPORT_WRITE).require()
    if actor.organisation_id != selectors.bearer_of(old):
        raise Forbidden(policies.NOT_YOURS)
    newest = selectors.is_newest(old)
    policies.correct(ReportState(old.state), is_newest=newest, reason=reason).require()
    new = _copy(old, reason.strip())
    ReportNote.objects.create(
        report=new,
        kind=NoteKind.CORRECTION,
        text=reason.strip(),
        at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
    )
    audit.record(Event.PLAN_REPORT_CORRECTED, actor=actor, target=new, detail=str(new.number))
    return new


def _copy(old: Report, reason: str) -> Report:
    try:
        with transaction.atomic():
            new = Report.objects.create(
                round=old.round,
                organisation=old.organisation,
                region=old.region,
                number=old.number + 1,
                state=ReportState.DRAFT,
                reason=reason,
                changed_at=clock.now(),
                is_late=old.is_late,
                first_sent_at=old.first_sent_at,
            )
    except IntegrityError as error:
        raise DomainError(_("A colleague has begun a correction. Go on with that one.")) from error
    for entry in old.entries.prefetch_related("values", "spent", "evidence"):
        _copy_entry(entry, new)
    return new


def _copy_entry(entry: MeasureEntry, new: Report) -> None:
    values, spent, evidence = (
        list(entry.values.all()),
        list(entry.spent.all()),
        list(entry.evidence.all()),
    )
    entry.pk, entry.report = None, new
    entry.save(force_insert=True)
    for value in values:
        value.pk, value.entry = None, entry
    for sum_ in spent:
        sum_.pk, sum_.entry = None, entry
    for paper in evidence:
        paper.pk, paper.entry = uuid4(), entry
    ValueEntry.objects.bulk_create(values)
    SpentEntry.objects.bulk_create(spent)
    Evidence.objects.bulk_create(evidence)
