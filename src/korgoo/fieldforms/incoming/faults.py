"""What may be wrong with a file, and where."""

from dataclasses import dataclass
from enum import StrEnum

MOST_SHOWN = 60
# Nobody reads so many, and a file can be made to have millions.
MOST_NOTED = 2_000


class Rule(StrEnum):
    """The rule that is broken. The words for people are in ``wording``."""

    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    UNREADABLE = "unreadable-file"
    UNKNOWN_KIND = "unknown-kind"
    PACKED = "packed-too-tight"
    NOTHING = "nothing-inside"
    ROW_LENGTH = "row-length"
    TWICE_IN_ONE = "field-twice"
    NO_INSTANCE = "no-instance-id"
    UNKNOWN_FORM = "unknown-form"
    UNKNOWN_EDITION = "unknown-edition"
    UNKNOWN_QUESTION = "unknown-question"
    UNKNOWN_CODE = "unknown-code"
    NOT_ASKED = "page-not-asked"
    MISSING = "missing"
    CASE_CODE = "case-code"
    NOT_A_TIME = "not-a-time"
    IN_THE_FUTURE = "in-the-future"
    BEFORE_THE_EDITION = "before-the-edition"
    ENDS_BEFORE_START = "ends-before-start"
    TWICE_IN_FILE = "twice-in-file"
    TAKEN_BEFORE = "taken-before"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands.

    Attributes:
        file: Name of the file; inside an archive, of its member.
        line: Line of a CSV file, or place in a list, from 1; 0 for the whole file.
        instance: Number that the tool gave the filled form; empty when not known.
    """

    file: str
    line: int = 0
    instance: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        place: Where.
        field: Name of the field, as it stands in the file; empty for the whole.
        rule: Which rule is broken.
        found: What stands there instead, shortened.
    """

    place: Place
    field: str
    rule: Rule
    found: str = ""


def shortened(words: str) -> str:
    r"""Cut what a file says to what a line of a page can show.

    >>> shortened("half a sign: \ud800")
    'half a sign: ?'
    """
    words = words[: MOST_SHOWN + 1].encode(errors="replace").decode()
    return words if len(words) <= MOST_SHOWN else f"{words[: MOST_SHOWN - 1]}…"
