"""A recovery key on paper: groups of letters and digits that survive a telephone and a typist."""

import hashlib
from base64 import b32decode, b32encode

from korgoo.lib.sealing.keys import KEY_BYTES, CannotOpen, PrivateKey

CHECK_BYTES = 3
GROUP = 4
# Base32 has no 0, 1 and 8; people type them for O, I and B. On a Kyrgyz or Russian keyboard they
# type Cyrillic letters that look the same.
MISREAD = str.maketrans("018АВЕКМНОРСТУХ", "OIBABEKMHOPCTYX")


def to_printed(private: PrivateKey) -> str:
    """Write a private key as 14 groups of four characters, the last ones a check."""
    text = b32encode(private.raw + _check(private.raw)).decode().rstrip("=")
    return " ".join(text[i : i + GROUP] for i in range(0, len(text), GROUP))


def from_printed(text: str) -> PrivateKey:
    """Read back what ``to_printed`` wrote.

    Spaces, dashes, case, 0/1/8 and Cyrillic letters that look like Latin ones do not matter.

    Raises:
        CannotOpen: A character is wrong or missing.
    """
    letters = "".join(c for c in text.upper() if c.isalnum()).translate(MISREAD)
    try:
        raw = b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError as error:
        raise CannotOpen("the recovery key was not typed as printed") from error
    key, check = raw[:KEY_BYTES], raw[KEY_BYTES:]
    if len(key) != KEY_BYTES or check != _check(key):
        raise CannotOpen("the recovery key was not typed as printed")
    return PrivateKey(key)


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(b"korgoo recovery" + raw).digest()[:CHECK_BYTES]
