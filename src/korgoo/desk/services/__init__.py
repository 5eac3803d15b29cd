"""Deeds of the desk."""

from korgoo.desk.services.calling import call_back, forget, open_for_call, open_words
from korgoo.desk.services.ending import Ending, pass_on, say_outcome, take
from korgoo.desk.services.erasing import erase_old
from korgoo.desk.services.joining import join, join_by_words, join_conversation, part
from korgoo.desk.services.opening import open_case
from korgoo.desk.services.recording import CODED, WORDS, Told, record_contact, record_noise
from korgoo.desk.services.shifts import (
    Left,
    OpenedItem,
    hand_over,
    open_handover,
    take_over,
)

__all__ = [
    "CODED",
    "WORDS",
    "Ending",
    "Left",
    "OpenedItem",
    "Told",
    "call_back",
    "erase_old",
    "forget",
    "hand_over",
    "join",
    "join_by_words",
    "join_conversation",
    "open_case",
    "open_for_call",
    "open_handover",
    "open_words",
    "part",
    "pass_on",
    "record_contact",
    "record_noise",
    "say_outcome",
    "take",
    "take_over",
]
