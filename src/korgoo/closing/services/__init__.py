from korgoo.closing.services.closures import close_case, record_follow_up, reopen_case
from korgoo.closing.services.handovers import assign_case, hand_over, note_handed_over
from korgoo.closing.services.requests import (
    Reply,
    answer_request,
    confirm_erasure,
    export_copy,
    lift_restriction,
    send_back,
    take_request,
)
from korgoo.closing.services.retention import hold_back, release, sweep_retention

__all__ = [
    "Reply",
    "answer_request",
    "assign_case",
    "close_case",
    "confirm_erasure",
    "export_copy",
    "hand_over",
    "hold_back",
    "lift_restriction",
    "note_handed_over",
    "record_follow_up",
    "release",
    "reopen_case",
    "send_back",
    "sweep_retention",
    "take_request",
]
