"""Seal and open what belongs to a person's page. The only module of this mission that touches keys.

What the person writes is sealed to the owner's key. What is meant for the person is sealed to the
key of their page, whose private half only their code opens: the server reads neither afterwards.
"""

import json
import secrets
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korgoo.access import keyring
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.lib.sealing import (
    CannotOpen,
    PrivateKey,
    lock_for_session,
    new_private_key,
    open_from_session,
    open_text,
    seal_text,
)
from korgoo.lib.sealing.doors import Opened, lock_doors, open_doors, relock
from korgoo.lib.sealing.servers import is_same, server_digest

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.mypage.models import Page

Payload = dict[str, Any]
__all__ = [
    "CannotOpen",
    "Opened",
    "PrivateKey",
    "is_same",
    "lock_doors",
    "new_private_key",
    "open_doors",
    "relock",
]


def digest(text: str, *, purpose: str, about: str = "") -> str:
    """Hash a short text under the server's secret, for one purpose."""
    return server_digest(text, secret=settings.SECRET_KEY, purpose=purpose, about=about)


def nobodys_doors() -> str:
    """Make doors that no code opens, on which a code for nothing is tried as long as on real ones."""
    return lock_doors(new_private_key(), code=secrets.token_hex(16))


def to_owner(owner_id: int, payload: Payload, *, record: UUID) -> tuple[int, bytes]:
    """Seal to an organisation.

    Returns:
        The number of its key, and the ciphertext.

    Raises:
        DomainError: It has no key yet.
    """
    reader = keyring.readers({owner_id}).get(owner_id)
    if reader is None:
        raise DomainError(_("This cannot be sealed yet: nobody there has a key."))
    return reader.key_id, seal_text(_write(payload), to=reader.public, info=_info(record))


def to_person(page: "Page | None", payload: Payload, *, record: UUID) -> bytes:
    """Seal to the key of a page; nothing when there is no page."""
    if page is None:
        return b""
    return seal_text(_write(payload), to=bytes(page.public), info=_info(record))


def open_by_owner(
    sealed: bytes | memoryview, *, key_id: int, record: UUID, actor: "Actor"
) -> Payload:
    """Open what was sealed to the actor's organisation; the caller leaves the audit row.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or the seal does not fit.
    """
    private = keyring.organisation_private(actor, key_id)
    try:
        return _read(open_text(bytes(sealed), by=private, info=_info(record)))
    except CannotOpen:
        raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None


def open_by_person(
    sealed: bytes | memoryview, *, record: UUID, private: PrivateKey
) -> Payload | None:
    """Open what was sealed to a page; None when it was sealed to another key."""
    try:
        return _read(open_text(bytes(sealed), by=private, info=_info(record)))
    except CannotOpen:
        return None


def for_visit(private: PrivateKey, page_id: UUID) -> tuple[str, str]:
    """Split a page's key in two: for the cookie, and for the row."""
    return lock_for_session(private, member=page_id.int)


def from_visit(cookie: str, row: str, page_id: UUID) -> PrivateKey | None:
    """Join the halves again; None when they do not belong together."""
    try:
        return open_from_session(cookie, row, member=page_id.int)
    except CannotOpen:
        return None


def _info(record: UUID) -> bytes:
    return f"korgoo page record v1 {record}".encode()


def _write(payload: Payload) -> bytes:
    return json.dumps(payload, ensure_ascii=False).encode()


def _read(text: bytes) -> Payload:
    found: Payload = json.loads(text)
    return found
