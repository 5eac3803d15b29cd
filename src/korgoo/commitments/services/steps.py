"""What all deeds with a promise have in common: hold the row, keep the history, leave a trace."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.commitments import policies, selectors
from korgoo.commitments.enums import Deed
from korgoo.commitments.errors import CannotPromise, Meanwhile
from korgoo.commitments.models import Commitment, Step
from korgoo.lib import clock

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.commitments.standing import Standing
    from korgoo.lib.verdict import Verdict

EVENTS = {
    Deed.MADE: Event.COMMITMENT_MADE,
    Deed.CHANGED: Event.COMMITMENT_CHANGED,
    Deed.FULFILLED: Event.COMMITMENT_FULFILLED,
    Deed.CONFIRMED: Event.COMMITMENT_CONFIRMED,
    Deed.REOPENED: Event.COMMITMENT_REOPENED,
    Deed.WITHDRAWN: Event.COMMITMENT_WITHDRAWN,
    Deed.SHOWN: Event.COMMITMENT_SHOWN,
    Deed.HIDDEN: Event.COMMITMENT_HIDDEN,
}


def hold(commitment_id: UUID, *, seen: int | None, actor: "Actor") -> "Standing":
    """Lock a promise and read it as it is then.

    Args:
        commitment_id: Which promise.
        seen: Its ``version`` as the actor saw it; None asks for nothing.
        actor: Who acts.

    Raises:
        NotFound: None that the actor may know of.
        Meanwhile: Somebody else acted since.
    """
    row = selectors.get_commitment(commitment_id, actor=actor, lock=True)
    if seen is not None:
        verdict = policies.up_to_date(row.version, seen=seen)
        if not verdict:
            raise Meanwhile(verdict.reason)
    return selectors.standing_of(row, actor=actor)


def leave(
    row: Commitment,
    deed: Deed,
    *,
    actor: "Actor",
    reason: str = "",
    before: "dict[str, Any] | None" = None,
) -> None:
    """Save a promise with one more line of its history and of the audit trail."""
    row.changed_at = clock.now()
    row.version = row.steps.count() + 1
    row.save()
    Step.objects.create(
        commitment=row,
        number=row.version,
        deed=deed,
        at=row.changed_at,
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        reason=reason.strip(),
        before=before or {},
    )
    audit.record(EVENTS[deed], actor=actor, target=row)


def need(verdict: "Verdict") -> None:
    """Stop unless what was said holds together.

    Raises:
        CannotPromise: With the reason.
    """
    if not verdict:
        raise CannotPromise(verdict.reason)
