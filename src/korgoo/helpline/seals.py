"""Seal and open what belongs to help without a name. The only module of this mission that touches keys.

A message is sealed to the helpline, and to the key behind the person's seven words. A browser does the
same by itself where it can (static/korgoo/ask.js): both must bind and pad alike.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings

from korgoo.access import keyring
from korgoo.lib.sealing import CannotOpen, PrivateKey, open_text, seal_text
from korgoo.lib.sealing.receipts import Receipt, receipt_of
from korgoo.lib.sealing.servers import server_digest

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.helpline.enums import Author

Payload = dict[str, Any]
TEXT, PHOTO = "text", "photo"
PURPOSE = "help without a name"
__all__ = ["CannotOpen", "PrivateKey", "Receipt", "Sealer", "receipt_of"]


@dataclass(frozen=True, slots=True)
class Sealer:
    """What one message is sealed with.

    Attributes:
        person: public half of the key behind the words, 32 bytes; names the conversation.
        helpline: public half of the helpline's key, 32 bytes.
        key: number that the sender gave the message.
        author: who writes it.
    """

    person: bytes
    helpline: bytes
    key: UUID
    author: "Author"

    def to_helpline(self, payload: Payload) -> bytes:
        """Seal words to the helpline."""
        return seal_text(_write(payload), to=self.helpline, info=self._info(TEXT))

    def to_person(self, payload: Payload) -> bytes:
        """Seal words to the person's seven words."""
        return seal_text(_write(payload), to=self.person, info=self._info(TEXT))

    def photo(self, content: bytes) -> bytes:
        """Seal a picture to the helpline."""
        return seal_text(content, to=self.helpline, info=self._info(PHOTO))

    def _info(self, part: str) -> bytes:
        return info_of(self.person, self.key, self.author, part)


def info_of(person: bytes, key: UUID, author: str, part: str) -> bytes:
    """Say what a seal is bound to: conversation, message, author and part."""
    return f"korgoo help v1 {person.hex()} {key} {author} {part}".encode()


def number_of(receipt: Receipt, form: UUID, payload: Payload, photo: bytes) -> UUID:
    """Give the same number to the same message of the same form, sent twice; another to an edited one.

    Only who has the words can compute it: it tells nothing of the text.
    """
    whole = hmac.new(receipt.private.raw, form.bytes + _write(payload), "sha256")
    whole.update(hashlib.sha256(photo).digest())
    return UUID(bytes=whole.digest()[:16], version=4)


def place_of(locator: bytes) -> str:
    """Hash where the words lead under the server's secret: so it is kept."""
    return server_digest(locator.hex(), secret=settings.SECRET_KEY, purpose=PURPOSE, about="")


def open_by_helpline(
    sealed: bytes | memoryview, *, key_id: int, info: bytes, actor: "Actor"
) -> bytes:
    """Open what was sealed to the actor's organisation; the caller leaves the audit row.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key.
        CannotOpen: It was not sealed as it should be: a browser may send anything.
    """
    private = keyring.organisation_private(actor, key_id)
    return open_text(bytes(sealed), by=private, info=info)


def open_by_person(sealed: bytes | memoryview, *, info: bytes, private: PrivateKey) -> Payload:
    """Open what was sealed to the person's words.

    Raises:
        CannotOpen: It was sealed to another key.
    """
    return read(open_text(bytes(sealed), by=private, info=info))


def read(text: bytes) -> Payload:
    """Read words that a browser may have sealed: what is no text becomes none.

    Raises:
        CannotOpen: They were never words of this platform.
    """
    try:
        found = json.loads(text)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CannotOpen("not words") from error
    if not isinstance(found, dict):
        raise CannotOpen("not words")
    return {str(name): value for name, value in found.items() if isinstance(value, str)}


def _write(payload: Payload) -> bytes:
    return json.dumps(payload, ensure_ascii=False).encode()
