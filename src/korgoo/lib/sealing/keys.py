"""Key pairs and data keys, and how one is wrapped for the holder of another."""

import hashlib
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
KEY_BYTES = 32


class CannotOpen(Exception):
    """The key does not fit, or what it should open was changed."""


def wrap(secret: bytes, *, to: bytes, info: bytes) -> bytes:
    """Encrypt a secret so that only the holder of one private key reads it.

    Args:
        secret: What is wrapped.
        to: Public key of the reader, 32 bytes (X25519).
        info: What the wrap is bound to; the same bytes are needed to open it.

    Returns:
        HPKE encapsulated key and ciphertext, 48 bytes longer than the secret.

    Source:
        RFC 9180, base mode, single shot.
    """
    return SUITE.encrypt(secret, X25519PublicKey.from_public_bytes(to), info=info)


@dataclass(frozen=True, slots=True)
class DataKey:
    """The key of one version of one facet. Never shown, never logged."""

    raw: bytes = field(repr=False)

    def wrap_to(self, public: bytes, *, info: bytes) -> bytes:
        """Wrap this key for the holder of ``public`` (32 bytes), bound to ``info``."""
        return wrap(self.raw, to=public, info=info)

    def to_text(self) -> str:
        """Write this key as text, to stand inside another sealed thing and nowhere else."""
        return b64encode(self.raw).decode()

    @classmethod
    def from_text(cls, text: str) -> "DataKey":
        """Read a key that ``to_text`` wrote.

        Raises:
            CannotOpen: It is none.
        """
        try:
            raw = b64decode(text, validate=True)
        except ValueError as error:
            raise CannotOpen("this is no key") from error
        if len(raw) != KEY_BYTES:
            raise CannotOpen("this is no key")
        return cls(raw)


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """The private half of a member's, an organisation's or a recovery key."""

    raw: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public half, 32 bytes; no secret."""
        return self._key().public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        """Six groups of four hexadecimal digits that two people can compare by phone."""
        return fingerprint(self.public)

    def wrap_to(self, public: bytes, *, info: bytes) -> bytes:
        """Wrap this key for the holder of another one, bound to ``info``."""
        return wrap(self.raw, to=public, info=info)

    def unwrap(self, wrapped: bytes, *, info: bytes) -> bytes:
        """Open what was wrapped to this key.

        Raises:
            CannotOpen: Another key, other ``info``, or changed bytes.
        """
        try:
            return SUITE.decrypt(wrapped, self._key(), info=info)
        except (InvalidTag, ValueError) as error:
            raise CannotOpen("this key does not open it") from error

    def unwrap_private(self, wrapped: bytes, *, info: bytes) -> "PrivateKey":
        """Open another private key that was wrapped to this one."""
        return PrivateKey(self.unwrap(wrapped, info=info))

    def unwrap_data_key(self, wrapped: bytes, *, info: bytes) -> DataKey:
        """Open a data key that was wrapped to this key."""
        return DataKey(self.unwrap(wrapped, info=info))

    def _key(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self.raw)


def new_private_key() -> PrivateKey:
    """Make a key pair (X25519)."""
    return PrivateKey(X25519PrivateKey.generate().private_bytes_raw())


def new_data_key() -> DataKey:
    """Make a random 256-bit key for one version of one facet."""
    return DataKey(secrets.token_bytes(KEY_BYTES))


def fingerprint(public: bytes) -> str:
    """Shorten a public key to six groups of four hexadecimal digits (96 bits of SHA-256)."""
    digits = hashlib.sha256(public).hexdigest()[:24]
    return " ".join(digits[i : i + 4] for i in range(0, 24, 4))


def derived_key(key: DataKey, *, purpose: str) -> DataKey:
    """Derive a key for one purpose from another key (HKDF-SHA256, RFC 5869)."""
    info = f"korgoo derived key v1 {purpose}".encode()
    return DataKey(HKDF(SHA256(), length=KEY_BYTES, salt=None, info=info).derive(key.raw))
