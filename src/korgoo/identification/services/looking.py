from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, trail
from korgoo.access.enums import Event, Permission, Relation
from korgoo.identification import policies, selectors
from korgoo.identification.editions import NAMED_BY_DIGEST
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.identification.models import Screening


@transaction.atomic
def look_at(screening_id: UUID, *, actor: "Actor") -> "Screening":
    """Fetch a card for its reading. Who looks from outside the organisation leaves an audit row.

    Raises:
        NotFound: No such card, or none they may read.
    """
    screening = _found(screening_id, actor)
    if outside := _outside(screening, actor):
        audit.record(Event.SCREENING_VIEWED, actor=actor, target=screening, detail=outside)
    return screening


@transaction.atomic
def print_reading(screening_id: UUID, *, actor: "Actor") -> "Screening":
    """Fetch a card to print its reading. Leaves an audit row.

    Raises:
        NotFound: No such card, none they may read, or one without a reading.
    """
    screening = _read(screening_id, actor)
    detail = _outside(screening, actor)
    audit.record(Event.SCREENING_PRINTED, actor=actor, target=screening, detail=detail)
    return screening


@transaction.atomic
def look_again(screening_id: UUID, *, edition: str, actor: "Actor") -> "Screening":
    """Fetch a card to read it under another edition. Leaves an audit row; changes nothing.

    Args:
        screening_id: The card.
        edition: The beginning of the digest of the other edition; empty while none is chosen.
        actor: Who reads.

    Raises:
        NotFound: No such card, none they may read, or one without a reading.
    """
    screening = _read(screening_id, actor)
    detail = f"{_outside(screening, actor)} {edition[:NAMED_BY_DIGEST]}".strip()
    audit.record(Event.SCREENING_REREAD, actor=actor, target=screening, detail=detail)
    return screening


def _outside(screening: "Screening", actor: "Actor") -> str:
    """Say whose card somebody of another organisation looked at, so that its owner sees the row."""
    if selectors.relation(screening, actor=actor) is Relation.OWNER:
        return ""
    return trail.of_owner(screening.organisation_id)


def _read(screening_id: UUID, actor: "Actor") -> "Screening":
    screening = _found(screening_id, actor)
    if not policies.show_reading(screening):
        raise NotFound(_("This card has no reading yet."))
    return screening


def _found(screening_id: UUID, actor: "Actor") -> "Screening":
    return selectors.get_screening(screening_id, actor=actor, permission=Permission.SCREENING_VIEW)
