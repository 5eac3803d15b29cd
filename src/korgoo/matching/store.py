"""Encoded lists as files: a folder of plain arrays that opens at once, mapped, and holds no clear name."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np

from korgoo.matching.encoding import CODES, PERSON_NAMES, RECORD_BITS, Encoded
from korgoo.matching.hashing import Bits

FORMAT = 1
HEAD, IDENTIFIERS = "head.json", "identifiers.txt"
ARRAYS = (
    "record",
    *(f"filter-{name}" for name in PERSON_NAMES),
    *(f"code-{name}" for name in CODES),
)


class BadStore(Exception):
    """A folder that is no encoded list, or does not go with another one."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An encoded list: what it holds, the fingerprint of its key, and whose record each row is."""

    encoded: Encoded
    key: str
    folder: Path

    def identifiers(self) -> list[str]:
        """Give the identifiers that the owner gave the records: codes of the owner's, no names."""
        return (self.folder / IDENTIFIERS).read_text(encoding="utf-8").splitlines()


class Writer:
    """Writes an encoded list part by part, so that memory does not grow with it."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder, self._key, self._count = folder, key, 0
        self._files: dict[str, IO[bytes]] = {name: (folder / name).open("wb") for name in ARRAYS}
        self._names = (folder / IDENTIFIERS).open("w", encoding="utf-8", newline="\n")

    def add(self, identifiers: list[str], part: Encoded) -> None:
        """Add records."""
        for name, array in arrays(part):
            self._files[name].write(np.ascontiguousarray(array).data)
        self._names.writelines(f"{one.replace(chr(10), ' ')}\n" for one in identifiers)
        self._count += len(part)

    def close(self) -> None:
        """Close the files; an unfinished folder says of itself that it is none."""
        for file in self._files.values():
            file.close()
        self._names.close()

    def finish(self) -> None:
        """Say what the folder is, when all is in it."""
        self.close()
        head = {"format": FORMAT, "records": self._count, "key": self._key, "bits": RECORD_BITS}
        (self._folder / HEAD).write_text(json.dumps(head), encoding="utf-8")


@contextmanager
def writing(folder: Path, key: str) -> Iterator[Writer]:
    """Write a folder whole or not at all, readable by its owner alone.

    Raises:
        BadStore: The folder is there already.
    """
    if folder.exists():
        raise BadStore(f"{folder} is there already")
    folder.parent.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix=".korgoo-", dir=folder.parent))
    old = os.umask(0o077)
    writer = Writer(place, key)
    try:
        yield writer
        writer.finish()
        place.rename(folder)
    finally:
        writer.close()
        os.umask(old)
        shutil.rmtree(place, ignore_errors=True)


def opened(folder: Path) -> Stored:
    """Open an encoded list; nothing is read before it is needed.

    Raises:
        BadStore: It is none, of another format, or cut short.
    """
    try:
        head = json.loads((folder / HEAD).read_text(encoding="utf-8"))
        if (head["format"], head["bits"]) != (FORMAT, RECORD_BITS):
            raise BadStore(f"{folder}: written by another version; encode the list again")
        count, key = int(head["records"]), str(head["key"])
        mapped = {name: _mapped(folder / name, count) for name in ARRAYS}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadStore(f"{folder}: not an encoded list, or cut short") from error
    filters = {name: mapped[f"filter-{name}"] for name in PERSON_NAMES}
    codes = {name: mapped[f"code-{name}"] for name in CODES}
    return Stored(Encoded(mapped["record"], filters, codes), key, folder)


def _mapped(path: Path, count: int) -> Bits:
    words = path.stat().st_size // 8
    if count == 0:
        return np.zeros((0, 8), np.uint64)
    if words * 8 != path.stat().st_size or words % count:
        raise ValueError(path.name)
    wide = path.name == "record" or path.name.startswith("filter-")
    shape = (count, words // count) if wide else (count,)
    return np.memmap(path, "<u8", "r", shape=shape)


def arrays(part: Encoded) -> Iterator[tuple[str, Bits]]:
    """Name the arrays of an encoding."""
    yield "record", part.record
    for name in PERSON_NAMES:
        yield f"filter-{name}", part.filters[name]
    for name in CODES:
        yield f"code-{name}", part.codes[name]
