"""Decisions recorded by hand, and their correction. None is ever changed or deleted."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.agencies import policies, selectors
from korgoo.agencies.models import Decision
from korgoo.agencies.services.facts import DecisionFacts
from korgoo.agencies.services.register import hold_register, new_decision

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def record_decision(permit_id: UUID, facts: DecisionFacts, *, actor: "Actor") -> Decision:
    """Record what was decided on a permit. The same decision again adds nothing.

    Args:
        permit_id: Which permit.
        facts: What was decided, and where that stands.
        actor: Who records it.

    Raises:
        NotFound: No such permit, or not for this actor.
        Forbidden: The decision makes no sense by itself.
    """
    permit = selectors.get_permit(permit_id, actor=actor)
    policies.decide(facts.kind, facts.day, facts.until).require()
    hold_register()
    same = permit.decisions.filter(
        kind=facts.kind.value,
        day=facts.day,
        until=facts.until,
        number=facts.number,
        corrected_by__isnull=True,
    )
    earlier = same.first()
    if earlier is not None:
        return earlier
    row = new_decision(permit.pk, facts, actor=actor)
    row.save(force_insert=True)
    audit.record(Event.AGENCY_DECISION_RECORDED, actor=actor, target=row, detail=facts.kind)
    return row


@transaction.atomic
def correct_decision(
    decision_id: UUID, facts: DecisionFacts, ground: str, *, actor: "Actor"
) -> Decision:
    """Put a decision in the place of one that was recorded wrongly; both stay to be read.

    Args:
        decision_id: The wrong one.
        facts: What holds instead; kind ``ANNULLED`` when nothing does.
        ground: Why the entry was wrong.
        actor: Who corrects it.

    Raises:
        NotFound: No such decision, or not for this actor.
        Forbidden: It was corrected already, or the new one makes no sense.
    """
    wrong = selectors.get_decision(decision_id, actor=actor)
    hold_register()
    is_corrected = Decision.objects.filter(corrects=wrong).exists()
    policies.correct(is_corrected=is_corrected, ground=ground).require()
    policies.decide(facts.kind, facts.day, facts.until).require()
    row = new_decision(wrong.permit_id, facts, actor=actor)
    row.corrects, row.ground = wrong, ground.strip()
    row.save(force_insert=True)
    audit.record(Event.AGENCY_DECISION_CORRECTED, actor=actor, target=row, detail=facts.kind)
    return row
