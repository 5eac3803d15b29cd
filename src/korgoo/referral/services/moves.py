"""One step of a referral: the state, its time, its trace."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.referral import policies, selectors
from korgoo.referral.enums import Deed, ReferralState

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.referral.models import Referral


def take(referral_id: UUID, deed: Deed, *, actor: "Actor") -> "Referral":
    """Lock a referral for a deed, and make sure that it is allowed.

    Raises:
        NotFound: None that the actor may know of.
        Forbidden: Not theirs to do, or the referral has moved on.
    """
    referral = selectors.get_for_deed(referral_id, deed, actor=actor, lock=True)
    policies.act(actor, referral, deed).require()
    return referral


def move(
    referral: "Referral",
    state: ReferralState,
    event: Event,
    *,
    actor: "Actor | None",
    stamp: str = "",
    detail: str = "",
) -> None:
    """Save the new state with its time, and leave the traces.

    Args:
        referral: Locked and checked.
        state: The new state.
        event: What was done.
        actor: Who did it; None for the person and for jobs.
        stamp: The field that takes the time of this step.
        detail: A code for the timeline.
    """
    referral.state = state
    if stamp:
        setattr(referral, stamp, clock.now())
    referral.save()
    trace(referral, event, actor=actor, detail=detail)


def trace(referral: "Referral", event: Event, *, actor: "Actor | None", detail: str = "") -> None:
    """Leave the traces of a step; the other organisation is the one that did not act.

    Of a question it is the one that was asked: the sender, also when it wrote the question down.
    """
    is_sender = actor is not None and actor.organisation_id == referral.sender_id
    is_question = event is Event.REFERRAL_INFORMATION_ASKED
    other = referral.receiver_id if is_sender and not is_question else referral.sender_id
    casework.leave_trace(event, referral.case_id, actor=actor, other_id=other, detail=detail)
