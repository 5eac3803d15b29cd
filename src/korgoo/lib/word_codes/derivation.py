"""What a code of words leads to: where something lies, and the seed of the key that opens it.

PBKDF2, because a browser has it and must come to the same; slow, because 63 bits are not many: whoever
has a copy of the database must do this work for each code they try. The arithmetic is in
docs/decisions/0018-help-without-a-name.md.
"""

import hashlib
import hmac
from dataclasses import dataclass, field

ITERATIONS = 600_000
SALT = b"korgoo receipt v1"
LOCATOR_BYTES, SEED_BYTES = 16, 32


@dataclass(frozen=True, slots=True)
class Derived:
    """What a code leads to.

    Attributes:
        locator: where its things lie, 16 bytes; tells nothing of the key.
        private: seed of an X25519 key, 32 bytes; korgoo.lib.sealing makes the key of it.
    """

    locator: bytes = field(repr=False)
    private: bytes = field(repr=False)


def derive(canonical: str) -> Derived:
    """Derive from a code; about a third of a second, on purpose.

    Args:
        canonical: A code as ``read_code`` gives it.

    Source:
        RFC 8018 (PBKDF2-HMAC-SHA256, one block), RFC 5869 (HKDF-Expand, its first
        block); OWASP, Password Storage
        (600,000 iterations).
    """
    stretched = hashlib.pbkdf2_hmac("sha256", canonical.encode(), SALT, ITERATIONS)
    return Derived(
        _part(stretched, b"locator", LOCATOR_BYTES), _part(stretched, b"key", SEED_BYTES)
    )


def locator(canonical: str, purpose: str) -> bytes:
    """Derive where something of one purpose lies, for missions that need no key.

    Args:
        canonical: A code as ``read_code`` gives it.
        purpose: Such as "agency alert"; places of two purposes cannot be joined.

    Returns:
        32 bytes.
    """
    return hmac.digest(derive(canonical).locator, purpose.encode(), "sha256")


def _part(stretched: bytes, name: bytes, length: int) -> bytes:
    return hmac.digest(stretched, SALT + b" " + name + b"\x01", "sha256")[:length]
