from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.countrypack import api as packs
from korgoo.lib import clock, codes
from korgoo.lib.errors import DomainError, NotFound
from korgoo.referral import clocks, policies, selectors
from korgoo.referral.enums import LIVE, RETURNED, ReferralState, Urgency
from korgoo.referral.errors import NoConsent
from korgoo.referral.models import Referral
from korgoo.referral.services.moves import move, take, trace

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of whom. Codes only."""

    receiver_id: int
    kind: str
    urgency: str
    needs: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    needs_interpreter: bool = False
    needs_transport: bool = False
    people: int = 1


@transaction.atomic
def draft(case_id: UUID, request: Request, *, actor: "Actor") -> Referral:
    """Write a referral that is not sent yet.

    Raises:
        NotFound: Not an own case, or no such organisation.
        DomainError: The organisation does not give this kind of help, or is the actor's own.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.REFERRAL_SEND)
    _check_receiver(request, actor)
    referral = Referral(
        case_id=case_id,
        sender_id=actor.organisation_id,
        created_at=clock.now(),
        created_by_id=actor.user_id,
    )
    _fill(referral, request)
    referral.save(force_insert=True)
    trace(referral, Event.REFERRAL_DRAFTED, actor=actor, detail=referral.kind)
    return referral


@transaction.atomic
def send(referral_id: UUID, *, actor: "Actor") -> tuple[Referral, str]:
    """Send a referral: the receiver gets the codes, and opens what the person agreed to.

    Returns:
        The referral, and the code with which the person can later say whether help came. It is
        shown once and kept only as a hash.

    Raises:
        NotFound: Not an own draft.
        NoConsent: The person has not agreed that this organisation is asked.
        Forbidden: It was sent before.
    """
    referral = take(
        referral_id, actor=actor, permission=Permission.REFERRAL_SEND, to=ReferralState.SENT
    )
    agreed = casework.scopes_in_force(referral.case_id, recipient_id=referral.receiver_id)
    verdict = policies.refer(agreed)
    if not verdict:
        raise NoConsent(verdict.reason)
    code = codes.new_code()
    referral.confirmation_hash = make_password(code)
    referral.expires_at = _expiry(referral)
    casework.add_party(referral.case_id, organisation_id=referral.receiver_id, actor=actor)
    clocks.start(referral, clocks.RECEIPT, responsible_id=referral.receiver_id, actor=actor)
    clocks.start(referral, clocks.ANSWER, responsible_id=referral.receiver_id, actor=actor)
    move(
        referral,
        ReferralState.SENT,
        Event.REFERRAL_SENT,
        actor=actor,
        stamp="sent_at",
        detail=referral.kind,
    )
    return referral, code


@transaction.atomic
def renew_confirmation_code(referral_id: UUID, *, actor: "Actor") -> tuple[Referral, str]:
    """Make a new code for the person's answer; the old one stops to work.

    Raises:
        NotFound: Not an own referral.
        DomainError: It was not sent, or is over.
    """
    referral = selectors.get_referral(
        referral_id, actor=actor, permission=Permission.REFERRAL_SEND, lock=True
    )
    if not referral.confirmation_hash or referral.closed_at:
        raise DomainError(_("Only a referral that was sent and is not closed has a code."))
    code = codes.new_code()
    referral.confirmation_hash = make_password(code)
    referral.wrong_codes = 0
    referral.save(update_fields=["confirmation_hash", "wrong_codes"])
    trace(referral, Event.REFERRAL_LETTER_MADE, actor=actor, detail="code")
    return referral, code


@transaction.atomic
def give_information(referral_id: UUID, *, actor: "Actor") -> Referral:
    """Say that the receiver's question was answered; the answer clock runs anew.

    Raises:
        NotFound: Not an own referral.
        Forbidden: Nothing was asked.
    """
    referral = take(
        referral_id, actor=actor, permission=Permission.REFERRAL_SEND, to=ReferralState.RECEIVED
    )
    if referral.state != ReferralState.NEEDS_INFORMATION:
        raise NotFound(_("Nothing was asked about this referral."))
    referral.questions = []
    clocks.start(referral, clocks.ANSWER, responsible_id=referral.receiver_id, actor=actor)
    move(referral, ReferralState.RECEIVED, Event.REFERRAL_INFORMATION_GIVEN, actor=actor)
    return referral


@transaction.atomic
def withdraw(referral_id: UUID, *, actor: "Actor") -> Referral:
    """Take a referral back; what the receiver could open is closed at once.

    Raises:
        NotFound: Not an own referral.
        Forbidden: Help was reported, or it is over.
    """
    referral = take(
        referral_id, actor=actor, permission=Permission.REFERRAL_SEND, to=ReferralState.WITHDRAWN
    )
    close(referral, ReferralState.WITHDRAWN, Event.REFERRAL_WITHDRAWN, actor=actor)
    return referral


@transaction.atomic
def note_return(referral_id: UUID, *, actor: "Actor") -> Referral:
    """Take note of a referral that came back, so that it leaves the list of what waits.

    Parts that were shared with the receiver get a new key now, in the owner's session.

    Raises:
        NotFound: Not an own referral that came back.
    """
    referral = selectors.get_referral(
        referral_id, actor=actor, permission=Permission.REFERRAL_SEND, lock=True
    )
    if referral.state not in RETURNED:
        raise NotFound(_("This referral has not come back."))
    casework.rekey(referral.case_id, actor=actor)
    referral.noted_at = clock.now()
    referral.save(update_fields=["noted_at"])
    trace(referral, Event.REFERRAL_WITHDRAWN, actor=actor, detail="noted")
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
        if not _has_another_live(referral):
            casework.end_party(referral.case_id, organisation_id=referral.receiver_id, actor=actor)
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


def _expiry(referral: Referral) -> datetime | None:
    lives = packs.current().clocks[clocks.EXPIRY].by_urgency or {}
    life = lives.get(Urgency(referral.urgency).value)
    return clock.now() + life if life else None


def _has_another_live(referral: Referral) -> bool:
    return (
        Referral.objects.filter(
            case_id=referral.case_id, receiver_id=referral.receiver_id, state__in=LIVE
        )
        .exclude(pk=referral.pk)
        .exists()
    )


def _check_receiver(request: Request, actor: "Actor") -> None:
    kinds = {kind.key: kind for kind in packs.current().referral_types}
    if request.kind not in kinds:
        raise NotFound(_("There is no such kind of help."))
    offered = access.offer(kinds[request.kind].needs_mandate, actor=actor)
    if request.receiver_id not in {card.id for card in offered}:
        raise DomainError(_("This organisation does not give this kind of help. Choose another."))


def _fill(referral: Referral, request: Request) -> None:
    referral.receiver_id = request.receiver_id
    referral.kind = request.kind
    referral.urgency = request.urgency
    referral.needs = list(request.needs)
    referral.cautions = list(request.cautions)
    referral.needs_interpreter = request.needs_interpreter
    referral.needs_transport = request.needs_transport
    referral.people = request.people
