"""What a file may name: organisations and units, found by code or by name in any spelling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from korgoo.councils.composition.columns import alike

if TYPE_CHECKING:
    from korgoo.countrypack.api import Unit

# By name the upper levels alone are found: names of municipalities repeat.
NAMED_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Named:
    """What can be named: its key, all its names, and on which days it was there."""

    key: str
    names: tuple[str, ...]
    begins: date | None = None
    ends: date | None = None

    def was_there_on(self, day: date) -> bool:
        """Tell whether it existed on a day."""
        return (self.begins is None or self.begins <= day) and (
            self.ends is None or day <= self.ends
        )


@dataclass(slots=True)
class Index:
    """Finds what words name."""

    by_name: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    by_key: dict[str, Named] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Named]) -> "Index":
        """Make an index of rows."""
        index = cls()
        for row in rows:
            index.by_key[row.key] = row
            for name in {alike(one) for one in row.names if one}:
                index.by_name[name].append(row)
        return index

    def find(self, words: str) -> list[Named]:
        """Give all that words can mean; a key means one."""
        if words in self.by_key:
            return [self.by_key[words]]
        return self.by_name.get(alike(words), [])


@dataclass(frozen=True, slots=True)
class Known:
    """All that a composition may name.

    Args:
        numbers: Numbers of organisations by code.
    """

    organisations: Index
    units: Index
    numbers: Mapping[str, int]


def units_index(units: "Iterable[Unit]") -> Index:
    """Index the units of a pack: all by code, the upper levels by name too."""
    return Index.of(
        Named(
            unit.code,
            tuple(unit.name.root.values()) if unit.level <= NAMED_LEVELS else (),
            unit.valid_from,
            unit.valid_to,
        )
        for unit in units
    )
