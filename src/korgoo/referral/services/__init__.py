from korgoo.referral.services.answering import (
    accept,
    acknowledge,
    ask,
    decline,
    report_service,
    start_service,
)
from korgoo.referral.services.confirming import confirm_by_code, confirm_by_sender
from korgoo.referral.services.sending import (
    Request,
    draft,
    expire_overdue,
    give_information,
    note_return,
    renew_confirmation_code,
    send,
    withdraw,
)

__all__ = [
    "Request",
    "accept",
    "acknowledge",
    "ask",
    "confirm_by_code",
    "confirm_by_sender",
    "decline",
    "draft",
    "expire_overdue",
    "give_information",
    "note_return",
    "renew_confirmation_code",
    "report_service",
    "send",
    "start_service",
    "withdraw",
]
