"""What other missions may ask of the library. Plain data out, never a model."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from korgoo.library import inboxes, selectors, services, wording
from korgoo.library.enums import DocumentKind
from korgoo.library.inboxes import Group, InboxItem, register_inbox
from korgoo.library.readers import EVERYBODY, PUBLIC, Reader, register_readers
from korgoo.library.services import DocumentFacts, VersionFacts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from korgoo.access.actor import Actor
    from korgoo.library.models import Announcement, Document, Version

__all__ = [
    "EVERYBODY",
    "PUBLIC",
    "AnnouncementCard",
    "DocumentCard",
    "DocumentFacts",
    "Group",
    "InboxItem",
    "Reader",
    "Unsent",
    "VersionCard",
    "VersionFacts",
    "add_document",
    "add_version",
    "announce",
    "change_organisations",
    "count_waiting",
    "document",
    "documents_of",
    "has_unread",
    "inbox",
    "mark_mailed",
    "public_documents_of",
    "public_paths",
    "register_inbox",
    "register_readers",
    "unread",
    "unsent",
    "version",
]

has_unread = selectors.has_unread
mark_mailed = services.mark_mailed
version = selectors.public_version


@dataclass(frozen=True, slots=True)
class VersionCard:
    """One state of a document. ``size``: bytes, 0 for a web address. ``address``: where it is fetched."""

    number: int
    language: str
    media_type: str
    size: int
    link: str
    note: str
    added_at: datetime
    address: str
    public_address: str


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document, in the language of the page, with its versions, the newest first."""

    id: UUID
    code: str
    title: str
    kind: DocumentKind
    issued_on: date | None
    organisation: str
    organisation_id: int
    changed_at: datetime
    is_withdrawn: bool
    address: str
    versions: list[VersionCard] = field(default_factory=list)

    @property
    def current(self) -> VersionCard:
        """The version that counts today."""
        return self.versions[0]


@dataclass(frozen=True, slots=True)
class AnnouncementCard:
    """An announcement as one member sees it."""

    id: UUID
    title: str
    organisation: str
    sent_at: datetime
    until: date | None
    is_read: bool
    address: str


@dataclass(frozen=True, slots=True)
class Unsent:
    """An announcement of which nobody was told by e-mail yet, and the members who hear it today."""

    id: UUID
    user_ids: frozenset[int]


def add_document(facts: DocumentFacts, version: VersionFacts, *, actor: "Actor") -> DocumentCard:
    """Put a document into the library, on its own or as a paper of another mission's thing.

    Args:
        facts: Title by language, kind, audience, day, and the ``origin`` it belongs to.
        version: The file as it came (at most 5 MB), or a web address.
        actor: Who puts it in.

    Raises:
        Forbidden: The actor's role does not include it.
        CannotTake: The file cannot be kept.
        CannotPublish: A title, a reader or the file is missing.
    """
    row = services.add_document(facts, version, actor=actor)
    return document(row.pk, actor)


def add_version(document_id: UUID, version: VersionFacts, *, actor: "Actor") -> DocumentCard:
    """Replace the current version of a document; earlier ones stay readable.

    Raises:
        NotFound: No such document for the actor.
        Forbidden: Another organisation's document.
        CannotTake: The file cannot be kept.
        CannotPublish: The same file as before, or none.
    """
    services.add_version(document_id, version, actor=actor)
    return document(document_id, actor)


def document(document_id: UUID, actor: "Actor") -> DocumentCard:
    """Describe a document that the actor may read.

    Raises:
        NotFound: No such document, or it is not for the actor's organisation.
    """
    return card(selectors.get_document(document_id, actor=actor))


def documents_of(kind: str, key: str, *, actor: "Actor") -> list[DocumentCard]:
    """List the papers of another mission's thing that the actor may read, the newest first."""
    rows = selectors.list_documents(actor=actor, origin=(kind, key))
    return [card(row) for row in rows if row.withdrawn_at is None]


