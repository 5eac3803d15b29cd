from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Max, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.lib import clock, spelling
from korgoo.lib.errors import NotFound
from korgoo.library import policies
from korgoo.library.enums import ReaderKind
from korgoo.library.models import Document, DocumentFor, Version
from korgoo.library.selectors.groups import for_organisation

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such document.")
GOOD_ENOUGH = 0.6
MOST_FOUND = 50


def bearer_of(row: Document) -> int:
    """Say which organisation answers for a document today."""
    return access.bearers_on([row.organisation_id], clock.today())[row.organisation_id]


def get_document(document_id: UUID, *, actor: "Actor", lock: bool = False) -> Document:
    """Fetch a document that the actor may read.

    Args:
        document_id: As in the address.
        actor: Who asks.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such document, or it is not for the actor's organisation.
    """
    if lock:
        Document.objects.select_for_update().filter(pk=document_id).first()
    row = _readable(actor).filter(pk=document_id).first()
    if row is None:
        raise NotFound(NO_SUCH)
    return row


def get_version(document_id: UUID, number: int, *, actor: "Actor") -> Version:
    """Fetch one version with its file; old ones stay readable.

    Raises:
        NotFound: No such version, or the document is not for the actor's organisation.
    """
    document = get_document(document_id, actor=actor)
    return _version(document, number)


def get_public_version(document_id: UUID, number: int) -> Version:
    """Fetch the newest version of a document that is for the public, whichever is asked for.

    Earlier ones may be of a time when it was for few: nobody outside reads them.

    Raises:
        NotFound: No such version, or not for everybody.
    """
    document = _public().filter(pk=document_id).first()
    known = [one.number for one in document.versions.all()] if document else []
    if document is None or number not in known:
        raise NotFound(NO_SUCH)
    return _version(document, max(known))


def list_documents(
    *, actor: "Actor", kind: str = "", origin: tuple[str, str] | None = None
) -> list[Document]:
    """List what the actor may read, the newest change first.

    Args:
        actor: Who asks.
        kind: Only documents of this kind.
        origin: Only what belongs to this thing of another mission: kind and key.
    """
    rows = _readable(actor)
    if kind:
        rows = rows.filter(kind=kind)
    if origin is not None:
        rows = rows.filter(origin_kind=origin[0], origin_key=origin[1])
    return list(rows)


def search(words: str, *, actor: "Actor") -> list[Document]:
    """Find readable documents by words of their titles or notes, in any script and spelling."""
    asked = _plain(words)
    found = [(spelling.best(asked, _words_of(row)), row) for row in _readable(actor)]
    good = [pair for pair in found if pair[0] >= GOOD_ENOUGH]
    return [row for _score, row in sorted(good, key=lambda pair: -pair[0])[:MOST_FOUND]]


def list_public() -> list[Document]:
    """List the documents for the public, the newest change first."""
    return list(_public())


def list_public_of(origin: tuple[str, str]) -> list[Document]:
    """List the documents for the public that belong to a thing of another mission."""
    return list(_public().filter(origin_kind=origin[0], origin_key=origin[1]))


def public_version() -> "Hashable":
    """Tell when what is shown to everybody changed last, with one small query."""
    told = Document.objects.aggregate(Max("changed_at"), Max("withdrawn_at"), Count("pk"))
    return (told["changed_at__max"], told["withdrawn_at__max"], told["pk__count"])


def _words_of(row: Document) -> "Iterable[str]":
    texts = [*row.titles.values(), *(one.note for one in row.versions.all()[:1]), row.code]
    return [word for text in texts for word in _plain(text).split()]


def _plain(text: str) -> str:
    """Bring words to one spelling; who types е for ё means the same word."""
    return spelling.skeleton(text.casefold().replace("ё", "е"))


def _version(document: Document, number: int) -> Version:
    row = Version.objects.filter(document=document, number=number).first()
    if row is None:
        raise NotFound(NO_SUCH)
    row.document = document
    return row


def _rows() -> "QuerySet[Document]":
    versions = Version.objects.defer("content").order_by("-number")
    return Document.objects.select_related("organisation").prefetch_related(
        Prefetch("versions", queryset=versions), "readers"
    )


def _readable(actor: "Actor") -> "QuerySet[Document]":
    if not policies.may(actor, Permission.DOCUMENT_VIEW):
        return Document.objects.none()
    today = clock.today()
    borne = access.Succession().borne_by(actor.organisation_id, today)
    mine = Q(organisation_id__in=borne)
    groups = DocumentFor.objects.filter(for_organisation(DocumentFor, actor.organisation_id))
    for_us = Q(withdrawn_at__isnull=True, pk__in=groups.values("document_id"))
    return _rows().filter(mine | for_us)


def _public() -> "QuerySet[Document]":
    groups = DocumentFor.objects.filter(kind=ReaderKind.PUBLIC).values("document_id")
    return _rows().filter(withdrawn_at__isnull=True, pk__in=groups)
