"""Documents come in, get new versions and readers, and go out again; nothing is overwritten."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.lib import clock, codes
from korgoo.lib.media import Media
from korgoo.library import policies, selectors
from korgoo.library.enums import MOST_VERSIONS, ReaderKind
from korgoo.library.errors import CannotPublish
from korgoo.library.files import read_file
from korgoo.library.models import Document, DocumentFor, Version
from korgoo.library.readers import Reader

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

NO_ORIGIN = ("", "")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document is and who may read it.

    Attributes:
        titles: title by language code, at least one.
        kind: a value of ``DocumentKind``.
        audience: groups of readers; the organisation that puts it in always reads it.
        issued_on: the day on the paper.
        origin: what of another mission it belongs to: kind and key.
    """

    titles: Mapping[str, str]
    kind: str
    audience: Iterable[Reader]
    issued_on: date | None = None
    origin: tuple[str, str] = NO_ORIGIN


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """One state of a document: a file as it came, or a web address; exactly one of them."""

    content: bytes = field(default=b"", repr=False)
    link: str = ""
    language: str = ""
    note: str = ""


@transaction.atomic
def add_document(facts: DocumentFacts, version: VersionFacts, *, actor: "Actor") -> Document:
    """Put a document into the library with its first version.

    Args:
        facts: What it is and who may read it.
        version: The file or the web address.
        actor: Who puts it in.

    Raises:
        Forbidden: The actor's role does not include it.
        CannotTake: The file cannot be kept.
        CannotPublish: No title, no reader, both a file and an address, or a day that is not there yet.
    """
    policies.may(actor, Permission.DOCUMENT_PUBLISH).require()
    media = _checked(facts, version)
    now = clock.now()
    row = Document.objects.create(
        code=codes.new_code(),
        kind=facts.kind,
        titles=_titles(facts.titles),
        issued_on=facts.issued_on,
        organisation_id=actor.organisation_id,
        origin_kind=facts.origin[0],
        origin_key=facts.origin[1],
        added_at=now,
        added_by_id=actor.user_id,
        changed_at=now,
    )
    _set_readers(row, facts.audience)
    _add(row, version, media, number=1, actor=actor)
    audit.record(Event.DOCUMENT_ADDED, actor=actor, target=row, detail=facts.kind)
    return row


@transaction.atomic
def add_version(document_id: UUID, version: VersionFacts, *, actor: "Actor") -> Version:
    """Replace the current version; earlier ones stay to be read.

    Raises:
        NotFound: No such document for the actor.
        Forbidden: Another organisation's document, or it was taken out.
        CannotTake: The file cannot be kept.
        CannotPublish: Neither a file nor an address, or both; or the same file as before.
    """
    media = _read(version)
    row = _to_change(document_id, actor=actor)
    last = row.versions.defer("content").order_by("-number").first()
    number = last.number + 1 if last else 1
    if number > MOST_VERSIONS:
        raise CannotPublish(_("This document has too many versions. Put it in as a new one."))
    made = _add(row, version, media, number=number, actor=actor)
    if last and (last.digest, last.link) == (made.digest, made.link):
        raise CannotPublish(_("This is the same file or address as the version before."))
    row.changed_at = made.added_at
    row.save(update_fields=["changed_at"])
    audit.record(Event.DOCUMENT_REPLACED, actor=actor, target=row, detail=str(number))
    return made


@transaction.atomic
def change_document(document_id: UUID, facts: DocumentFacts, *, actor: "Actor") -> Document:
    """Change title, kind, day or readers of a document; what it belongs to stays.

    Raises:
        NotFound: No such document for the actor.
        Forbidden: Another organisation's document, or it was taken out.
        CannotPublish: No title, no reader, or a day that is not there yet.
    """
    row = _to_change(document_id, actor=actor)
    _check(facts)
    row.titles, row.kind, row.issued_on = _titles(facts.titles), facts.kind, facts.issued_on
    row.changed_at = clock.now()
    row.save(update_fields=["titles", "kind", "issued_on", "changed_at"])
    _set_readers(row, facts.audience)
    audit.record(Event.DOCUMENT_CHANGED, actor=actor, target=row)
    return row


