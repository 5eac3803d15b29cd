"""What nobody could offer, noted once for each person, kind and month."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.directory.models import Gap
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class GapFacts:
    """What was looked for in vain. Codes only: no text of a case ever comes here."""

    case_id: UUID
    organisation_id: int
    kind: str
    group: str
    region: str
    urgency: str
    reason: str
    people: int = 1


@transaction.atomic
def record_gap(facts: GapFacts, *, actor: "Actor | None") -> bool:
    """Note a gap. The caller has made sure that the actor may act on the case.

    Args:
        facts: Of the owner's case.
        actor: Who looked; None when the platform found that everybody declined.

    Returns:
        False when it was noted this month before: a person counts once.
    """
    row, is_new = Gap.objects.get_or_create(
        case_id=facts.case_id,
        kind=facts.kind,
        month=clock.today().replace(day=1),
        defaults={
            "organisation_id": facts.organisation_id,
            "group": facts.group,
            "region": facts.region,
            "urgency": facts.urgency,
            "reason": facts.reason,
            "people": facts.people,
            "at": clock.now(),
        },
    )
    if is_new:
        audit.record(Event.GAP_RECORDED, actor=actor, target=row, detail=facts.kind)
    return is_new


def record_export(kind: str, year: int, *, actor: "Actor") -> None:
    """Leave a trace of counts that were taken away as a file."""
    audit.record(Event.GAPS_EXPORTED, actor=actor, target="directory.Gap", detail=f"{kind} {year}")
