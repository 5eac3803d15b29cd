from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event
from korgoo.lib import codes
from korgoo.lib.errors import DomainError, NotFound
from korgoo.referral import clocks, personal_code
from korgoo.referral.enums import ConfirmedHow, Deed, Helped, ReferralState
from korgoo.referral.models import Referral
from korgoo.referral.services.closing import leave_case
from korgoo.referral.services.moves import move, take

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST_WRONG_CODES = 10


@transaction.atomic
def confirm_by_sender(
    referral_id: UUID, helped: Helped, *, how: ConfirmedHow, actor: "Actor"
) -> Referral:
    """Record what the person told the sender about the help.

    Raises:
        NotFound: Not an own referral.
        Forbidden: No help was reported.
        DomainError: Only the person says it with the code.
    """
    referral = take(referral_id, Deed.CONFIRM, actor=actor)
    if how is ConfirmedHow.SELF:
        raise DomainError(_("Only the person answers with the code. Say how they told you."))
    _confirm(referral, helped, how, actor)
    return referral


def count_attempt(number: str) -> None:
    """Count a try with a code before it is looked at, so that many tries at once count too.

    To be called outside the transaction of ``confirm_by_code``: a wrong code undoes that one, and
    must stay counted. A right one sets the count back.

    Args:
        number: Number of the referral as typed.
    """
    waiting = Referral.objects.awaiting_word(codes.parse(number))
    waiting.filter(wrong_codes__lte=MOST_WRONG_CODES).update(wrong_codes=F("wrong_codes") + 1)


@transaction.atomic
def confirm_by_code(number: str, code: str, helped: Helped) -> Referral:
    """Take the person's own word, given with the number and the code from the letter.

    Args:
        number: Number of the referral as typed; ``count_attempt`` has counted this try.
        code: The person's code as typed.
        helped: What the person says.

    Raises:
        NotFound: Number and code do not belong together, too many wrong codes were tried, or no
            help was reported yet. One answer for all, so that nothing can be learnt by trying.
    """
    waiting = Referral.objects.awaiting_word(codes.parse(number))
    referral = waiting.select_for_update(of=("self",)).first()
    if not _fits(referral, code) or referral is None:
        raise NotFound(_("Number and code do not fit, or nothing waits for your answer."))
    referral.wrong_codes = 0
    _confirm(referral, helped, ConfirmedHow.SELF, None)
    return referral


@transaction.atomic
def confirm_by_person(referral_id: UUID, *, case_id: UUID, helped: Helped) -> Referral:
    """Take the person's own word, given on their page, to which their code let them in.

    Args:
        referral_id: As on the page.
        case_id: The case of that page: no other one's referral is answered.
        helped: What the person says.

    Raises:
        NotFound: Not of this case, or nothing waits for an answer.
    """
    waiting = Referral.objects.filter(case_id=case_id, state=ReferralState.COMPLETED)
    referral = waiting.select_for_update(of=("self",)).filter(pk=referral_id).first()
    if referral is None:
        raise NotFound(_("Nothing waits for your answer."))
    _confirm(referral, helped, ConfirmedHow.SELF, None)
    return referral


def _fits(referral: Referral | None, code: str) -> bool:
    """Check a code, never more than ten times in a row."""
    if referral is None or not 1 <= referral.wrong_codes <= MOST_WRONG_CODES:
        return False
    return personal_code.fits(referral, codes.parse(code) or "")


def _confirm(referral: Referral, helped: Helped, how: ConfirmedHow, actor: "Actor | None") -> None:
    referral.helped = helped
    referral.confirmed_how = how
    clocks.stop(referral, clocks.CONFIRMATION, actor=actor)
    if helped is Helped.YES:
        # Only a live referral opens a case: what the receiver must keep, it has in its own records.
        leave_case(referral, actor=actor)
        move(
            referral,
            ReferralState.CONFIRMED,
            Event.REFERRAL_CONFIRMED,
            actor=actor,
            stamp="closed_at",
        )
        return
    clocks.start(referral, clocks.REPORT, responsible_id=referral.receiver_id, actor=actor)
    move(
        referral,
        ReferralState.IN_SERVICE,
        Event.REFERRAL_UNCONFIRMED,
        actor=actor,
        detail=helped,
    )
