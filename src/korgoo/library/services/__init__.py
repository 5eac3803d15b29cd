from korgoo.library.services.announcing import announce, mark_mailed, mark_read
from korgoo.library.services.documents import (
    DocumentFacts,
    VersionFacts,
    add_document,
    add_version,
    change_document,
    withdraw_document,
)

__all__ = [
    "DocumentFacts",
    "VersionFacts",
    "add_document",
    "add_version",
    "announce",
    "change_document",
    "mark_mailed",
    "mark_read",
    "withdraw_document",
]
