from korgoo.commitments.services.changing import change, set_public
from korgoo.commitments.services.keeping import (
    Shown,
    add_evidence,
    confirm,
    fulfil,
    reopen,
    withdraw,
)
from korgoo.commitments.services.recording import Letter, Promise, record

__all__ = [
    "Letter",
    "Promise",
    "Shown",
    "add_evidence",
    "change",
    "confirm",
    "fulfil",
    "record",
    "reopen",
    "set_public",
    "withdraw",
]