def change_organisations(
    kind: str,
    keys: "Iterable[str]",
    *,
    gone: "Iterable[int]",
    new: "Iterable[int]",
    actor: "Actor | None",
) -> None:
    """Let other organisations read the papers of a mission's things; groups of readers stay.

    Args:
        kind: Of the things, as in the origin of their papers.
        keys: Which things.
        gone: Organisations that read no more; who put a paper in always reads it.
        new: Organisations that read from now on.
        actor: Who changed who reads; the mission has asked whether they may.
    """
    services.change_organisations(kind, keys, gone=gone, new=new, actor=actor)


def public_documents_of(kind: str, key: str) -> list[DocumentCard]:
    """List the papers of another mission's thing that are for the public."""
    return [card(row) for row in selectors.list_public_of((kind, key))]


def announce(
    *,
    title: str,
    text: str,
    audience: "Iterable[Reader]",
    roles: "Collection[str]",
    actor: "Actor",
) -> AnnouncementCard:
    """Tell roles in organisations something; who that is, is asked when somebody reads.

    Args:
        title: A line; it stands in lists.
        text: The words, in one language.
        audience: Groups of organisations, such as ``Reader("body", key)`` or ``EVERYBODY``.
        roles: Roles there; none for everybody who works together on the platform.
        actor: Who sends it.

    Raises:
        Forbidden: The actor's role does not include it.
        CannotPublish: Words or addressees are missing.
    """
    row = services.announce(title=title, text=text, audience=audience, roles=roles, actor=actor)
    return announcement_card(row, is_read=True)


def unread(*, actor: "Actor") -> list[AnnouncementCard]:
    """List announcements to the actor's role that the actor has not marked as read, newest first."""
    return [announcement_card(row, is_read=False) for row in selectors.list_unread(actor=actor)]


def unsent(before: datetime) -> list[Unsent]:
    """List announcements sent before a moment of which no e-mail was asked for; held while it is done.

    To be called in a transaction, together with ``mark_mailed``.
    """
    rows = selectors.unmailed(before, lock=True)
    return [Unsent(row.pk, frozenset(selectors.addressees(row))) for row in rows]


def inbox(*, actor: "Actor") -> list[Group]:
    """Gather what concerns a member from every mission that registered an inbox, late first."""
    return inboxes.gather(actor=actor)


def count_waiting(*, actor: "Actor", besides: "Collection[str]" = ()) -> int:
    """Count what concerns a member, without the inboxes of these names."""
    return sum(len(group.items) for group in inboxes.gather(actor=actor, besides=besides))


def public_paths() -> list[str]:
    """List the addresses of the public pages, which are the same for all readers, in every language."""
    found: list[str] = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found.append(reverse("library_public:list"))
    return found


def card(row: "Document") -> DocumentCard:
    """Give a document out as plain data."""
    return DocumentCard(
        id=row.pk,
        code=row.code,
        title=wording.in_language(row.titles),
        kind=DocumentKind(row.kind),
        issued_on=row.issued_on,
        organisation=row.organisation.name,
        organisation_id=row.organisation_id,
        changed_at=row.changed_at,
        is_withdrawn=row.withdrawn_at is not None,
        address=reverse("library:document", args=[row.pk]),
        versions=[version_card(one) for one in row.versions.all()],
    )


def version_card(row: "Version") -> VersionCard:
    """Give a version out as plain data, without its file."""
    place = [row.document_id, row.number]
    return VersionCard(
        number=row.number,
        language=row.language,
        media_type=row.media_type,
        size=row.size,
        link=row.link,
        note=row.note,
        added_at=row.added_at,
        address=row.link or reverse("library:file", args=place),
        public_address=row.link or reverse("library_public:file", args=place),
    )


def announcement_card(row: "Announcement", *, is_read: bool) -> AnnouncementCard:
    """Give an announcement out as plain data."""
    return AnnouncementCard(
        id=row.pk,
        title=row.title,
        organisation=row.organisation.name,
        sent_at=row.sent_at,
        until=row.until,
        is_read=is_read,
        address=reverse("library:announcement", args=[row.pk]),
    )
