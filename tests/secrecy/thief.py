"""A thief with a copy of the database, its backup, and every secret of the server."""

import json
import re
from base64 import b64decode, b64encode, urlsafe_b64decode
from binascii import Error as BadBase64
from importlib import import_module
from itertools import product

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import signing
from django.db import connection

from korgoo.access import server_secret
from korgoo.lib.sealing import CannotOpen
from korgoo.lib.sealing.heads import signing_key_from
from korgoo.lib.sealing.keys import DataKey, PrivateKey
from korgoo.lib.sealing.payloads import open_payload

BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")


def every_value():
    """Read every value of every table, as bytes."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the engine itself
            for row in cursor.fetchall():
                yield from (as_bytes(value) for value in row if value is not None)


def as_bytes(value):
    """Write a value as the bytes that a reader of the raw table sees."""
    if isinstance(value, bytes | memoryview):
        return bytes(value)
    return value.encode() if isinstance(value, str) else json.dumps(value, default=str).encode()


def opened_sessions():
    """Open every session with the server's secret, as the server does."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    return [store.decode(row.session_data) for row in Session.objects.all()]


def everything_that_opens(values):
    """Try each server secret on each value, and on what base64 hides in it."""
    pieces = {piece for value in values for piece in hidden_in(value)}
    yield from pieces
    keys = list(server_keys())
    for piece, key in product(pieces, keys):
        yield from tried(piece, key)
    for piece in pieces:
        text = piece.decode("utf-8", "ignore")
        yield from (as_bytes(found) for found in signed_by_server(text))


def hidden_in(value):
    """Give the value, and whatever base64 stands in it."""
    yield value
    for match in BASE64.findall(value):
        for decode in (b64decode, urlsafe_b64decode):
            try:
                yield decode(match + b"=" * (-len(match) % 4))
            except (BadBase64, ValueError):
                continue


def server_keys():
    """Make every key that the server's secret can make."""
    from korgoo.lib.sealing.servers import server_key

    yield server_key(settings.SECRET_KEY, purpose="second factor")
    yield DataKey(signing_key_from(settings.SECRET_KEY).private_bytes_raw())
    yield DataKey(settings.SECRET_KEY.encode().ljust(32, b"\0")[:32])


BINDINGS = (b"", server_secret.BINDING, b"korgoo member key v1", b"korgoo session v1 1")


def tried(piece, key):
    """Try a key on a piece: as AES-GCM with every known binding, and as a private key."""
    for binding in BINDINGS:
        try:
            yield open_payload(piece, key=key, binding=binding)
        except (CannotOpen, ValueError):
            continue
    try:
        yield PrivateKey(key.raw).unwrap(piece, info=b"")
    except CannotOpen:
        return


def signed_by_server(text):
    """Read a text that the server signed, if it is one."""
    for salt in ("korgoo.access.kept", "korgoo.access.session", "django.core.signing"):
        try:
            yield signing.loads(text, salt=salt)
        except signing.BadSignature:
            continue


def disguises(needle):
    """Write a secret in the ways in which it could lie in a file."""
    yield from (needle.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "cp1251"))
    yield json.dumps(needle).strip('"').encode()
    yield needle.encode().hex().encode()
    # The three shifts of base64: without the first and last characters, which neighbours change.
    yield from (b64encode(b"x" * shift + needle.encode())[4:-4] for shift in range(3))
