from korgoo.library.selectors.announcements import (
    addressees,
    get_announcement,
    has_unread,
    list_announcements,
    list_sent,
    list_unread,
    unmailed,
)
from korgoo.library.selectors.documents import (
    bearer_of,
    get_document,
    get_public_version,
    get_version,
    list_documents,
    list_public,
    list_public_of,
    public_version,
    search,
)

__all__ = [
    "addressees",
    "bearer_of",
    "get_announcement",
    "get_document",
    "get_public_version",
    "get_version",
    "has_unread",
    "list_announcements",
    "list_documents",
    "list_public",
    "list_public_of",
    "list_sent",
    "list_unread",
    "public_version",
    "search",
    "unmailed",
]
