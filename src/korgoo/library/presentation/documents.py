"""The library: its shelves, one document, and the page for everybody."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language_info

from korgoo.access.enums import Permission
from korgoo.consultation import api as consultation
from korgoo.library import api, policies, readers, selectors
from korgoo.library.enums import ReaderKind
from korgoo.library.forms.documents import TITLE
from korgoo.library.readers import Offered, Reader

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.library.models import Document

MOST = 200


def shelves(words: str, kind: str, *, actor: "Actor") -> dict[str, Any]:
    """Gather what the actor may read, narrowed by words or a kind, and the open consultations."""
    if words:
        rows = [row for row in selectors.search(words, actor=actor) if kind in {"", row.kind}]
    else:
        rows = selectors.list_documents(actor=actor, kind=kind)
    is_all = not (words or kind)
    return {
        "documents": [api.card(row) for row in rows[:MOST]],
        "is_narrowed": not is_all,
        "consultations": consultation.list_open(actor=actor) if is_all else [],
        "unread": len(api.unread(actor=actor)),
        "may_publish": bool(policies.may(actor, Permission.DOCUMENT_PUBLISH)),
        "may_announce": bool(policies.may(actor, Permission.ANNOUNCEMENT_SEND)),
    }


def document_page(document_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of one document.

    Raises:
        NotFound: No such document, or it is not for the actor's organisation.
    """
    row = selectors.get_document(document_id, actor=actor)
    groups = [Reader(one.kind, one.key) for one in row.readers.all()]
    return {
        "card": api.card(row),
        "language_names": language_names(),
        "readers": readers.words_of(groups, actor=actor),
        "withdrawn_why": row.withdrawn_why,
        "withdrawn_at": row.withdrawn_at,
        "verdict": policies.change(actor, row, bearer_id=selectors.bearer_of(row)),
    }


def usual(row: "Document") -> dict[str, Any]:
    """Say what a form to change a document shows first."""
    now = [Reader(one.kind, one.key) for one in row.readers.all()]
    single = [readers.typed(one) for one in now if one.kind == ReaderKind.ORGANISATION]
    groups = [readers.typed(one) for one in now if one.kind != ReaderKind.ORGANISATION]
    titles = {TITLE + code: words for code, words in row.titles.items()}
    facts = {"kind": row.kind, "issued_on": row.issued_on}
    return facts | {"audience": groups, "single": single, **titles}


def offered_for(row: "Document", *, actor: "Actor") -> Offered:
    """List who can be named as reader of a document: also who reads it now and could not be chosen anew."""
    found = readers.offered(actor=actor, is_public_offered=True)
    known = {value for value, _name in [*found.groups, *found.single]}
    now = sorted(Reader(one.kind, one.key) for one in row.readers.all())
    gone = [one for one in now if readers.typed(one) not in known]
    words = dict(zip(gone, readers.words_of(gone, actor=actor), strict=True))
    return Offered(
        found.groups + _typed(words, is_single=False), found.single + _typed(words, is_single=True)
    )


def _typed(words: dict[Reader, str], *, is_single: bool) -> list[tuple[str, str]]:
    return [
        (readers.typed(one), name)
        for one, name in words.items()
        if (one.kind == ReaderKind.ORGANISATION) == is_single
    ]


def public_page() -> dict[str, Any]:
    """Gather the documents for everybody; older versions are behind the newest."""
    cards = [api.card(row) for row in selectors.list_public()]
    return {
        "documents": [replace(card, versions=card.versions[:1]) for card in cards],
        "language_names": language_names(),
    }


def language_names() -> dict[str, str]:
    """Name the languages of the platform, each in itself."""
    return {code: str(get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES}
