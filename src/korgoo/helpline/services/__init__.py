"""Deeds of help without a name: of the person, and of those who answer."""

from korgoo.helpline.services.answering import (
    answer,
    end,
    hand_over,
    link,
    pass_on,
    refuse,
    release,
    take,
)
from korgoo.helpline.services.erasing import erase_by_person, erase_by_words, erase_old
from korgoo.helpline.services.finding import find_by_words
from korgoo.helpline.services.opening import OpenedMessage, open_messages, open_photo
from korgoo.helpline.services.reading import (
    Reading,
    Said,
    SealedMessage,
    SealedReading,
    read,
    read_sealed,
    try_words,
)
from korgoo.helpline.services.reading import admit as admit_reading
from korgoo.helpline.services.receiving import Incoming, Note, receive, send
from korgoo.helpline.services.receiving import admit as admit_sending

__all__ = [
    "Incoming",
    "Note",
    "OpenedMessage",
    "Reading",
    "Said",
    "SealedMessage",
    "SealedReading",
    "admit_reading",
    "admit_sending",
    "answer",
    "end",
    "erase_by_person",
    "erase_by_words",
    "erase_old",
    "find_by_words",
    "hand_over",
    "link",
    "open_messages",
    "open_photo",
    "pass_on",
    "read",
    "read_sealed",
    "receive",
    "refuse",
    "release",
    "send",
    "take",
    "try_words",
]
