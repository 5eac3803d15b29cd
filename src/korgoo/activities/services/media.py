"""What the media carried, and what was learned."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.activities import policies, selectors
from korgoo.activities.errors import Meanwhile
from korgoo.activities.models import Lesson, Placement
from korgoo.activities.services.activities import MEANWHILE
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """What is said of a publication. ``seconds``: air time; ``reach``: an estimate with its source."""

    channel: str
    outlet: str
    title: str
    day: date
    seconds: int | None = None
    reach: int | None = None
    reach_source: str = ""
    clicks: int | None = None
    cost: Decimal | None = None
    address: str = ""


@transaction.atomic
def record_placement(campaign_id: UUID, facts: PlacementFacts, *, actor: "Actor") -> Placement:
    """Record a publication.

    Raises:
        NotFound: The actor knows of no such campaign.
    """
    policies.may(actor, Permission.ACTIVITY_LOG).require()
    card = selectors.campaign_of(campaign_id, actor=actor)
    row = Placement.objects.create(
        campaign_id=card.id,
        organisation_id=actor.organisation_id,
        logged_at=clock.now(),
        logged_by_id=actor.user_id,
        **_plain(facts),
    )
    audit.record(Event.PLACEMENT_RECORDED, actor=actor, target=row)
    return row


@transaction.atomic
def change_placement(
    placement_id: UUID, facts: PlacementFacts, *, seen: int, actor: "Actor"
) -> Placement:
    """Put a publication right.

    Raises:
        NotFound: No such publication, or not for this actor to change.
        Meanwhile: Somebody else changed it since.
    """
    row = selectors.get_placement(placement_id, actor=actor)
    if row.changes != seen:
        raise Meanwhile(MEANWHILE)
    for name, value in _plain(facts).items():
        setattr(row, name, value)
    row.changes += 1
    row.save()
    audit.record(Event.PLACEMENT_CHANGED, actor=actor, target=row)
    return row


@transaction.atomic
def write_lesson(campaign_id: UUID, words: str, *, actor: "Actor") -> Lesson:
    """Write down what was learned, in the name of one's organisation.

    Raises:
        NotFound: The actor knows of no such campaign.
    """
    policies.may(actor, Permission.ACTIVITY_LOG).require()
    card = selectors.campaign_of(campaign_id, actor=actor)
    row = Lesson.objects.create(
        campaign_id=card.id,
        organisation_id=actor.organisation_id,
        words=words,
        written_at=clock.now(),
        written_by_id=actor.user_id,
    )
    audit.record(Event.LESSON_WRITTEN, actor=actor, target=row)
    return row


def _plain(facts: PlacementFacts) -> dict[str, object]:
    return {one.name: getattr(facts, one.name) for one in fields(facts)}
