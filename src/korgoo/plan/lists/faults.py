"""What is wrong with a file: in which cell, what stands there, which rule it breaks."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST = 80


class Rule(StrEnum):
    """What is expected of a cell, a row or a file. Words for it: ``wording.RULES``."""

    ADDS = "adds"
    AMOUNT = "amount"
    BODY_ENDED = "body-ended"
    BODY_UNKNOWN = "body-unknown"
    CODE = "code"
    CODE_TWICE = "code-twice"
    COLUMN_MISSING = "column-missing"
    COLUMN_TWICE = "column-twice"
    COLUMN_UNKNOWN = "column-unknown"
    CURRENCY = "currency"
    DAY = "day"
    DAY_OUTSIDE = "day-outside"
    DIFFERS = "differs"
    DIRECTION = "direction"
    END_BEFORE_START = "end-before-start"
    FUNDING = "funding"
    KIND = "kind"
    LENGTH = "length"
    MERGED = "merged"
    MISSING = "missing"
    NOTHING = "nothing"
    ONLY_NUMBERS_ADD = "only-numbers-add"
    REGION_ENDED = "region-ended"
    REGION_UNKNOWN = "region-unknown"
    ROW_LENGTH = "row-length"
    SHIFTED = "shifted"
    SOURCE = "source"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    UNREADABLE = "unreadable"
    YEAR_OUTSIDE = "year-outside"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Args:
        cell: As spreadsheets name it, "C7"; "7" for a whole row; empty for the file.
        column: Head of the column as it stands in the file; empty for a row or the file.
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
