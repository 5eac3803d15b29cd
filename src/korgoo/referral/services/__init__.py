from korgoo.referral.services.answering import (
    Arrived,
    accept,
    acknowledge,
    acknowledge_chosen,
    ask,
    decline,
    report_service,
    start_service,
)
from korgoo.referral.services.arriving import take_place
from korgoo.referral.services.closing import expire_overdue, note_return, withdraw
from korgoo.referral.services.confirming import (
    confirm_by_code,
    confirm_by_person,
    confirm_by_sender,
    count_attempt,
)
from korgoo.referral.services.gaps import note_gap
from korgoo.referral.services.letter import make_letter
from korgoo.referral.services.sending import (
    Request,
    draft,
    give_information,
    renew_confirmation_code,
    revise,
    send,
)
from korgoo.referral.services.sharing import share_now

__all__ = [
    "Arrived",
    "Request",
    "accept",
    "acknowledge",
    "acknowledge_chosen",
    "ask",
    "confirm_by_code",
    "confirm_by_person",
    "confirm_by_sender",
    "count_attempt",
    "decline",
    "draft",
    "expire_overdue",
    "give_information",
    "make_letter",
    "note_gap",
    "note_return",
    "renew_confirmation_code",
    "report_service",
    "revise",
    "send",
    "share_now",
    "start_service",
    "take_place",
    "withdraw",
]
