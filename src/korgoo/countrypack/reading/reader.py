"""Reads files one by one, and gathers what is wrong with them on the way."""

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Document
from korgoo.countrypack.reading.files import Files
from korgoo.countrypack.reading.records import (
    M,
    Record,
    Section,
    read_record,
    read_section,
    unreadable,
)


class FileReader:
    """What the readers of a guideline, of a lawbook and of a whole pack share.

    Attributes:
        names: the names of all files that are there.
        known: the names that were asked for.
        faults: what was found wrong so far.
    """

    def __init__(self, files: Files) -> None:
        self.files = files
        self.names = frozenset(files.names())
        self.known: set[str] = set()
        self.faults: list[Fault] = []

    def document(self, name: str) -> Document | None:
        """Read a file that must be there."""
        self.known.add(name)
        if name not in self.names:
            self.whole_file(name, "missing-file", f"there is no {name}")
            return None
        document, faults = self.files.document(name)
        self.faults += faults
        return document

    def single(self, name: str, model: type[M]) -> Record[M] | None:
        """Read a file that is one record."""
        document = self.document(name)
        if document is None:
            return None
        record, faults = read_record(document, (), document.data, model)
        self.faults += faults
        return record

    def optional(self, name: str, model: type[M]) -> Record[M] | None:
        """Read a file that is one record, if it is there."""
        return self.single(name, model) if name in self.names else None

    def rows(self, name: str, model: type[M], *, required: bool = False) -> Section[M]:
        """Read the file <name>.yaml, which holds a list of that name."""
        if not required and f"{name}.yaml" not in self.names:
            return Section()
        return self.section(self.document(f"{name}.yaml"), name, model)

    def section(
        self, document: Document | None, name: str, model: type[M], *beside: str
    ) -> Section[M]:
        """Read one list of a file; `beside` names its other lists."""
        if document is None:
            return unreadable()
        section, faults = read_section(document, name, model, beside=beside)
        self.faults += faults
        return section

    def take(self, other: "FileReader") -> None:
        """Add what another reader of the same files has seen and found."""
        self.known |= other.known
        self.faults += other.faults

    def whole_file(self, name: str, rule: str, message: str) -> None:
        """Note a fault of a file as a whole."""
        self.faults.append(Fault(name, self.files.first_line, rule, message))

    def unknown_files(self, *, ignored: tuple[str, ...] = ()) -> None:
        """Note the files that nobody asked for, but for those that end in a way to ignore."""
        for name in sorted(self.names - self.known):
            if not (ignored and name.endswith(ignored)):
                message = "no file of this name belongs here; was another name meant?"
                self.whole_file(name, "unknown-file", message)
