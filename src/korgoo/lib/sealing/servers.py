"""Keys that the server derives from its own secret, one for each purpose."""

from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from korgoo.lib.sealing.keys import KEY_BYTES, DataKey


def server_key(secret: str, *, purpose: str) -> DataKey:
    """Derive a key for one purpose (HKDF-SHA256)."""
    info = f"korgoo server key v1 {purpose}".encode()
    raw = HKDF(SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret.encode())
    return DataKey(raw)


def server_digest(text: str, *, secret: str, purpose: str, about: str) -> str:
    """Hash a short code so that a copy of the database does not tell it (HMAC-SHA256, hexadecimal).

    Args:
        text: The code.
        secret: The server's secret, which no row holds.
        purpose: What the code is for; each purpose has a key of its own.
        about: The record it belongs to, so that equal codes have different hashes.
    """
    code = HMAC(server_key(secret, purpose=purpose).raw, SHA256())
    code.update(f"{about}\0{text}".encode())
    return code.finalize().hex()


def is_same(one: str, other: str) -> bool:
    """Compare two hashes in a time that does not depend on where they differ."""
    return bytes_eq(one.encode(), other.encode())
