"""The library: its shelves, one document, and the page for everybody."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language_info

from korgoo.access.enums import Permission
from korgoo.consultation import api as consultation
from korgoo.library import api, policies, readers, selectors
from korgoo.library.forms.documents import TITLE
from korgoo.library.readers import Reader

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
        "languages": language_names(),
        "readers": readers.words_of(groups, actor=actor),
        "withdrawn_why": row.withdrawn_why,
        "withdrawn_at": row.withdrawn_at,
        "verdict": policies.change(actor, row, bearer_id=selectors.bearer_of(row)),
    }


def usual(row: "Document") -> dict[str, Any]:
    """Say what a form to change a document shows first."""
    groups = [readers.typed(Reader(one.kind, one.key)) for one in row.readers.all()]
    titles = {TITLE + code: words for code, words in row.titles.items()}
    return {"kind": row.kind, "issued_on": row.issued_on, "audience": groups, **titles}


def groups_for(row: "Document", *, actor: "Actor") -> list[tuple[str, str]]:
    """List who can be named as reader of a document: also who reads it now and could not be chosen anew."""
    offered = readers.choices(actor=actor, is_public_offered=True)
    known = {value for value, _name in offered}
    now = [Reader(one.kind, one.key) for one in row.readers.all()]
    gone = [one for one in sorted(now) if readers.typed(one) not in known]
    return offered + list(
        zip([readers.typed(one) for one in gone], readers.words_of(gone, actor=actor), strict=True)
    )


def public_page() -> dict[str, Any]:
    """Gather the documents for everybody; older versions are behind the newest."""
    cards = [api.card(row) for row in selectors.list_public()]
    return {
        "documents": [replace(card, versions=card.versions[:1]) for card in cards],
        "languages": language_names(),
    }


def language_names() -> dict[str, str]:
    """Name the languages of the platform, each in itself."""
    return {code: str(get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES}
