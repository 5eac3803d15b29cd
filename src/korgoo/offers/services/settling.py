"""A member of the receiving organisation says what became of a report."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.offers import policies, sealed, selectors
from korgoo.offers.enums import ReportState
from korgoo.offers.models import OfferReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor


@transaction.atomic
def settle(
    report_id: UUID, state: ReportState, *, seen: ReportState, note: str = "", actor: "Actor"
) -> OfferReport:
    """Say what became of a report; a later word replaces an earlier one.

    Args:
        report_id: Its number.
        state: One of ``SETTLED``.
        seen: The state that stood on the actor's page.
        note: To whom it was passed on, what was done: sealed to the own organisation.
        actor: Who says it.

    Raises:
        NotFound: Not sealed to the actor's organisation.
        Forbidden: A colleague was quicker.
    """
    row = selectors.get_report(report_id, actor=actor, to_change=True)
    policies.settle(ReportState(row.state), seen=seen).require()
    row.state = state
    if note.strip():
        row.note_key_id, row.note = sealed.seal_note(note.strip(), record=row.pk, actor=actor)
    row.save(update_fields=["state", "note_key_id", "note"])
    audit.record(Event.OFFER_REPORT_SETTLED, actor=actor, target=row, detail=state)
    return row


@transaction.atomic
def mark_seen(report_ids: "Iterable[UUID]", *, actor: "Actor") -> int:
    """Take new reports off the list of what waits; those of others and those settled stay.

    Returns:
        How many were new.
    """
    rows = selectors.new_among(report_ids, actor=actor)
    OfferReport.objects.filter(pk__in=[row.pk for row in rows]).update(state=ReportState.SEEN)
    targets = [audit.label(row) for row in rows]
    audit.record_many(Event.OFFER_REPORT_SEEN, actor=actor, targets=targets)
    return len(rows)
