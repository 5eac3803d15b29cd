"""A member's private key, locked by the member's password."""

import json
import secrets
from base64 import b64decode, b64encode

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from django.conf import settings

from korgoo.lib.sealing.keys import KEY_BYTES, CannotOpen, DataKey, PrivateKey
from korgoo.lib.sealing.payloads import open_payload, seal_payload

SALT_BYTES = 16
BINDING = b"korgoo member key v1"


def lock_with_password(private: PrivateKey, password: str) -> str:
    """Seal a private key under Argon2id of a password, with the cost of settings.MEMBER_KEY_COST.

    Returns:
        JSON with the salt, the cost and the sealed key, so that a later change of cost opens
        old ones too.

    Source:
        RFC 9106, section 4 (64 MiB, 3 passes).
    """
    salt = secrets.token_bytes(SALT_BYTES)
    cost: dict[str, int] = settings.MEMBER_KEY_COST
    sealed = seal_payload(private.raw, key=key_from(password, salt, cost), binding=BINDING)
    return json.dumps({"salt": _text(salt), "cost": cost, "sealed": _text(sealed)})


def open_with_password(locked: str, password: str) -> PrivateKey:
    """Open what ``lock_with_password`` sealed.

    Raises:
        CannotOpen: Another password, or a changed record.
    """
    try:
        record = json.loads(locked)
        key = key_from(password, b64decode(record["salt"]), record["cost"])
        sealed = b64decode(record["sealed"])
    except (KeyError, TypeError, ValueError) as error:
        raise CannotOpen("not a locked key") from error
    raw = open_payload(sealed, key=key, binding=BINDING)
    if len(raw) != KEY_BYTES:
        raise CannotOpen("not a key")
    return PrivateKey(raw)


def key_from(password: str, salt: bytes, cost: dict[str, int]) -> DataKey:
    """Derive a key from a password or a code (Argon2id), slowly on purpose.

    Args:
        password: What a person knows.
        salt: 16 random bytes.
        cost: ``memory_cost`` in KiB, ``iterations``, ``lanes``.
    """
    derive = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost["iterations"],
        lanes=cost["lanes"],
        memory_cost=cost["memory_cost"],
    )
    return DataKey(derive.derive(password.encode()))


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()
