"""Seal reports to who receives them, and open them. The only module of offers that touches keys.

The server seals at once and cannot open again: only a key holder of the receiving organisation can.
"""

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import keyring
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.lib.sealing import CannotOpen, open_text, seal_text
from korgoo.lib.uploads import Paper

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.api import Answering

Payload = dict[str, Any]
# Which part of a report something is: bound to it, so that no part can stand in for another.
TOLD, PICTURE, NOTE = "told", "picture", "note"


def seal_told(payload: Payload, *, to: "Answering", record: UUID) -> bytes:
    """Seal what was told to the organisation that receives it."""
    return seal_text(_write(payload), to=to.public, info=_info(record, TOLD))


def seal_picture(picture: Paper, *, to: "Answering", record: UUID) -> bytes:
    """Seal a picture, its kind before its bytes."""
    content = picture.media_type.encode() + b"\n" + picture.data
    return seal_text(content, to=to.public, info=_info(record, PICTURE))


def seal_note(text: str, *, record: UUID, actor: "Actor") -> tuple[int, bytes]:
    """Seal a note to the actor's own organisation.

    Returns:
        The number of its key, and the ciphertext.

    Raises:
        DomainError: It has no key.
    """
    house = actor.organisation_id
    reader = keyring.readers({house}).get(house)
    if reader is None:
        raise DomainError(_("Your organisation has no key yet. A key holder must enrol first."))
    info = _info(record, NOTE)
    return reader.key_id, seal_text(_write({"text": text}), to=reader.public, info=info)


def open_told(sealed: bytes | memoryview, *, key_id: int, record: UUID, actor: "Actor") -> Payload:
    """Open what was told; the caller leaves the audit row.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or the seal does not fit.
    """
    return _read(_open(sealed, key_id, _info(record, TOLD), actor))


def open_note(sealed: bytes | memoryview, *, key_id: int, record: UUID, actor: "Actor") -> Payload:
    """Open a note of one's own organisation.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or the seal does not fit.
    """
    return _read(_open(sealed, key_id, _info(record, NOTE), actor))


def open_picture(
    sealed: bytes | memoryview, *, key_id: int, record: UUID, actor: "Actor"
) -> Paper:
    """Open a picture; the caller leaves the audit row.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or the seal does not fit.
    """
    content = _open(sealed, key_id, _info(record, PICTURE), actor)
    media_type, _line, data = content.partition(b"\n")
    return Paper(media_type.decode(), data)


def _open(sealed: bytes | memoryview, key_id: int, info: bytes, actor: "Actor") -> bytes:
    private = keyring.organisation_private(actor, key_id)
    try:
        return open_text(bytes(sealed), by=private, info=info)
    except CannotOpen:
        raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None


def _info(record: UUID, part: str) -> bytes:
    return f"korgoo offer report v1 {record} {part}".encode()


def _write(payload: Payload) -> bytes:
    return json.dumps(payload, ensure_ascii=False).encode()


def _read(text: bytes) -> Payload:
    found: Payload = json.loads(text)
    return found
