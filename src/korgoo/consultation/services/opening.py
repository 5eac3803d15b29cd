from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.consultation import policies, selectors, subjects
from korgoo.consultation.models import Consultation
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.lib.verdict import Verdict

EXTENDED = "extended"


@transaction.atomic
def open_consultation(
    kind: str, subject_id: UUID, *, open_until: date, actor: "Actor"
) -> Consultation:
    """Put a draft before every organisation, once.

    Args:
        kind: The kind of draft, as it was registered.
        subject_id: Which draft.
        open_until: The last day for comments, in the country; it counts until midnight.
        actor: Who opens it.

    Raises:
        Forbidden: The actor's role does not include it.
        NotFound: No such draft.
        DomainError: The day lies in the past or too far away, or it was opened before.
    """
    policies.may(actor, Permission.CONSULTATION_OPEN).require()
    subjects.subject(kind).name(subject_id)
    _need(policies.last_day(open_until, today=clock.today()))
    row, is_new = Consultation.objects.get_or_create(
        kind=kind,
        subject_id=subject_id,
        defaults={
            "opened_at": clock.now(),
            "opened_by_id": actor.user_id,
            "organisation_id": actor.organisation_id,
            "open_until": open_until,
        },
    )
    if not is_new:
        _need(policies.first(row))
    audit.record(Event.CONSULTATION_OPENED, actor=actor, target=row, detail=kind)
    return row


@transaction.atomic
def extend(consultation_id: UUID, *, open_until: date, actor: "Actor") -> Consultation:
    """Give organisations more time, also when the last day is over.

    Args:
        consultation_id: Which consultation.
        open_until: The new last day, later than before.
        actor: Who gives the time.

    Raises:
        NotFound: No such consultation.
        Forbidden: The actor's role does not include it, or adoption was proposed.
        DomainError: The day is not later than before, lies in the past or too far away.
    """
    row = selectors.get_consultation(consultation_id, actor=actor, lock=True)
    policies.extend(actor, selectors.standing_of(row)).require()
    _need(policies.last_day(open_until, today=clock.today(), before=row.open_until))
    row.open_until = open_until
    row.save(update_fields=["open_until"])
    audit.record(Event.CONSULTATION_OPENED, actor=actor, target=row, detail=EXTENDED)
    return row


def _need(verdict: "Verdict") -> None:
    if not verdict:
        raise DomainError(verdict.reason)
