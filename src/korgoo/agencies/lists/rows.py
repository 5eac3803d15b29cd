"""One row of a list: a permit of an agency, and what was decided on it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from korgoo.agencies.rules import Kind


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that makes sense by itself.

    Args:
        line: Where it stands in the file.
        names: Pairs of language and name; at least one.
        country: Its code.
        starts, ends: Days of the permit.
        kind: What was decided; ``until``: for an extension or a grant, the last day it sets.
        day: From which day that is in force.
    """

    line: int
    names: tuple[tuple[str, str], ...]
    registration: str
    place: str
    phone: str
    country: str
    permit: str
    starts: date
    ends: date | None
    kind: Kind
    day: date
    until: date | None
    number: str
    document: str
    address: str
    as_of: date

    def to_data(self) -> list[Any]:
        """Write it down as plain data, in the order of its fields."""
        return [_plain(getattr(self, name)) for name in self.__slots__]

    @classmethod
    def from_data(cls, data: list[Any]) -> "ListRow":
        """Read it back."""
        told = dict(zip(cls.__slots__, data, strict=True))
        told["names"] = tuple((language, text) for language, text in told["names"])
        told["kind"] = Kind(told["kind"])
        for name in ("starts", "ends", "day", "until", "as_of"):
            told[name] = date.fromisoformat(told[name]) if told[name] else None
        return cls(**told)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
