"""Zip files from outside: unpacked in memory, with a limit at every step.

An archive can lie about everything. Its own word on sizes is not believed, and its names are words,
never paths.
"""

import io
import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

# What file managers add unasked.
_IGNORED = re.compile(r"(^|/)(__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$")
# Reading these can be stopped after so many bytes. The others unpack a whole block first, whatever its
# size: a few hundred bytes become a gigabyte before anybody could count them.
_MEASURABLE = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)


class Why(StrEnum):
    """Why an archive is refused as a whole."""

    TOO_LARGE = "too-large"
    NO_ARCHIVE = "no-archive"
    TOO_MANY = "too-many"
    BOMB = "bomb"
    NAME = "name"
    TWICE = "twice"
    SECRET = "secret"  # noqa: S105 - a reason
    EMPTY = "empty"
    NOT_TEXT = "not-text"


class Refused(Exception):
    """The archive was not unpacked. ``name``: the file inside that is to blame; may be empty."""

    def __init__(self, why: Why, name: str = "") -> None:
        self.why = why
        self.name = name
        super().__init__(f"{why}: {name}")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold.

    Attributes:
        file: bytes of one file.
        unpacked: bytes of all of them.
        files: how many.
        ratio: unpacked to packed bytes of a file; text packs ten to one, a thousand is an attack.
        small: bytes under which a file may pack as it likes.
        name: what every name must look like.
    """

    file: int
    unpacked: int
    files: int
    ratio: int = 100
    small: int = 64 * 1024
    name: re.Pattern[str] = re.compile(r"^[^\x00-\x1f]{1,200}$")


def is_archive(data: bytes) -> bool:
    """Tell whether data begin as a zip file does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def unpack(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Take an archive apart.

    Args:
        data: A zip file.
        limits: How much it may hold.

    Returns:
        Content by name, in the archive's order, without folders and what systems add of their own.

    Raises:
        Refused: It is no zip file, or too large, or locked, or holds what does not belong there.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return dict(_contents(archive, limits))
    except _BROKEN as error:
        raise Refused(Why.NO_ARCHIVE) from error
    except RuntimeError as error:  # a password is asked for
        raise Refused(Why.SECRET) from error


def _contents(archive: zipfile.ZipFile, limits: Limits) -> Iterator[tuple[str, bytes]]:
    entries = [e for e in archive.infolist() if not e.is_dir() and not _IGNORED.search(e.filename)]
    if not entries:
        raise Refused(Why.EMPTY)
    if len(entries) > limits.files:
        raise Refused(Why.TOO_MANY)
    seen: set[str] = set()
    left = limits.unpacked
    for entry in entries:
        _check(entry, seen, limits)
        seen.add(entry.filename)
        content = _read(archive, entry, min(limits.file, left))
        left -= len(content)
        yield entry.filename, content


def _check(entry: zipfile.ZipInfo, seen: set[str], limits: Limits) -> None:
    name = entry.filename
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    if not limits.name.match(name) or ".." in name or is_link:
        raise Refused(Why.NAME, name[:200])
    if name in seen:
        raise Refused(Why.TWICE, name)
    if entry.flag_bits & 0x1:
        raise Refused(Why.SECRET, name)
    if entry.compress_type not in _MEASURABLE:
        raise Refused(Why.NO_ARCHIVE, name)
    if entry.file_size > limits.file:
        raise Refused(Why.TOO_LARGE, name)
    packed = max(entry.compress_size, 1)
    if entry.file_size > limits.small and entry.file_size / packed > limits.ratio:
        raise Refused(Why.BOMB, name)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Read one file, and no more than may be: what the archive says of its size may be a lie."""
    with archive.open(entry) as opened:
        content = opened.read(most + 1)
    if len(content) > most:
        raise Refused(Why.BOMB, entry.filename)
    return content
