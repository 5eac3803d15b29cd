"""Files that somebody brings: unpacked only when they are few, small and properly named.

An archive can lie about everything. It is read with a limit at every step, and a name that leads
anywhere but into the guideline is refused.
"""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePosixPath

LARGEST_UPLOAD = 5 * 1024 * 1024
LARGEST_FILE = 1024 * 1024
MOST_UNPACKED = 10 * 1024 * 1024
MOST_FILES = 300
# Text packs ten to one; a thousand to one is an attack. Small files may pack as they like.
HIGHEST_RATIO = 100
SMALL = 64 * 1024
LONGEST_NAME = 200
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$")
# What file managers add unasked.
_IGNORED = re.compile(r"(^|/)(__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$")
_TOP = {"catalogues", "views"}


class Why(StrEnum):
    """Why brought files are refused as a whole."""

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
    """The files were not unpacked. ``name``: the file inside that is to blame; may be empty."""

    def __init__(self, why: Why, name: str = "") -> None:
        self.why = why
        self.name = name
        super().__init__(f"{why}: {name}")


def unpack(data: bytes) -> dict[str, bytes]:
    """Take an archive apart.

    Args:
        data: a zip file.

    Returns:
        Content by name, the folder around all of them taken away.

    Raises:
        Refused: It is no zip file, or too large, or holds what does not belong there.
    """
    if len(data) > LARGEST_UPLOAD:
        raise Refused(Why.TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _without_folder(dict(_contents(archive)))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise Refused(Why.NO_ARCHIVE) from error
    except RuntimeError as error:  # a password is asked for
        raise Refused(Why.SECRET) from error


def is_archive(data: bytes) -> bool:
    """Tell whether data begin as a zip file does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def clean_name(name: str) -> str:
    """Give the name of a single file without the folders that it came from.

    Args:
        name: as the browser said it.

    Raises:
        Refused: It holds what no name of a guideline's file can.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = re.sub(r"\.yml$", ".yaml", last, flags=re.IGNORECASE)
    if len(plain) > LONGEST_NAME or not _NAME.match(plain) or ".." in plain:
        raise Refused(Why.NAME, last[:LONGEST_NAME])
    return plain


def _contents(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [e for e in archive.infolist() if not e.is_dir() and not _IGNORED.search(e.filename)]
    if not entries:
        raise Refused(Why.EMPTY)
    if len(archive.infolist()) > MOST_FILES:
        raise Refused(Why.TOO_MANY)
    seen: set[str] = set()
    total = 0
    for entry in entries:
        _check(entry, seen)
        seen.add(entry.filename)
        content = _read(archive, entry)
        total += len(content)
        if total > MOST_UNPACKED:
            raise Refused(Why.BOMB)
        yield entry.filename, content


def _check(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    if len(name) > LONGEST_NAME or not _NAME.match(name) or ".." in name or is_link:
        raise Refused(Why.NAME, name[:LONGEST_NAME])
    if name in seen:
        raise Refused(Why.TWICE, name)
    if entry.flag_bits & 0x1:
        raise Refused(Why.SECRET, name)
    if entry.file_size > LARGEST_FILE:
        raise Refused(Why.TOO_LARGE, name)
    packed = max(entry.compress_size, 1)
    if entry.file_size > SMALL and entry.file_size / packed > HIGHEST_RATIO:
        raise Refused(Why.BOMB, name)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read one file, and no more than may be: what the archive says of its size may be a lie."""
    with archive.open(entry) as opened:
        content = opened.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise Refused(Why.TOO_LARGE, entry.filename)
    return content


def _without_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    """Take away one folder around everything, as most programs pack it."""
    tops = {PurePosixPath(name).parts[0] for name in files}
    all_inside = all("/" in name for name in files)
    if len(tops) != 1 or not all_inside or tops <= _TOP:
        return files
    return {name.partition("/")[2]: content for name, content in files.items()}


def pack(texts: dict[str, str]) -> bytes:
    """Pack texts as a zip file, the same bytes for the same texts.

    Args:
        texts: content by name.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(texts):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, texts[name].encode())
    return packed.getvalue()
