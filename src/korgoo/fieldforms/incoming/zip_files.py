"""Several files in one archive. What it unpacks to is counted while it is unpacked."""

import io
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from korgoo.fieldforms.incoming.faults import Fault, Place, Rule, shortened
from korgoo.fieldforms.incoming.raw import MOST_SUBMISSIONS

MOST_UNPACKED = 20 * 1024 * 1024
# Folders and marks that systems put into archives of themselves.
OF_THE_SYSTEM = ("__MACOSX/", ".DS_Store")
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError)
REFUSED = (*BROKEN, struct.error, ValueError, RuntimeError, NotImplementedError)


@dataclass(slots=True)
class Unpacked:
    """Files of an archive with their names, or what is wrong with it."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def unpack(data: bytes, file: str) -> Unpacked:
    """Unpack an archive in memory.

    Args:
        data: What the archive holds.
        file: Its name, for the faults.

    Returns:
        Its files. An archive that is broken, locked, or unpacks to more than ``MOST_UNPACKED``
        bytes or ``MOST_SUBMISSIONS`` files gives a fault and none of its files.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpack(archive, file)
    except REFUSED:
        return _refused(file, Rule.UNREADABLE)


def _unpack(archive: zipfile.ZipFile, file: str) -> Unpacked:
    members = [one for one in archive.infolist() if not _is_left_out(one)]
    if len(members) > MOST_SUBMISSIONS:
        return _refused(file, Rule.TOO_MANY)
    if sum(one.file_size for one in members) > MOST_UNPACKED:
        return _refused(file, Rule.PACKED)
    found = Unpacked()
    left = MOST_UNPACKED
    for one in members:
        with archive.open(one) as member:
            contents = member.read(left + 1)
        # The archive's own word on its sizes is not believed.
        left -= len(contents)
        found.files.append((one.filename, contents))
        if left < 0:
            return _refused(file, Rule.PACKED)
    return found


def _is_left_out(member: zipfile.ZipInfo) -> bool:
    name = member.filename
    return member.is_dir() or name.startswith(OF_THE_SYSTEM) or _base(name) in OF_THE_SYSTEM


def _base(name: str) -> str:
    return PurePosixPath(name).name


def _refused(file: str, rule: Rule) -> Unpacked:
    return Unpacked(faults=[Fault(Place(shortened(file)), "", rule)])
