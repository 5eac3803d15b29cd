"""Seal and open words of callers and of colleagues. The only module of this mission that touches keys."""

import json
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from korgoo.access import keyring
from korgoo.lib.errors import DomainError, Forbidden
from korgoo.lib.sealing import CannotOpen, open_text, seal_text

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

Payload = dict[str, Any]


def seal(payload: Payload, *, record: str, actor: "Actor") -> tuple[int, bytes]:
    """Seal words to the actor's organisation.

    Args:
        payload: JSON data.
        record: Label of the record to which they are bound.
        actor: Whose organisation can read them.

    Returns:
        The number of its key, and the ciphertext.

    Raises:
        DomainError: It has no key yet.
    """
    own = actor.organisation_id
    reader = keyring.readers({own}).get(own)
    if reader is None:
        raise DomainError(_("This cannot be sealed yet: nobody here has a key."))
    text = json.dumps(payload, ensure_ascii=False).encode()
    return reader.key_id, seal_text(text, to=reader.public, info=_info(record))


def unseal(sealed: bytes | memoryview, *, key_id: int, record: str, actor: "Actor") -> Payload:
    """Open what was sealed to the actor's organisation; the caller leaves the audit row.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or the seal does not fit.
    """
    private = keyring.organisation_private(actor, key_id)
    try:
        found: Payload = json.loads(open_text(bytes(sealed), by=private, info=_info(record)))
    except CannotOpen:
        raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None
    return found


def _info(record: str) -> bytes:
    return f"korgoo desk v1 {record}".encode()
