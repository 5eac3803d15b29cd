"""What is written under a data key, and what is written straight to one reader."""

import secrets
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from korgoo.lib.sealing.keys import CannotOpen, DataKey, PrivateKey, wrap

NONCE_BYTES = 12
# Lengths are rounded up, so that a sealed row does not tell a short name from a long one.
PAD_TO = 256


def pad(text: bytes) -> bytes:
    """Append 0x80 and zeros up to a multiple of 256 bytes (ISO/IEC 7816-4)."""
    missing = -(len(text) + 1) % PAD_TO
    return text + b"\x80" + b"\0" * missing


def unpad(padded: bytes) -> bytes:
    """Undo ``pad``."""
    return padded[: padded.rindex(b"\x80")]


def seal_payload(text: bytes, *, key: DataKey, binding: bytes) -> bytes:
    """Encrypt bytes under a data key with AES-256-GCM.

    Args:
        text: The plain bytes, any length.
        key: A key used for one version only, so that its nonces never meet.
        binding: Associated data: case, facet and version. Must be given again to open.

    Returns:
        Nonce (12 bytes), ciphertext and tag.
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key.raw).encrypt(nonce, pad(text), binding)


def open_payload(sealed: bytes, *, key: DataKey, binding: bytes) -> bytes:
    """Decrypt what ``seal_payload`` made.

    Raises:
        CannotOpen: Another key, another binding, or changed bytes.
    """
    try:
        padded = AESGCM(key.raw).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], binding)
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("sealed data does not fit its record") from error
    return unpad(padded)


def seal_text(text: bytes, *, to: bytes, info: bytes) -> bytes:
    """Seal bytes to one public key (32 bytes): only its holder can read them."""
    return wrap(pad(text), to=to, info=info)


def open_text(sealed: bytes, *, by: PrivateKey, info: bytes) -> bytes:
    """Open what ``seal_text`` sealed to this key.

    Raises:
        CannotOpen: Another key, other ``info``, or changed bytes.
    """
    return unpad(by.unwrap(sealed, info=info))


def open_payloads(sealed: Iterable[tuple[bytes, bytes]], *, key: DataKey) -> list[bytes | None]:
    """Decrypt many payloads under one key, in order.

    Args:
        sealed: Ciphertext and binding of each.
        key: The key of all of them.

    Returns:
        The plain bytes of each; None for one that does not open.
    """
    decrypt, found = AESGCM(key.raw).decrypt, list[bytes | None]()
    for text, binding in sealed:
        try:
            padded = decrypt(text[:NONCE_BYTES], text[NONCE_BYTES:], binding)
            # As ``unpad``: a call for each of a million takes a tenth of the whole.
            found.append(padded[: padded.rindex(b"\x80")])
        except (InvalidTag, ValueError):
            found.append(None)
    return found
