"""Where the files of a pack come from: a folder, texts that were handed in, or plain data."""

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Protocol

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Document
from korgoo.countrypack.reading.plain_data import impurity
from korgoo.countrypack.reading.yaml_files import read_yaml

Found = tuple[Document | None, list[Fault]]


class Files(Protocol):
    """Named files, each of which can be read as a document."""

    @property
    def first_line(self) -> int:
        """The line that stands for a whole file: 1 in text, 0 in data that never was text."""

    def names(self) -> list[str]:
        """All names, sorted, with forward slashes."""

    def document(self, name: str) -> Found:
        """Read one of them: None when it cannot be read, and what was found wrong."""


class FolderFiles:
    """The files of a folder. They are read when asked for."""

    first_line = 1

    def __init__(self, root: FilePath) -> None:
        self.root = root

    def names(self) -> list[str]:
        """All files below the folder."""
        return sorted(
            path.relative_to(self.root).as_posix()
            for path in self.root.rglob("*")
            if path.is_file()
        )

    def data(self, name: str) -> bytes:
        """The content of one file."""
        return (self.root / name).read_bytes()

    def document(self, name: str) -> Found:
        """Read a YAML file."""
        return read_yaml(self.data(name), name)


class TextFiles:
    """YAML texts by name, as they were handed in."""

    first_line = 1

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self.texts = texts

    def names(self) -> list[str]:
        """The names under which the texts were handed in."""
        return sorted(self.texts)

    def document(self, name: str) -> Found:
        """Read a YAML text."""
        return read_yaml(self.texts[name], name)


class DataFiles:
    """Plain data by name, as JSON would give it."""

    first_line = 0

    def __init__(self, files: Mapping[str, object]) -> None:
        self.files = files

    def names(self) -> list[str]:
        """The names of the files that the data stands for."""
        return sorted(self.files)

    def document(self, name: str) -> Found:
        """Take the data as it is, unless no file could hold it."""
        found = impurity(self.files[name])
        if found is None:
            return Document(name, self.files[name], lines=None), []
        rule, message = found
        return None, [Fault(name, self.first_line, rule, message)]
