"""The matching key as a file: made once, carried to the other side by another way than the lists."""

import os
import secrets
from pathlib import Path

from korgoo.matching.hashing import LEAST_KEY

HEAD = "korgoo matching key 1 "


class BadKey(Exception):
    """A file that is no matching key, or one that others can read."""


def make(path: Path) -> bytes:
    """Make a key and write it, readable by its owner alone.

    Raises:
        FileExistsError: The file is there: a key is never overwritten.
    """
    key = secrets.token_bytes(LEAST_KEY)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{HEAD}{key.hex()}\n")
    return key


def read(path: Path) -> bytes:
    """Read a key.

    Raises:
        BadKey: It is none, or its group or others may read it.
    """
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise BadKey(f"{path}: others can read it; run chmod 600 on it")
    text = path.read_text(encoding="utf-8", errors="replace").strip()
    try:
        key = bytes.fromhex(text.removeprefix(HEAD)) if text.startswith(HEAD) else b""
    except ValueError:
        key = b""
    if len(key) < LEAST_KEY:
        raise BadKey(f"{path}: not a matching key; make one with `korgoo match key`")
    return key
