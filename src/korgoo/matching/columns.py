"""Records as offices have them, by column."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Columns:
    """Records by column, all of one length; empty text is "not known", an absent column is known of nobody.

    ``birth`` is ISO 8601, also partial: ``1985``, ``1985-07``. Names stand as somebody wrote them, in any script.
    """

    surname: Sequence[str] = ()
    given: Sequence[str] = ()
    patronymic: Sequence[str] = ()
    birth: Sequence[str] = ()
    sex: Sequence[str] = ()
    place: Sequence[str] = ()
    document: Sequence[str] = ()
    number: Sequence[str] = ()
    phone: Sequence[str] = ()

    def __post_init__(self) -> None:
        """Refuse columns of different lengths.

        Raises:
            ValueError: They differ.
        """
        lengths = {len(column) for name in NAMES if (column := getattr(self, name))}
        if len(lengths) > 1:
            raise ValueError(f"columns of different lengths: {sorted(lengths)}")

    def __len__(self) -> int:
        return max(len(getattr(self, name)) for name in NAMES)

    def column(self, name: str) -> Sequence[str]:
        """Give a column, filled with "not known" where the office has none."""
        return getattr(self, name) or [""] * len(self)

    def part(self, start: int, stop: int) -> "Columns":
        """Give the records from ``start`` up to, not with, ``stop``."""
        return Columns(**{name: getattr(self, name)[start:stop] for name in NAMES})

    @classmethod
    def of(cls, table: Mapping[str, Sequence[str]]) -> "Columns":
        """Take the columns that are known here out of a table."""
        return cls(**{name: table[name] for name in NAMES if name in table})


NAMES = tuple(one.name for one in fields(Columns))


Value = TypeVar("Value", bound=Hashable)


class Distinct(Generic[Value]):
    """The different values of a column, and which of them each row has."""

    def __init__(self, rows: Sequence[Value]) -> None:
        self.values = list(dict.fromkeys(rows))
        places = {value: place for place, value in enumerate(self.values)}
        self.inverse = np.fromiter(map(places.__getitem__, rows), np.int64, len(rows))

    def spread(self, by_value: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """Give each row what was worked out for its value."""
        return by_value[self.inverse]
