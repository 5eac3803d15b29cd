from korgoo.commitments.services.changing import change, set_public
from korgoo.commitments.services.exporting import record_export
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
    "record_export",
    "reopen",
    "set_public",
    "withdraw",
]
