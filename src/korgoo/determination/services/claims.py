"""Compensation: claimed, decided, received. It moves neither status by itself."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.determination import policies, selectors
from korgoo.determination.enums import ClaimResult
from korgoo.determination.models import Claim, ClaimPayment
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

RECORD = Permission.CLAIM_RECORD


@dataclass(frozen=True, slots=True)
class NewClaim:
    """What is claimed, where, since when. ``amount`` in the currency given, above nothing."""

    basis: str
    forum: str
    currency: str
    amount: Decimal
    filed_on: date


@transaction.atomic
def file_claim(case_id: UUID, new: NewClaim, *, actor: "Actor") -> Claim:
    """Record a claim for compensation in an own case.

    Raises:
        NotFound: Not an own case.
    """
    casework.status_card(case_id, actor=actor, permission=RECORD)
    row = Claim.objects.create(
        case_id=case_id,
        basis=new.basis,
        forum=new.forum,
        currency=new.currency,
        claimed=new.amount,
        filed_on=new.filed_on,
        recorded_at=clock.now(),
        recorded_by_id=actor.user_id,
    )
    _trace(Event.CLAIM_FILED, row, actor, detail=new.basis)
    return row


@transaction.atomic
def decide_claim(
    claim_id: UUID,
    result: ClaimResult,
    *,
    decided_on: date,
    awarded: Decimal | None,
    actor: "Actor",
) -> Claim:
    """Record how a claim ended; a later instance may end it differently.

    Args:
        claim_id: A claim in an own case.
        result: How it ended.
        decided_on: The day of that decision.
        awarded: The amount, in the currency of the claim; None when nothing is awarded.
        actor: Who records it.

    Raises:
        NotFound: Not of an own case.
        DomainError: Result and amount do not fit, or it was decided before it was filed.
    """
    row = selectors.get_claim(claim_id, actor=actor, lock=True)
    verdict = policies.decide_claim(result, row.claimed, awarded)
    if not verdict:
        raise DomainError(verdict.reason)
    if decided_on < row.filed_on:
        raise DomainError(_("This day lies before the claim was filed."))
    row.result, row.decided_on, row.awarded = result, decided_on, awarded
    row.save()
    _trace(Event.CLAIM_CHANGED, row, actor, detail=result)
    return row


@transaction.atomic
def pay_claim(claim_id: UUID, *, amount: Decimal, received_on: date, actor: "Actor") -> Claim:
    """Record money that the person received on a claim, also before or beyond an award.

    Raises:
        NotFound: Not of an own case.
        DomainError: It was received before the claim was filed.
    """
    row = selectors.get_claim(claim_id, actor=actor, lock=True)
    if received_on < row.filed_on:
        raise DomainError(_("This day lies before the claim was filed."))
    ClaimPayment.objects.create(
        claim=row,
        amount=amount,
        received_on=received_on,
        recorded_at=clock.now(),
        recorded_by_id=actor.user_id,
    )
    _trace(Event.CLAIM_PAID, row, actor, detail=row.basis)
    return row


def _trace(event: Event, row: Claim, actor: "Actor", *, detail: str) -> None:
    owner_id = row.case.owner_id
    casework.leave_trace(event, row.case_id, actor=actor, other_id=owner_id, detail=detail)
