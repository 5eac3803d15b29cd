"""A private key behind a code that a person carries, beside a second door that leads nowhere.

Both doors are always there, and both are tried with every code: neither the record nor the time
tells whether a second code was ever chosen, or which one was used.
"""

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass

from django.conf import settings

from korgoo.lib.sealing.keys import KEY_BYTES, CannotOpen, DataKey, PrivateKey, new_private_key
from korgoo.lib.sealing.passwords import SALT_BYTES, key_from
from korgoo.lib.sealing.payloads import open_payload, seal_payload

BINDINGS = (b"korgoo page door v1 0", b"korgoo page door v1 1")
_LEADS, _NOWHERE, _NOWHERE_MARKED = b"\1", b"\0", b"\2"


@dataclass(frozen=True, slots=True)
class Opened:
    """What is behind a door: a key, whether it is the person's, and whether a mark is to be left.

    Behind the second door lies a key that opens nothing.
    """

    private: PrivateKey
    leads: bool
    leaves_mark: bool


def lock_doors(
    private: PrivateKey, *, code: str, other: str = "", leaves_mark: bool = False
) -> str:
    """Seal a private key under Argon2id of a code, with the cost of settings.MEMBER_KEY_COST.

    Args:
        private: The person's key.
        code: Digits that lead to it.
        other: Digits that lead nowhere; empty: a random code that nobody knows takes the place.
        leaves_mark: The other code shall leave a mark.

    Returns:
        JSON with the salt, the cost and both doors.

    Raises:
        ValueError: Both codes are the same.

    Source:
        RFC 9106, section 4 (64 MiB, 3 passes).
    """
    if code == other:
        raise ValueError("the codes must differ")
    salt = secrets.token_bytes(SALT_BYTES)
    cost: dict[str, int] = settings.MEMBER_KEY_COST
    nowhere = _NOWHERE_MARKED if leaves_mark else _NOWHERE
    doors = (
        _seal(0, _LEADS + private.raw, key_from(code, salt, cost)),
        _seal(
            1,
            nowhere + new_private_key().raw,
            key_from(other or secrets.token_hex(KEY_BYTES), salt, cost),
        ),
    )
    return _write(salt, cost, doors)


def relock(locked: str, private: PrivateKey, *, code: str) -> str:
    """Put the person's key behind a new code; the other door stays as it is."""
    record = json.loads(locked)
    salt, cost = b64decode(record["salt"]), record["cost"]
    first = _seal(0, _LEADS + private.raw, key_from(code, salt, cost))
    return _write(salt, cost, (first, b64decode(record["doors"][1])))


def open_doors(locked: str, code: str) -> Opened:
    """Try a code on both doors; the work is the same whatever comes of it.

    Raises:
        CannotOpen: The code fits neither.
    """
    record = json.loads(locked)
    key = key_from(code, b64decode(record["salt"]), record["cost"])
    found = [_try(place, b64decode(door), key) for place, door in enumerate(record["doors"])]
    behind = found[0] or found[1]
    if not behind:
        raise CannotOpen("the code fits no door")
    mark, raw = behind[:1], behind[1:]
    return Opened(PrivateKey(raw), leads=mark == _LEADS, leaves_mark=mark == _NOWHERE_MARKED)


def _seal(place: int, text: bytes, key: DataKey) -> bytes:
    return seal_payload(text, key=key, binding=BINDINGS[place])


def _try(place: int, door: bytes, key: DataKey) -> bytes:
    try:
        return open_payload(door, key=key, binding=BINDINGS[place])
    except CannotOpen:
        return b""


def _write(salt: bytes, cost: dict[str, int], doors: tuple[bytes, bytes]) -> str:
    return json.dumps(
        {
            "salt": b64encode(salt).decode(),
            "cost": cost,
            "doors": [b64encode(door).decode() for door in doors],
        }
    )
