from korgoo.library.models.announcements import (
    Announcement,
    AnnouncementFor,
    AnnouncementRead,
)
from korgoo.library.models.documents import Document, DocumentFor, Version

__all__ = [
    "Announcement",
    "AnnouncementFor",
    "AnnouncementRead",
    "Document",
    "DocumentFor",
    "Version",
]
