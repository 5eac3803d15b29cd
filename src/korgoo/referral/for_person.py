"""What referrals tell the person they are about, on that person's own page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from korgoo.referral.enums import Helped, ReferralState
from korgoo.referral.models import Referral
from korgoo.referral.services import confirm_by_person as _confirm


@dataclass(frozen=True, slots=True)
class PersonsReferral:
    """Who was asked to help with what, and how far it got; ``helped``: what the person said last."""

    id: UUID
    receiver_id: int
    receiver: str
    kind: str
    state: ReferralState
    sent_at: datetime | None
    helped: str

    @property
    def awaits_word(self) -> bool:
        """Tell whether the organisation says that it helped, and the person has not answered."""
        return self.state is ReferralState.COMPLETED


def for_person(case_id: UUID) -> list[PersonsReferral]:
    """List what was asked for a person, newest first; drafts are left out.

    The caller has proved that the person asks.
    """
    rows = Referral.objects.filter(case_id=case_id, sent_at__isnull=False)
    return [
        PersonsReferral(
            row.pk,
            row.receiver_id,
            row.receiver.name,
            row.kind,
            ReferralState(row.state),
            row.sent_at,
            row.helped,
        )
        for row in rows.select_related("receiver").order_by("-sent_at")
    ]


def confirm_by_person(referral_id: UUID, *, case_id: UUID, helped: Helped) -> None:
    """Take the person's word on their own page. The caller has proved that the person speaks.

    Raises:
        NotFound: Not of this case, or nothing waits for an answer.
    """
    _confirm(referral_id, case_id=case_id, helped=helped)
