"""What the desk may know: only what its own organisation took."""

from korgoo.desk.selectors.contacts import (
    around,
    by_code,
    get_contact,
    has_words,
    joined_to,
    list_to_call,
    list_unfinished,
    words_of,
)
from korgoo.desk.selectors.shifts import (
    colleagues,
    get_handover,
    list_left,
    own_day,
    own_unfinished,
)

__all__ = [
    "around",
    "by_code",
    "colleagues",
    "get_contact",
    "get_handover",
    "has_words",
    "joined_to",
    "list_left",
    "list_to_call",
    "list_unfinished",
    "own_day",
    "own_unfinished",
    "words_of",
]
