"""Small secrets that the server itself must read (second factors), kept out of database copies."""

from base64 import b64decode, b64encode

from django.conf import settings

from korgoo.lib.sealing.payloads import open_payload, seal_payload
from korgoo.lib.sealing.servers import server_key

BINDING = b"korgoo second factor v1"


def encrypt(text: str) -> str:
    """Seal a text under a key derived from the server's secret."""
    key = server_key(settings.SECRET_KEY, purpose="second factor")
    return b64encode(seal_payload(text.encode(), key=key, binding=BINDING)).decode()


def decrypt(sealed: str) -> str:
    """Open what ``encrypt`` sealed.

    Raises:
        CannotOpen: The server's secret is another one.
    """
    key = server_key(settings.SECRET_KEY, purpose="second factor")
    return open_payload(b64decode(sealed), key=key, binding=BINDING).decode()
