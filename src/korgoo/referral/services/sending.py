from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.countrypack import api as packs
from korgoo.lib import clock, codes
from korgoo.lib.errors import DomainError, NotFound
from korgoo.referral import clocks, personal_code, policies
from korgoo.referral.enums import Deed, ReferralState
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
    children: int = 0


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
def revise(referral_id: UUID, request: Request, *, actor: "Actor") -> Referral:
    """Change what a draft asks for.

    Raises:
        NotFound: Not an own referral, or no such organisation.
        Forbidden: It was sent meanwhile.
        DomainError: The organisation does not give this kind of help, or is the actor's own.
    """
    referral = take(referral_id, Deed.SEND, actor=actor)
    _check_receiver(request, actor)
    _fill(referral, request)
    referral.save()
    trace(referral, Event.REFERRAL_DRAFTED, actor=actor, detail=referral.kind)
    return referral


@transaction.atomic
def send(referral_id: UUID, *, actor: "Actor") -> tuple[Referral, str]:
    """Send a referral: the receiver gets the codes, and opens what the person agreed to.

    To an organisation that has no key it goes on paper: the sender gives the letter, and records
    what they answer.

    Returns:
        The referral, and the code with which the person can later say whether help came. It is
        shown once and kept only as a hash.

    Raises:
        NotFound: Not an own draft.
        NoConsent: The person has not agreed that this organisation is asked.
        Forbidden: It was sent before, or the case is closed.
    """
    referral = take(referral_id, Deed.SEND, actor=actor)
    casework.hold_case(referral.case_id, actor=actor, permission=Permission.REFERRAL_SEND)
    agreed = casework.scopes_in_force(referral.case_id, recipient_id=referral.receiver_id)
    verdict = policies.refer(agreed)
    if not verdict:
        raise NoConsent(verdict.reason)
    code = codes.new_code()
    referral.confirmation_hash = personal_code.digest_of(referral, code)
    referral.expires_at = _expiry(referral)
    referral.is_on_paper = not access.card(referral.receiver_id).is_connected
    casework.add_party(referral.case_id, organisation_id=referral.receiver_id, actor=actor)
    clocks.start(referral, clocks.RECEIPT, responsible_id=referral.receiver_id, actor=actor)
    clocks.start(referral, clocks.ANSWER, responsible_id=referral.receiver_id, actor=actor)
    clocks.start_decision(referral, actor=actor)
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
        Forbidden: It was not sent, or is over.
    """
    referral = take(referral_id, Deed.CODE, actor=actor)
    code = codes.new_code()
    referral.confirmation_hash = personal_code.digest_of(referral, code)
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
    referral = take(referral_id, Deed.INFORM, actor=actor)
    referral.questions = []
    # The time that the sender needed to answer is not taken from the receiver's.
    referral.expires_at = _expiry(referral)
    clocks.start(referral, clocks.ANSWER, responsible_id=referral.receiver_id, actor=actor)
    move(referral, ReferralState.RECEIVED, Event.REFERRAL_INFORMATION_GIVEN, actor=actor)
    return referral


def _expiry(referral: Referral) -> datetime | None:
    lives = {
        str(u): life
        for u, life in (packs.current().clocks[clocks.EXPIRY].by_urgency or {}).items()
    }
    life = lives.get(referral.urgency)
    return clock.now() + life if life else None


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
    referral.children = request.children
