"""A file that was read, with the line of every value in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.items import item_of

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Data of a file and where each value stands.

    Attributes:
        file: name inside the pack.
        data: dictionaries, lists, text, whole numbers, booleans and None.
        lines: first line of each value, by its path ("bodies", 2, "name", "en"); None for data
            that never was text.
    """

    file: str
    data: object
    lines: Mapping[Path, int] | None

    def line(self, path: Path) -> int:
        """Find the line of a value, or of the nearest thing around it that was written."""
        if self.lines is None:
            return 0
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1

    def fault(self, path: Path, rule: str, message: str) -> Fault:
        """Make a fault that points at a value."""
        return Fault(self.file, self.line(path), rule, message, item_of(self.data, path))
