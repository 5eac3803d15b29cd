"""One step of a decision: held, checked, its traces left."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.determination import selectors
from korgoo.determination.models import BodyMember, Proceeding
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MAKE = Permission.DETERMINATION_MAKE


def take(proceeding_id: UUID, *, actor: "Actor", permission: Permission = MAKE) -> Proceeding:
    """Hold a decision, and its case, for a deed.

    Raises:
        NotFound: None that the actor may know of, or not for this.
    """
    found = selectors.get_proceeding(proceeding_id, actor=actor, permission=permission)
    # The case first, then the decision: whoever comes second waits here, and nobody for each other.
    casework.hold_for_job(found.case_id)
    return selectors.get_proceeding(proceeding_id, actor=actor, permission=permission, lock=True)


def seat(proceeding: Proceeding, member_id: int) -> BodyMember:
    """Find one seat of a decision.

    Raises:
        NotFound: It is not of this decision.
    """
    row = proceeding.members.filter(pk=member_id).first()
    if row is None:
        raise NotFound(selectors.NO_SUCH)
    return row


def trace(
    event: Event, proceeding: Proceeding, *, actor: "Actor", detail: str = "", to_all: bool = False
) -> None:
    """Leave the traces of a step: on the timeline of body and owner, or of everybody in the case."""
    owner_id = None if to_all else proceeding.case.owner_id
    casework.leave_trace(event, proceeding.case_id, actor=actor, other_id=owner_id, detail=detail)


def quietly(event: Event, proceeding: Proceeding, *, actor: "Actor", detail: str = "") -> None:
    """Leave a step in the audit trail alone: how a body works inside is nobody else's to see."""
    audit.record(event, actor=actor, target=proceeding, detail=detail)
