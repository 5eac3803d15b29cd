"""What is wrong with a composition: in which cell, what stands there, which rule it breaks."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 80


class Rule(StrEnum):
    """What is expected of a cell or a file. Words for it: ``wording.RULES``."""

    BODY_DAYS = "body-days"
    CELL_LENGTH = "cell-length"
    COLUMN_MISSING = "column-missing"
    COLUMN_TWICE = "column-twice"
    COLUMN_UNKNOWN = "column-unknown"
    DAY = "day"
    DAY_FAR = "day-far"
    END_BEFORE_START = "end-before-start"
    MERGED = "merged"
    NOTHING = "nothing"
    ORGANISATION_AMBIGUOUS = "organisation-ambiguous"
    ORGANISATION_ENDED = "organisation-ended"
    ORGANISATION_UNKNOWN = "organisation-unknown"
    OVERLAP = "overlap"
    OVERLAP_ROWS = "overlap-rows"
    ROW_LENGTH = "row-length"
    SEAT = "seat"
    SHIFTED = "shifted"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    UNIT_AMBIGUOUS = "unit-ambiguous"
    UNIT_ENDED = "unit-ended"
    UNIT_UNKNOWN = "unit-unknown"
    UNREADABLE = "unreadable"
    VALUE_MISSING = "value-missing"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Args:
        cell: As spreadsheets name it, "C7"; "B2:B5" for merged ones; empty for the whole file.
        column: Key of the column; may be empty.
        rule: What is expected.
        found: What stands there, shortened.
    """

    cell: str
    column: str
    rule: Rule
    found: str = ""

    def to_data(self) -> list[str]:
        """Write it down as plain data."""
        return [self.cell, self.column, self.rule.value, self.found]

    @classmethod
    def from_data(cls, data: list[str]) -> "Fault":
        """Read it back."""
        cell, column, rule, found = data
        return cls(cell, column, Rule(rule), found)


def shortened(text: str) -> str:
    """Keep the beginning of what somebody wrote, without signs that are no letters of a page."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
