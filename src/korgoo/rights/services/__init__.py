from korgoo.rights.services.confirming import (
    Call,
    Called,
    believed_until,
    confirm_number,
    confirm_statement,
    confirm_statements,
    confirm_version,
    record_calls,
)
from korgoo.rights.services.content_files import (
    Examined,
    drop_file,
    examine,
    keep_file,
    sweep_files,
    take_file,
    would_bring,
)
from korgoo.rights.services.drafting import (
    Place,
    change_version,
    start_statement,
    start_version,
)
from korgoo.rights.services.loaded import Loaded
from korgoo.rights.services.loading import load
from korgoo.rights.services.numbers import (
    NumberFacts,
    add_number,
    correct_number,
    keep_number,
    mark_of,
)
from korgoo.rights.services.publishing import expire_due, publish_due, withdraw
from korgoo.rights.services.reading import Reading, approve, drop, give_back, send

__all__ = [
    "Call",
    "Called",
    "Examined",
    "Loaded",
    "NumberFacts",
    "Place",
    "Reading",
    "add_number",
    "approve",
    "believed_until",
    "change_version",
    "confirm_number",
    "confirm_statement",
    "confirm_statements",
    "confirm_version",
    "correct_number",
    "drop",
    "drop_file",
    "examine",
    "expire_due",
    "give_back",
    "keep_file",
    "keep_number",
    "load",
    "mark_of",
    "publish_due",
    "record_calls",
    "send",
    "start_statement",
    "start_version",
    "sweep_files",
    "take_file",
    "withdraw",
    "would_bring",
]
