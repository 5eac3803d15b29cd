"""Keys of pairs and what lies under them. The only module of the mission that touches keys.

Two keys. The one to know a pair again, made once, is a secret of those who own people in code. The other is a
key pair: whoever compares seals what was found to its public half, and the co-ordinators alone open it.
"""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import keyring
from korgoo.lib.errors import Forbidden, Locked
from korgoo.lib.sealing import (
    CannotOpen,
    DataKey,
    PrivateKey,
    derived_key,
    new_data_key,
    new_private_key,
    open_text,
    seal_text,
)
from korgoo.pairs.enums import Purpose
from korgoo.pairs.models import SharedKey, SharedKeyWrap

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Bytes before sealing. All of a kind have one length, so that a row does not tell what was found or answered.
FOUND, NOTICE, WORDS, LINK = 2_048, 512, 2_048, 256
MARK = 32  # hexadecimal digits

Payload = dict[str, Any]
Secret = DataKey | PrivateKey


@dataclass(frozen=True)
class Marker:
    """Tells one pair from another, without saying which cases it is of. Never kept, never logged."""

    secret: DataKey = field(repr=False)

    def mark(self, one: UUID, other: UUID) -> str:
        """Mark a pair: the same whichever is named first."""
        first, second = sorted((one.hex, other.hex))
        return derived_key(self.secret, purpose=f"pair {first} {second}").raw.hex()[:MARK]


def new_secret(purpose: Purpose) -> tuple[Secret, bytes]:
    """Make the key for a purpose.

    Returns:
        The secret, and the public half if it has one.
    """
    if purpose is Purpose.MARKS:
        return new_data_key(), b""
    private = new_private_key()
    return private, private.public


def wrap(secret: Secret, purpose: Purpose, reader: keyring.Reader) -> bytes:
    """Wrap a key to an organisation."""
    return secret.wrap_to(reader.public, info=_wrap_info(purpose, reader.organisation_id))


def is_made(purpose: Purpose) -> bool:
    """Tell whether anybody ever needed this key."""
    return SharedKey.objects.filter(pk=purpose).exists()


def marker(actor: "Actor") -> Marker | None:
    """Open the key to know a pair again; None when the session is locked or it is not there yet."""
    secret = opened(Purpose.MARKS, actor)
    return Marker(secret) if isinstance(secret, DataKey) else None


def watch_key(actor: "Actor") -> PrivateKey:
    """Open the key of the co-ordinators.

    Raises:
        Locked: The session is locked.
        Forbidden: It was not given to this organisation yet, or this member holds no key.
    """
    actor.open_key()
    secret = opened(Purpose.WATCH, actor)
    row = SharedKey.objects.filter(pk=Purpose.WATCH).first()
    # A wrap of a key that is in use no more opens nothing of today.
    if not isinstance(secret, PrivateKey) or row is None or secret.public != bytes(row.public):
        raise Forbidden(_("The key to possible pairs is not yours yet."))
    return secret


def opened(purpose: Purpose, actor: "Actor") -> Secret | None:
    """Open a key in a member's session; None when it cannot be opened by them."""
    row = SharedKeyWrap.objects.filter(
        key_id=purpose, organisation_id=actor.organisation_id, organisation_key__isnull=False
    ).first()
    if row is None or row.organisation_key_id is None:
        return None
    info = _wrap_info(purpose, row.organisation_id)
    try:
        private = keyring.organisation_private(actor, row.organisation_key_id)
        if purpose is Purpose.MARKS:
            return private.unwrap_data_key(bytes(row.wrapped), info=info)
        return private.unwrap_private(bytes(row.wrapped), info=info)
    except (CannotOpen, Forbidden, Locked):
        return None


def seal(words: Payload, *, to: bytes, size: int, name: str, record: UUID) -> bytes:
    """Seal words to one public key, filled up to a size.

    Args:
        words: What is sealed.
        to: Public key, 32 bytes.
        size: Bytes that it takes, whatever it holds.
        name: What it is: bound to it, so that no part can stand in for another.
        record: Number of the row in which it stands.

    Raises:
        ValueError: It is longer.
    """
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
    if len(text) > size:
        raise ValueError(name)
    return seal_text(text.ljust(size), to=to, info=_info(name, record))


def read(sealed: bytes | memoryview, *, by: PrivateKey, name: str, record: UUID) -> Payload | None:
    """Open what ``seal`` sealed; None when it does not fit its row."""
    try:
        found: Payload = json.loads(open_text(bytes(sealed), by=by, info=_info(name, record)))
    except (CannotOpen, ValueError):
        return None
    return found


def read_own(
    sealed: bytes | memoryview, *, key_id: int | None, name: str, record: UUID, actor: "Actor"
) -> Payload | None:
    """Open what is sealed to the actor's organisation; None when it cannot be opened by them."""
    if key_id is None:
        return None
    try:
        private = keyring.organisation_private(actor, key_id)
    except (Forbidden, Locked):
        return None
    return read(sealed, by=private, name=name, record=record)


def _wrap_info(purpose: Purpose, organisation_id: int) -> bytes:
    return f"korgoo key of pairs v1 {purpose} {organisation_id}".encode()


def _info(name: str, record: UUID) -> bytes:
    return f"korgoo pairs v1 {name} {record.hex}".encode()
