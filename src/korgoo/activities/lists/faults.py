"""What is wrong with a list: where, what stands there, which rule it breaks."""

from dataclasses import dataclass

from korgoo.activities.rules import Rule

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Args:
        row: Line of the file; 0 for the file as a whole.
        column: Key of the column, or a range such as "A3:A5"; empty for the whole row.
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
