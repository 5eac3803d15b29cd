"""What a partner answers: by a sealed file, checked whole before anything is taken, or by phone."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import keyring
from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.safe_return import envelopes, selectors
from korgoo.safe_return.enums import Deed, Ground, How, PartnerAnswer, PlanState
from korgoo.safe_return.models import Package, PackageAnswer, ReturnPlan
from korgoo.safe_return.services.moving import take

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor

# A partner's clock may be a little fast.
FAST_SECONDS = 24 * 3600
MOVES = {
    PartnerAnswer.MET: (PlanState.UNDER_WAY, Deed.ARRIVE),
    PartnerAnswer.FIRST_NIGHT: (PlanState.ARRIVED, Deed.NIGHT),
}


@transaction.atomic
def take_answer(package_id: UUID, data: bytes, *, actor: "Actor") -> PackageAnswer:
    """Open and take in a partner's answer file: all of it or nothing.

    Args:
        package_id: An own package.
        data: The file.
        actor: Who brings it in; it opens with their organisation's key.

    Raises:
        NotFound: Not an own package.
        BadFile: The file is not an answer, was changed, or does not belong to this package.
        DomainError: The same answer was taken in already.
    """
    row = selectors.get_package(package_id, actor=actor, lock=True)
    private = keyring.organisation_private(actor, row.sender_key_id)
    answer = envelopes.open_answer(data, private)
    wrong = [
        name
        for name, is_right in (
            ("number", answer.number == row.number),
            ("token", envelopes.is_token(answer.token, row.token_digest)),
            ("at", (answer.at - clock.now()).total_seconds() <= FAST_SECONDS),
        )
        if not is_right
    ]
    if wrong:
        raise envelopes.BadFile(envelopes.Fault.CONTENT, tuple(wrong))
    return _keep(row, PartnerAnswer(answer.answer), answer.at, How.FILE, actor)


@transaction.atomic
def write_answer(package_id: UUID, answer: PartnerAnswer, *, actor: "Actor") -> PackageAnswer:
    """Write down what a partner answered by phone or on paper.

    Raises:
        NotFound: Not an own package.
        DomainError: The same answer was written down already.
    """
    row = selectors.get_package(package_id, actor=actor, lock=True)
    return _keep(row, answer, clock.now(), How.PHONE, actor)


def _keep(
    row: Package, answer: PartnerAnswer, at: "datetime", how: How, actor: "Actor"
) -> PackageAnswer:
    if PackageAnswer.objects.filter(package=row, answer=answer).exists():
        raise DomainError(_("This answer was taken in already. Nothing was changed."))
    kept = PackageAnswer.objects.create(
        package=row, answer=answer, at=at, taken_at=clock.now(), taken_by_id=actor.user_id
    )
    _move(row, answer, how, actor)
    casework.leave_trace(
        Event.RETURN_PACKAGE_ANSWERED,
        row.case_id,
        actor=actor,
        other_id=row.key.partner.organisation_id,
        detail=answer,
    )
    return kept


def _move(row: Package, answer: PartnerAnswer, how: How, actor: "Actor") -> None:
    """Move the return that waits for exactly this word of the partner that meets the person."""
    if answer not in MOVES:
        return
    state, deed = MOVES[answer]
    plans = ReturnPlan.objects.select_related("case").select_for_update(of=("self",))
    meets = row.key.partner.organisation_id
    for plan in plans.filter(case_id=row.case_id, state=state, meets_id=meets):
        take(plan, deed, ground=Ground.AS_PLANNED, how=how, actor=actor)
