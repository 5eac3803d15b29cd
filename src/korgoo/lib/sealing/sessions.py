"""A member's open key between two requests: one half in the session row, one in a cookie.

The session row holds ciphertext, the browser holds the random key to it. Either alone opens nothing.
"""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as BadBase64

from korgoo.lib.sealing.keys import KEY_BYTES, CannotOpen, DataKey, PrivateKey
from korgoo.lib.sealing.payloads import open_payload, seal_payload


def lock_for_session(private: PrivateKey, *, member: int) -> tuple[str, str]:
    """Split an open member key in two.

    Returns:
        What goes into the cookie (43 characters), and what goes into the session row.
    """
    key = DataKey(secrets.token_bytes(KEY_BYTES))
    sealed = seal_payload(private.raw, key=key, binding=_binding(member))
    return urlsafe_b64encode(key.raw).decode().rstrip("="), urlsafe_b64encode(sealed).decode()


def open_from_session(cookie: str, row: str, *, member: int) -> PrivateKey:
    """Join the two halves again.

    Raises:
        CannotOpen: They do not belong together, or to this member.
    """
    try:
        key = DataKey(urlsafe_b64decode(cookie + "="))
        sealed = urlsafe_b64decode(row)
    except (BadBase64, ValueError) as error:
        raise CannotOpen("not a session key") from error
    return PrivateKey(open_payload(sealed, key=key, binding=_binding(member)))


def _binding(member: int) -> bytes:
    return f"korgoo session v1 {member}".encode()
