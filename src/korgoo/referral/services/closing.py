"""How a referral ends without help, and what its sender does then."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.referral import clocks
from korgoo.referral.enums import LIVE, Deed, ReferralState
from korgoo.referral.models import Referral
from korgoo.referral.services.moves import move, take, trace

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def withdraw(referral_id: UUID, *, actor: "Actor") -> Referral:
    """Take a referral back; what the receiver could open is closed at once.

    Raises:
        NotFound: Not an own referral.
        Forbidden: Help was reported, or it is over.
    """
    referral = take(referral_id, Deed.WITHDRAW, actor=actor)
    # Who takes a referral back need not be told that it came back; the parts have new keys now.
    referral.noted_at = clock.now() if referral.sent_at else None
    close(referral, ReferralState.WITHDRAWN, Event.REFERRAL_WITHDRAWN, actor=actor)
    return referral


@transaction.atomic
def note_return(referral_id: UUID, *, actor: "Actor") -> Referral:
    """Take note of a referral that came back, so that it leaves the list of what waits.

    Parts that were shared with the receiver get a new key now, in the owner's session.

    Raises:
        NotFound: Not an own referral.
        Forbidden: It has not come back, or note was taken before.
    """
    referral = take(referral_id, Deed.NOTE, actor=actor)
    casework.rekey(referral.case_id, actor=actor)
    referral.noted_at = clock.now()
    referral.save(update_fields=["noted_at"])
    trace(referral, Event.REFERRAL_RETURN_NOTED, actor=actor)
    return referral


def expire_overdue() -> int:
    """Return referrals that nobody answered to their senders. Run by the sweep, as often as wanted.

    Returns:
        How many expired.
    """
    overdue = Referral.objects.overdue_for_receipt(clock.now()).values_list("pk", flat=True)
    return sum(_expire(pk) for pk in list(overdue))


def close(
    referral: Referral,
    state: ReferralState,
    event: Event,
    *,
    actor: "Actor | None",
    detail: str = "",
) -> None:
    """End a referral without help: the receiver's part in the case ends, and all its clocks."""
    was_sent = referral.sent_at is not None
    if was_sent:
        clocks.stop_all(referral, actor=actor)
        leave_case(referral, actor=actor)
    referral.answered_at = referral.answered_at or (clock.now() if was_sent else None)
    move(referral, state, event, actor=actor, stamp="closed_at", detail=detail)


@transaction.atomic
def _expire(pk: UUID) -> bool:
    referral = Referral.objects.select_for_update(of=("self",)).overdue_for_receipt(clock.now())
    row = referral.filter(pk=pk).first()
    if row is None:
        return False
    close(row, ReferralState.EXPIRED, Event.REFERRAL_EXPIRED, actor=None)
    return True


def leave_case(referral: Referral, *, actor: "Actor | None") -> None:
    """End the receiver's part in the case, unless another referral to it is under way."""
    others = Referral.objects.filter(
        case_id=referral.case_id, receiver_id=referral.receiver_id, state__in=LIVE
    )
    if not others.exclude(pk=referral.pk).exists():
        casework.end_party(referral.case_id, organisation_id=referral.receiver_id, actor=actor)
