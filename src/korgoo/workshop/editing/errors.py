from enum import StrEnum


class Why(StrEnum):
    """Why an edit cannot be done."""

    NO_SUCH = "no-such"
    TAKEN = "taken"
    LAST = "last"
    NO_CODE_LEFT = "no-code-left"
    NO_PLACE = "no-place"


class CannotEdit(Exception):
    """The edit makes no sense for this guideline.

    Attributes:
        file: the file it was meant for.
        item: the thing inside the file.
        why: what stands in the way.
    """

    def __init__(self, file: str, item: str, why: Why) -> None:
        self.file = file
        self.item = item
        self.why = why
        super().__init__(f"{file}: {item}: {why}")
