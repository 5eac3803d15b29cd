"""What the receiver answers: its own step, or what it told the sender by phone or on paper."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from korgoo.access.enums import Event
from korgoo.casework.enums import RECORDED_BY_SENDER
from korgoo.lib import clock
from korgoo.referral import clocks, selectors
from korgoo.referral.enums import (
    DeclineReason,
    Deed,
    Question,
    ReferralState,
)
from korgoo.referral.services import gaps
from korgoo.referral.services.closing import close
from korgoo.referral.services.moves import move, take

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.referral.models import Referral


@transaction.atomic
def acknowledge(referral_id: UUID, *, actor: "Actor") -> "Referral":
    """Say that a referral has arrived and somebody looks at it; the answer's clock runs on.

    Raises:
        NotFound: Neither received by the actor's organisation, nor sent by it on paper.
        Forbidden: It was acknowledged before, or taken back.
    """
    referral = _take(referral_id, Deed.ACKNOWLEDGE, actor=actor)
    clocks.stop(referral, clocks.RECEIPT, actor=actor)
    move(
        referral,
        ReferralState.RECEIVED,
        Event.REFERRAL_RECEIVED,
        actor=actor,
        stamp="received_at",
        detail=_code(referral, actor),
    )
    return referral


@dataclass(frozen=True, slots=True)
class Arrived:
    """How many of the chosen referrals were acknowledged, and how many were left as they are."""

    done: int
    left: int


@transaction.atomic
def acknowledge_chosen(referral_ids: "Iterable[UUID]", *, actor: "Actor") -> Arrived:
    """Say of several referrals that they have arrived; each is a deed with its own trace.

    What cannot be acknowledged is left and counted. One that was taken back meanwhile, one of
    others and one that never was count alike, so that the number tells nothing of them.
    """
    chosen = set(referral_ids)
    # All are held before the first deed holds the trail: nobody else waits the other way round.
    waiting = selectors.hold_to_acknowledge(chosen, actor=actor)
    for referral in waiting:
        acknowledge(referral.pk, actor=actor)
    return Arrived(len(waiting), len(chosen) - len(waiting))


@transaction.atomic
def accept(referral_id: UUID, *, actor: "Actor") -> "Referral":
    """Promise help. The clock of the help itself starts: accepted is not served.

    Raises:
        NotFound: Neither received by the actor's organisation, nor sent by it on paper.
        Forbidden: Not acknowledged yet, or moved on.
    """
    referral = _take(referral_id, Deed.ACCEPT, actor=actor)
    clocks.stop(referral, clocks.RECEIPT, clocks.ANSWER, actor=actor)
    clocks.start(referral, clocks.SERVICE, responsible_id=referral.receiver_id, actor=actor)
    move(
        referral,
        ReferralState.ACCEPTED,
        Event.REFERRAL_ACCEPTED,
        actor=actor,
        stamp="answered_at",
        detail=_code(referral, actor),
    )
    return referral


@transaction.atomic
def decline(
    referral_id: UUID,
    reason: DeclineReason,
    *,
    alternative_id: int | None = None,
    actor: "Actor",
) -> "Referral":
    """Say no, with a reason and, where one is known, who could help instead.

    Raises:
        NotFound: Neither received by the actor's organisation, nor sent by it on paper.
        Forbidden: Not acknowledged yet, or moved on.
    """
    referral = _take(referral_id, Deed.DECLINE, actor=actor)
    referral.decline_reason = reason
    referral.alternative_id = alternative_id
    code = _code(referral, actor, reason)
    close(referral, ReferralState.DECLINED, Event.REFERRAL_DECLINED, actor=actor, detail=code)
    gaps.note_when_everybody_declined(referral)
    return referral


@transaction.atomic
def ask(referral_id: UUID, questions: frozenset[Question], *, actor: "Actor") -> "Referral":
    """Ask the sender; the receiver's clock stands still until the sender has answered.

    Raises:
        NotFound: Neither received by the actor's organisation, nor sent by it on paper.
        Forbidden: Not acknowledged yet, or moved on.
    """
    referral = _take(referral_id, Deed.ASK, actor=actor)
    referral.questions = sorted(questions)
    clocks.stop(referral, clocks.ANSWER, actor=actor)
    move(
        referral,
        ReferralState.NEEDS_INFORMATION,
        Event.REFERRAL_INFORMATION_ASKED,
        actor=actor,
        detail=_code(referral, actor, ",".join(referral.questions)),
    )
    return referral


@transaction.atomic
def start_service(referral_id: UUID, *, actor: "Actor") -> "Referral":
    """Say that help has begun. The clock of its report starts: begun is not given.

    Raises:
        NotFound: Neither received by the actor's organisation, nor sent by it on paper.
        Forbidden: Not accepted.
    """
    referral = _take(referral_id, Deed.START, actor=actor)
    clocks.stop(referral, clocks.SERVICE, actor=actor)
    clocks.start(referral, clocks.REPORT, responsible_id=referral.receiver_id, actor=actor)
    move(
        referral,
        ReferralState.IN_SERVICE,
        Event.REFERRAL_SERVICE_STARTED,
        actor=actor,
        stamp="service_from",
        detail=_code(referral, actor),
    )
    return referral


@transaction.atomic
def report_service(referral_id: UUID, *, actor: "Actor") -> "Referral":
    """Report that help was given. Only the person's word closes the referral.

    Raises:
        NotFound: Neither received by the actor's organisation, nor sent by it on paper.
        Forbidden: Help had not begun.
    """
    referral = _take(referral_id, Deed.REPORT, actor=actor)
    clocks.stop(referral, clocks.REPORT, actor=actor)
    clocks.start(referral, clocks.CONFIRMATION, responsible_id=referral.sender_id, actor=actor)
    move(
        referral,
        ReferralState.COMPLETED,
        Event.REFERRAL_COMPLETED,
        actor=actor,
        stamp="completed_at",
        detail=_code(referral, actor),
    )
    return referral


def _take(referral_id: UUID, deed: Deed, *, actor: "Actor") -> "Referral":
    """Take a referral for an answer; the receiver's own first one ends recording by the sender."""
    referral = take(referral_id, deed, actor=actor)
    if actor.organisation_id == referral.receiver_id and referral.answers_here_since is None:
        referral.answers_here_since = clock.now()
    return referral


def _code(referral: "Referral", actor: "Actor", detail: str = "") -> str:
    """Mark the trace of an answer that the sender recorded: it is not the receiver's own act."""
    if actor.organisation_id == referral.receiver_id:
        return detail
    return f"{RECORDED_BY_SENDER}:{detail}" if detail else RECORDED_BY_SENDER
