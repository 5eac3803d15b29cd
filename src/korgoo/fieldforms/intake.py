"""A file that was brought: read, checked by itself, and checked against what is known here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.fieldforms import selectors
from korgoo.fieldforms.enums import FileKind
from korgoo.fieldforms.incoming.checking import check
from korgoo.fieldforms.incoming.faults import MOST_NOTED, Fault
from korgoo.fieldforms.incoming.reading import read_file
from korgoo.fieldforms.incoming.submission import Submission

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file holds.

    Attributes:
        kind: Of the file.
        total: How many filled forms were found in it, right or wrong.
        submissions: Those that can be taken.
        faults: Everything that is wrong, in the order of the file; the first ``MOST_NOTED`` only.
    """

    kind: FileKind
    total: int
    submissions: list[Submission]
    faults: list[Fault]

    @property
    def is_cut(self) -> bool:
        """Tell whether more may be wrong than was noted, and not every form was looked at."""
        return len(self.faults) >= MOST_NOTED


def examine(data: bytes, name: str, *, actor: "Actor") -> Examined:
    """Examine a file; nothing of it is stored.

    Args:
        data: What the file holds.
        name: Its name, for the faults.
        actor: Who brings it: own cases and earlier imports are those of their organisation.
    """
    contents = read_file(data, name)
    checked = check(contents.forms, selectors.known_now())
    outside = selectors.faults_outside(checked.submissions, checked.places, actor=actor)
    wrong = {fault.place for fault in outside}
    fine = [
        submission
        for submission, place in zip(checked.submissions, checked.places, strict=True)
        if place not in wrong
    ]
    faults = contents.faults + sorted(checked.faults + outside)
    return Examined(contents.kind, len(contents.forms), fine, faults[:MOST_NOTED])
