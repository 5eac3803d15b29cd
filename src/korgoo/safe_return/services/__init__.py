"""Deeds on the way home: what is prepared, what moves, what crosses a border."""

from korgoo.safe_return.services.answers import take_answer, write_answer
from korgoo.safe_return.services.ending import close_what_ended
from korgoo.safe_return.services.moving import move, person_says_first_night
from korgoo.safe_return.services.packages import (
    WhatGoes,
    fetch_package,
    make_package,
    note_told,
    print_recall,
    stands,
    stop_what_ended,
)
from korgoo.safe_return.services.partners import (
    NewPartner,
    add_key,
    add_partner,
    check_key,
    retire_key,
)
from korgoo.safe_return.services.planning import (
    CHILD,
    TRAVEL,
    Reception,
    add_stop,
    assess_risk,
    drop_stop,
    open_places,
    pass_on_places,
    print_paper,
    record_wish,
    save_reception,
    save_travel,
    start,
)

__all__ = [
    "CHILD",
    "TRAVEL",
    "NewPartner",
    "Reception",
    "WhatGoes",
    "add_key",
    "add_partner",
    "add_stop",
    "assess_risk",
    "check_key",
    "close_what_ended",
    "drop_stop",
    "fetch_package",
    "make_package",
    "move",
    "note_told",
    "open_places",
    "pass_on_places",
    "person_says_first_night",
    "print_paper",
    "print_recall",
    "record_wish",
    "retire_key",
    "save_reception",
    "save_travel",
    "stands",
    "start",
    "stop_what_ended",
    "take_answer",
    "write_answer",
]
