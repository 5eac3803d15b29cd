from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access import audit
from korgoo.access.enums import Event, Permission, Relation
from korgoo.identification import selectors

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.identification.models import Screening


@transaction.atomic
def look_at(screening_id: UUID, *, actor: "Actor") -> "Screening":
    """Fetch a card for its reading. Who looks from outside the organisation leaves an audit row.

    Raises:
        NotFound: No such card, or none they may read.
    """
    return _looked(screening_id, Event.SCREENING_VIEWED, actor, only_outside=True)


@transaction.atomic
def print_reading(screening_id: UUID, *, actor: "Actor") -> "Screening":
    """Fetch a card to print its reading. Leaves an audit row.

    Raises:
        NotFound: No such card, or none they may read.
    """
    return _looked(screening_id, Event.SCREENING_PRINTED, actor)


@transaction.atomic
def look_again(screening_id: UUID, *, edition: str, actor: "Actor") -> "Screening":
    """Fetch a card to read it under another edition. Leaves an audit row; changes nothing.

    Args:
        screening_id: The card.
        edition: The beginning of the digest of the other edition, or of a draft.
        actor: Who reads.

    Raises:
        NotFound: No such card, or none they may read.
    """
    return _looked(screening_id, Event.SCREENING_REREAD, actor, detail=edition[:8])


def _looked(
    screening_id: UUID,
    event: Event,
    actor: "Actor",
    *,
    detail: str = "",
    only_outside: bool = False,
) -> "Screening":
    screening = selectors.get_screening(
        screening_id, actor=actor, permission=Permission.SCREENING_VIEW
    )
    is_own = selectors.relation(screening, actor=actor) is Relation.OWNER
    if not (only_outside and is_own):
        audit.record(event, actor=actor, target=screening, detail=detail)
    return screening
