"""Signatures under the daily head of the audit trail (Ed25519)."""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as BadBase64

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def signing_key_from(secret: str) -> Ed25519PrivateKey:
    """Derive the platform's signing key from the server secret, which no database row holds."""
    seed = HKDF(SHA256(), length=32, salt=None, info=b"korgoo audit head v1").derive(
        secret.encode()
    )
    return Ed25519PrivateKey.from_private_bytes(seed)


def sign_text(text: str, *, key: Ed25519PrivateKey) -> tuple[str, str]:
    """Sign a text.

    Returns:
        Public key and signature, both base64.
    """
    public = key.public_key().public_bytes_raw()
    return b64encode(public).decode(), b64encode(key.sign(text.encode())).decode()


def verify_text(text: str, *, public: str, signature: str) -> bool:
    """Tell whether the signature under a text was made with the private half of ``public``."""
    try:
        Ed25519PublicKey.from_public_bytes(b64decode(public)).verify(
            b64decode(signature), text.encode()
        )
    except (InvalidSignature, BadBase64, ValueError):
        return False
    return True


def digest(*parts: str) -> str:
    """Hash texts so that no two different lists give the same input (SHA-256, hexadecimal)."""
    whole = hashlib.sha256()
    for part in parts:
        raw = part.encode()
        whole.update(len(raw).to_bytes(8, "big"))
        whole.update(raw)
    return whole.hexdigest()
