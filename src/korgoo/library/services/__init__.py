from korgoo.library.services.announcing import announce, mark_mailed, mark_read
from korgoo.library.services.documents import (
    NO_ORIGIN,
    DocumentFacts,
    VersionFacts,
    add_document,
    add_version,
    change_document,
    change_organisations,
    withdraw_document,
)

__all__ = [
    "NO_ORIGIN",
    "DocumentFacts",
    "VersionFacts",
    "add_document",
    "add_version",
    "announce",
    "change_document",
    "change_organisations",
    "mark_mailed",
    "mark_read",
    "withdraw_document",
]
