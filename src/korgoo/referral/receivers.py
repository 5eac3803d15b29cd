"""What referral does when casework tells that a person no longer agrees."""

from typing import Any
from uuid import UUID

from korgoo.access.enums import Event
from korgoo.casework import api as casework
from korgoo.referral.enums import LIVE, MOVES, ReferralState
from korgoo.referral.models import Referral
from korgoo.referral.services.closing import close


def withdraw_referrals(case_id: UUID, recipient_id: int, actor: Any, **_more: Any) -> None:
    """Withdraw the open referrals to an organisation that the person no longer agrees to ask.

    Help that was reported stays reported: withdrawal never erases it. The organisation's part in
    the case ends in any state.
    """
    rows = Referral.objects.select_for_update(of=("self",)).filter(
        case_id=case_id, receiver_id=recipient_id, state__in=[*LIVE, ReferralState.DRAFT]
    )
    for referral in rows:
        if ReferralState.WITHDRAWN in MOVES[ReferralState(referral.state)]:
            close(referral, ReferralState.WITHDRAWN, Event.REFERRAL_WITHDRAWN, actor=actor)
    casework.end_party(case_id, organisation_id=recipient_id, actor=actor)