@transaction.atomic
def withdraw_document(document_id: UUID, reason: str, *, actor: "Actor") -> Document:
    """Take a document out of the library: only the organisation that put it in still reads it.

    Raises:
        NotFound: No such document for the actor.
        Forbidden: Another organisation's document, or it was taken out before.
        CannotPublish: The reason is missing.
    """
    row = _to_change(document_id, actor=actor)
    if not reason.strip():
        raise CannotPublish(_("Say why the document is taken out."))
    row.withdrawn_at, row.withdrawn_why = clock.now(), reason.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_why"])
    audit.record(Event.DOCUMENT_WITHDRAWN, actor=actor, target=row)
    return row


@transaction.atomic
def change_organisations(
    kind: str,
    keys: Iterable[str],
    *,
    gone: Iterable[int],
    new: Iterable[int],
    actor: "Actor | None",
) -> None:
    """Let other organisations read the papers of a mission's things; its mission has decided who.

    Args:
        kind: Of the things, as in the origin of their papers.
        keys: Which things.
        gone: Organisations that read no more.
        new: Organisations that read from now on.
        actor: Who changed who reads.
    """
    out = [str(one) for one in gone]
    into = [str(one) for one in new]
    if not (out or into):
        return
    for row in Document.objects.filter(origin_kind=kind, origin_key__in=list(keys)):
        single = row.readers.filter(kind=ReaderKind.ORGANISATION)
        single.filter(key__in=out).delete()
        known = set(single.values_list("key", flat=True))
        DocumentFor.objects.bulk_create(
            DocumentFor(document=row, kind=ReaderKind.ORGANISATION, key=key)
            for key in into
            if key not in known
        )
        audit.record(Event.DOCUMENT_CHANGED, actor=actor, target=row)


def _to_change(document_id: UUID, *, actor: "Actor") -> Document:
    row = selectors.get_document(document_id, actor=actor, lock=True)
    policies.change(actor, row, bearer_id=selectors.bearer_of(row)).require()
    return row


def _checked(facts: DocumentFacts, version: VersionFacts) -> Media | None:
    _check(facts)
    return _read(version)


def _check(facts: DocumentFacts) -> None:
    if not _titles(facts.titles):
        raise CannotPublish(_("Write the title in at least one language."))
    if not list(facts.audience):
        raise CannotPublish(_("Choose who may read the document."))
    verdict = policies.issued(facts.issued_on, today=clock.today())
    if not verdict:
        raise CannotPublish(verdict.reason)


def _read(version: VersionFacts) -> Media | None:
    if bool(version.content) == bool(version.link):
        raise CannotPublish(_("Choose a file or write a web address, one of the two."))
    return read_file(version.content) if version.content else None


def _titles(titles: Mapping[str, str]) -> dict[str, str]:
    return {language: words.strip() for language, words in titles.items() if words.strip()}


def _set_readers(row: Document, audience: Iterable[Reader]) -> None:
    row.readers.all().delete()
    DocumentFor.objects.bulk_create(
        DocumentFor(document=row, kind=one.kind, key=one.key) for one in sorted(set(audience))
    )


def _add(
    row: Document, version: VersionFacts, media: Media | None, *, number: int, actor: "Actor"
) -> Version:
    content = media.content if media else b""
    return Version.objects.create(
        document=row,
        number=number,
        language=version.language,
        media_type=media.media_type if media else "",
        content=content,
        size=len(content),
        digest=hashlib.sha256(content).hexdigest() if content else "",
        link=version.link,
        note=version.note.strip(),
        added_at=clock.now(),
        added_by_id=actor.user_id,
    )
