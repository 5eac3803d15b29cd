from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Event, Permission
from korgoo.lib import codes
from korgoo.lib.errors import NotFound
from korgoo.referral import clocks
from korgoo.referral.enums import ConfirmedHow, Helped, ReferralState
from korgoo.referral.models import Referral
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
    """
    referral = take(
        referral_id,
        actor=actor,
        permission=Permission.REFERRAL_CONFIRM,
        to=_after(helped),
    )
    _confirm(referral, helped, how, actor)
    return referral


def confirm_by_code(number: str, code: str, helped: Helped) -> Referral:
    """Take the person's own word, given with the number and the code from the letter.

    Args:
        number: Number of the referral as typed.
        code: The person's code as typed.
        helped: What the person says.

    Raises:
        NotFound: Number and code do not belong together, too many wrong codes were tried, or no
            help was reported yet. One answer for all, so that nothing can be learnt by trying.
    """
    referral = _take_word(number, code, helped)
    if referral is None:
        raise NotFound(_("Number and code do not fit, or nothing waits for your answer."))
    return referral


@transaction.atomic
def _take_word(number: str, code: str, helped: Helped) -> Referral | None:
    """Confirm, or count a wrong code: both are kept, so no error may undo them."""
    referral = (
        Referral.objects.select_for_update(of=("self",))
        .filter(number=codes.parse(number) or "", state=ReferralState.COMPLETED)
        .first()
    )
    if referral is None or referral.wrong_codes >= MOST_WRONG_CODES:
        make_password(code)  # as long as a check, so that time tells nothing
        return None
    if not check_password(codes.parse(code) or "", referral.confirmation_hash):
        referral.wrong_codes += 1
        referral.save(update_fields=["wrong_codes"])
        return None
    _confirm(referral, helped, ConfirmedHow.SELF, None)
    return referral


def _confirm(referral: Referral, helped: Helped, how: ConfirmedHow, actor: "Actor | None") -> None:
    referral.helped = helped
    referral.confirmed_how = how
    clocks.stop(referral, clocks.CONFIRMATION, actor=actor)
    if helped is Helped.YES:
        move(
            referral,
            ReferralState.CONFIRMED,
            Event.REFERRAL_CONFIRMED,
            actor=actor,
            stamp="closed_at",
        )
        return
    clocks.start(referral, clocks.SERVICE, responsible_id=referral.receiver_id, actor=actor)
    move(
        referral,
        ReferralState.IN_SERVICE,
        Event.REFERRAL_UNCONFIRMED,
        actor=actor,
        detail=helped,
    )


def _after(helped: Helped) -> ReferralState:
    return ReferralState.CONFIRMED if helped is Helped.YES else ReferralState.IN_SERVICE
