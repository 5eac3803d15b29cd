"""Keys that the server derives from its own secret, one for each purpose."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from korgoo.lib.sealing.keys import KEY_BYTES, DataKey


def server_key(secret: str, *, purpose: str) -> DataKey:
    """Derive a key for one purpose (HKDF-SHA256)."""
    info = f"korgoo server key v1 {purpose}".encode()
    raw = HKDF(SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret.encode())
    return DataKey(raw)
