"""What can be wrong with a pack, said so that the person who wrote the file can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing to mend.

    Attributes:
        file: name inside the pack, with forward slashes ("views/labour-inspector.yaml").
        line: 1 for the first line; 1 as well when the whole file is meant; 0 when the data never
            was text, as in a draft edited on pages.
        rule: short stable name of the broken rule ("unknown-body").
        message: one plain sentence.
        item: the thing inside the file ("question pay, option less"); empty for the whole file.
    """

    file: str
    line: int
    rule: str
    message: str
    item: str = ""

    def __str__(self) -> str:
        if self.line:
            return f"{self.file}:{self.line}: {self.rule}: {self.message}"
        place = f"{self.file}: {self.item}" if self.item else self.file
        return f"{place}: {self.rule}: {self.message}"


class PackError(Exception):
    """The pack has faults; `faults` holds all of them, sorted."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))
