"""What is wrong with a list: where, what stands there, which rule it breaks."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 80


class Rule(StrEnum):
    """What is expected of a cell, a row or a file. Words for it: ``wording.RULES``."""

    ADDRESS = "address"
    AMBIGUOUS_AGENCY = "ambiguous-agency"
    CELL_LENGTH = "cell-length"
    COLUMN_MISSING = "column-missing"
    COLUMN_TWICE = "column-twice"
    COLUMN_UNKNOWN = "column-unknown"
    COUNTRY = "country"
    DAY = "day"
    DAY_FAR = "day-far"
    DAY_MISSING = "day-missing"
    DECISION = "decision"
    END_BEFORE_START = "end-before-start"
    EXTENDED_TO = "extended-to"
    NAME_DIFFERS = "name-differs"
    NAME_MISSING = "name-missing"
    NOTHING = "nothing"
    PERMIT_DIFFERS = "permit-differs"
    ROW_LENGTH = "row-length"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    UNREADABLE = "unreadable"
    VALUE_MISSING = "value-missing"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Args:
        row: Line of the file; 0 for the file as a whole.
        column: Key of the column; empty for the whole row.
        rule: What is expected.
        found: What stands there, shortened.
    """

    row: int
    column: str
    rule: Rule
    found: str = ""

    def to_data(self) -> list[str | int]:
        """Write it down as plain data."""
        return [self.row, self.column, self.rule.value, self.found]

    @classmethod
    def from_data(cls, data: list[str | int]) -> "Fault":
        """Read it back."""
        row, column, rule, found = data
        return cls(int(row), str(column), Rule(str(rule)), str(found))


def shortened(text: str) -> str:
    """Keep the beginning of what somebody wrote, without signs that are no letters of a page."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
