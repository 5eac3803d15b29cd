"""Files that somebody brings: unpacked only when they are few, small and properly named."""

import io
import re
import zipfile
from pathlib import PurePosixPath

from korgoo.lib import archives
from korgoo.lib.archives import Limits, Refused, Why, is_archive

__all__ = ["Refused", "Why", "clean_name", "is_archive", "pack", "unpack"]

LARGEST_UPLOAD = 5 * 1024 * 1024
LARGEST_FILE = 1024 * 1024
MOST_UNPACKED = 3 * 1024 * 1024
MOST_FILES = 300
LONGEST_NAME = 200
_NAME = re.compile(r"^(?=.{1,200}$)[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$")
LIMITS = Limits(file=LARGEST_FILE, unpacked=MOST_UNPACKED, files=MOST_FILES, name=_NAME)
_TOP = {"catalogues", "views"}


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
    return _without_folder(archives.unpack(data, LIMITS))


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
