"""Keys and sealed data. No other module of the platform sees the bytes of a key.

Everything here is `cryptography`: HPKE (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM), AES-256-GCM,
Argon2id (RFC 9106), Ed25519. The house adds only which thing is bound to which.
"""

from korgoo.lib.sealing.heads import sign_text, signing_key_from, verify_text
from korgoo.lib.sealing.keys import (
    CannotOpen,
    DataKey,
    PrivateKey,
    derived_key,
    new_data_key,
    new_private_key,
)
from korgoo.lib.sealing.passwords import lock_with_password, open_with_password
from korgoo.lib.sealing.payloads import (
    open_payload,
    open_payloads,
    open_text,
    seal_payload,
    seal_text,
)
from korgoo.lib.sealing.printed import from_printed, to_printed
from korgoo.lib.sealing.sessions import lock_for_session, open_from_session

__all__ = [
    "CannotOpen",
    "DataKey",
    "PrivateKey",
    "derived_key",
    "from_printed",
    "lock_for_session",
    "lock_with_password",
    "new_data_key",
    "new_private_key",
    "open_from_session",
    "open_payload",
    "open_payloads",
    "open_text",
    "open_with_password",
    "seal_payload",
    "seal_text",
    "sign_text",
    "signing_key_from",
    "to_printed",
    "verify_text",
]
