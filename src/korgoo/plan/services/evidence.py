"""Papers, pictures and addresses that show what was done."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.lib.uploads import Paper
from korgoo.plan import policies, selectors
from korgoo.plan.enums import ReportState
from korgoo.plan.models import Evidence

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST = 10


@transaction.atomic
def add_evidence(
    report_id: UUID,
    code: str,
    title: str,
    *,
    paper: Paper | None = None,
    address: str = "",
    actor: "Actor",
) -> Evidence:
    """Add a paper or a web address to one measure of a report.

    Args:
        report_id: As in the address.
        code: Of the measure.
        title: What it is.
        paper: A file that was looked at and made anew.
        address: Where it lies, instead of a file.
        actor: Who adds it.

    Raises:
        NotFound: No such report or measure, or not for this actor.
        Forbidden: The report was sent.
        DomainError: There are ten already, or neither or both of file and address.
    """
    report = selectors.get_report(report_id, actor=actor, lock=True)
    policies.write(actor, selectors.bearer_of(report), ReportState(report.state)).require()
    entry = selectors.get_entry(report, code)
    if bool(paper) == bool(address):
        raise DomainError(_("Choose a file, or write a web address."))
    if entry.evidence.count() >= MOST:
        raise DomainError(_("A measure can have ten pieces of evidence. Take one out first."))
    row = Evidence.objects.create(
        entry=entry,
        title=title,
        address=address,
        media_type=paper.media_type if paper else "",
        data=paper.data if paper else None,
        added_at=clock.now(),
        added_by_id=actor.user_id,
    )
    audit.record(Event.PLAN_EVIDENCE_ADDED, actor=actor, target=row, detail=code[:60])
    return row


@transaction.atomic
def remove_evidence(evidence_id: UUID, *, actor: "Actor") -> Evidence:
    """Take a paper out of a report that can still be changed.

    Raises:
        NotFound: No such paper, or not for this actor.
        Forbidden: The report was sent.
    """
    row = selectors.get_evidence(evidence_id, actor=actor)
    report = selectors.get_report(row.entry.report_id, actor=actor, lock=True)
    policies.write(actor, selectors.bearer_of(report), ReportState(report.state)).require()
    audit.record(Event.PLAN_EVIDENCE_REMOVED, actor=actor, target=row)
    row.delete()
    return row
