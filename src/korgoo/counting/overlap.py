"""Persons by the organisations that know them, in halves of a year and regions; small numbers hidden. Pure.

The tables of a year belong together: halves add up to the year (almost: who was met in both counts once), regions to
the country, patterns to what an organisation has. Whoever looks at several of them must not work out a hidden number
from another table, so all of them are protected at once and each page shows a part. Patterns are given for the country
alone: in a region they would be of few persons, and nearly all hidden.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from korgoo.counting.draws import LinkKeys
from korgoo.directory.cells import ALL, Key, Line, protect_lines

Pattern = tuple[int, ...]
Part = tuple[str, str]
Numbers = NDArray[np.int64]
YEAR, HALVES = ALL, ("h1", "h2")
COUNTRY = ALL
UNKNOWN = "unknown"
OTHERS = -1
# Organisations with a column of their own; more would make patterns of few persons, which are hidden.
MOST_LISTS = 12
RECORDS, ONE, SEVERAL, TWICE = "records", "one", "several", "twice"
SINGLE, AMONG_SMALL = "single", "among-small"


@dataclass(frozen=True, slots=True)
class Record:
    """One case: its organisation, the half in which it falls, its region (empty: not known)."""

    owner_id: int
    half: str
    region: str


@dataclass(frozen=True, slots=True)
class Number:
    """How many persons: mean of the draws in whole persons, and between what 95 of 100 lie."""

    mean: int
    low: int
    high: int


NOBODY = Number(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Persons:
    """What is known of one part of a year; a number is None where it is hidden.

    Attributes:
        records: Cases; those that an organisation put together count once.
        persons: Over all organisations.
        one: Known to one organisation alone, in this part.
        several: Known to more.
        lists: For the country: persons by organisation, with ``OTHERS`` for the small ones together.
        patterns: For the country: persons by the organisations that know them, places in the lists.
    """

    records: int | None = 0
    persons: Number | None = NOBODY
    one: Number | None = NOBODY
    several: Number | None = NOBODY
    lists: dict[int, int | None] = field(default_factory=dict)
    patterns: dict[Pattern, Number | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class YearOfPersons:
    """All parts of a year, protected together; by half (or ``YEAR``) and region (or ``COUNTRY``)."""

    owners: tuple[int, ...]
    parts: dict[Part, Persons]
    is_compared: bool = True
    anew: int = 0  # cases whose pairs are missing, because the co-ordinators' key was made anew

    def part(self, half: str, region: str) -> Persons:
        """Give one part; without a case everything is nought."""
        return self.parts.get((half, region), Persons())


def year_of_persons(keys: LinkKeys, records: Sequence[Record], *, least: int) -> YearOfPersons:
    """Count the persons of a year.

    Args:
        keys: The persons of n cases.
        records: What is known of each, in the same order.
        least: The smallest count above zero that may be shown, persons.
    """
    owners = _owners(records, least=least)
    place = np.array([_place(record, owners) for record in records], np.int64)
    owner = np.array([record.owner_id for record in records], np.int64)
    raw = {}
    for part, rows in _rows(records).items():
        size = len(owners) if part[1] == COUNTRY else 0
        raw[part] = _counted(keys.persons[:, rows], owner[rows], place[rows], size)
    table = _Table.of(raw, len(owners))
    shown = protect_lines(table.values, table.lines, least=least)
    return YearOfPersons(owners, {part: _shown(raw[part], part, shown, owners) for part in raw})


@dataclass(frozen=True, slots=True)
class _Raw:
    """Counts before protection: records, and in each of d draws persons and those known to several organisations.

    For the country also the mean by list, and persons by the lists they are on in each draw.
    """

    records: int
    persons: Numbers
    several: Numbers
    lists: list[int]
    patterns: dict[Pattern, Numbers]

    @property
    def one(self) -> Numbers:
        """Count the persons whom one organisation alone knows."""
        return self.persons - self.several


def _owners(records: Iterable[Record], *, least: int) -> tuple[int, ...]:
    """Choose the organisations with a list of their own; the others are one list, the last."""
    sizes = Counter(record.owner_id for record in records)
    large = [(-size, owner) for owner, size in sizes.items() if size >= least]
    chosen = sorted(owner for _size, owner in sorted(large)[:MOST_LISTS])
    return (*chosen, OTHERS) if set(sizes) - set(chosen) else tuple(chosen)


def _place(record: Record, owners: Sequence[int]) -> int:
    return owners.index(record.owner_id if record.owner_id in owners else OTHERS)


def _rows(records: Sequence[Record]) -> dict[Part, Numbers]:
    rows: dict[Part, list[int]] = {}
    for number, record in enumerate(records):
        for half in (record.half, YEAR):
            for region in (record.region or UNKNOWN, COUNTRY):
                rows.setdefault((half, region), []).append(number)
    return {part: np.array(found, np.int64) for part, found in sorted(rows.items())}


def _counted(persons: Numbers, owner: Numbers, place: Numbers, size: int) -> _Raw:
    """Count in each draw.

    Args:
        persons: d x n, who each case is of.
        owner: n, whose each case is.
        place: n, in which list each case stands.
        size: How many lists; 0 where they are not asked for.
    """
    draws = len(persons)
    totals, several = np.zeros(draws, np.int64), np.zeros(draws, np.int64)
    _owner, who = np.unique(owner, return_inverse=True)
    for draw, row in enumerate(persons):
        known = np.unique(row * len(_owner) + who) // len(_owner)
        _person, times = np.unique(known, return_counts=True)
        totals[draw], several[draw] = len(times), (times > 1).sum()
    patterns = _patterns(persons, place) if size else {}
    lists = [
        _whole(_sum((n for p, n in patterns.items() if one in p), draws)) for one in range(size)
    ]
    # Cases of one owner that are of one person in every draw were put together: one record.
    records = len(set(zip(owner.tolist(), map(tuple, persons.T.tolist()), strict=True)))
    return _Raw(records, totals, several, lists, patterns)


def _patterns(persons: Numbers, place: Numbers) -> dict[Pattern, Numbers]:
    """Count persons by the lists they are on, in each draw."""
    found: dict[int, Numbers] = {}
    for draw, row in enumerate(persons):
        who, number = np.unique(row, return_inverse=True)
        masks = np.zeros(len(who), np.int64)
        np.bitwise_or.at(masks, number, 1 << place)
        for mask, count in zip(*np.unique(masks, return_counts=True), strict=True):
            found.setdefault(int(mask), np.zeros(len(persons), np.int64))[draw] = count
    return {_lists(mask): counts for mask, counts in sorted(found.items())}


@dataclass(slots=True)
class _Table:
    """All numbers of a year, with the lines along which they add up."""

    values: dict[Key, int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    @classmethod
    def of(cls, raw: Mapping[Part, _Raw], lists: int) -> "_Table":
        """Write the counts down."""
        table = cls()
        patterns = sorted(
            {p for part, one in raw.items() if part[1] == COUNTRY for p in one.patterns}
        )
        for part, one in raw.items():
            table.add(part, one)
            if part[1] == COUNTRY:
                table.add_patterns(part, one, patterns, lists)
        table.add_up(raw)
        return table

    def add(self, part: Part, one: _Raw) -> None:
        """Add what is given for each part."""
        self.values[_key(part, ONE)] = _whole(one.one)
        self.values[_key(part, SEVERAL)] = _whole(one.several)
        self.values[_key(part, ALL)] = _whole(one.persons)
        self.values[_key(part, RECORDS, ALL)] = one.records
        # Records less persons say how many are known twice: shown nowhere, and not to be worked out.
        self.values[_key(part, TWICE)] = _whole(one.records - one.persons)
        self.lines.append(([_key(part, ONE), _key(part, SEVERAL)], _key(part, ALL)))
        self.lines.append(([_key(part, ALL), _key(part, TWICE)], _key(part, RECORDS, ALL)))

    def add_patterns(self, part: Part, one: _Raw, patterns: Sequence[Pattern], lists: int) -> None:
        """Add what is given for the country."""
        cells = {p: _key(part, _written(p), "pattern") for p in patterns}
        none = np.zeros(0, np.int64)
        self.values |= {cell: _whole(one.patterns.get(p, none)) for p, cell in cells.items()}
        # A person may be known to several of the small ones alone, which are one list.
        single = _sum((n for p, n in one.patterns.items() if len(p) == 1), len(one.persons))
        self.values[_key(part, AMONG_SMALL)] = _whole(single - one.one)
        self.values[_key(part, SINGLE, ALL)] = _whole(single)
        inside = [cell for p, cell in cells.items() if len(p) == 1]
        self.lines.append((inside, _key(part, SINGLE, ALL)))
        self.lines.append(([_key(part, ONE), _key(part, AMONG_SMALL)], _key(part, SINGLE, ALL)))
        self.lines.append((list(cells.values()), _key(part, ALL)))
        sums = [_key(part, str(place), ALL) for place in range(lists)]
        for place, key in enumerate(sums):
            self.values[key] = one.lists[place]
            self.lines.append(([cell for p, cell in cells.items() if place in p], key))
        self.lines.append((sums, _key(part, RECORDS, ALL)))

    def add_up(self, parts: Iterable[Part]) -> None:
        """Add the lines over halves and over regions, for each number."""
        halves, regions = ({part[n] for part in parts} for n in (0, 1))
        for end in sorted({key[2:] for key in self.values}):
            for half in sorted(halves):
                self._line(
                    [(half, one, *end) for one in sorted(regions - {COUNTRY})],
                    (half, COUNTRY, *end),
                )
            for region in sorted(regions):
                self._line([(half, region, *end) for half in HALVES], (YEAR, region, *end))

    def _line(self, cells: Iterable[Key], total: Key) -> None:
        inside = [cell for cell in cells if cell in self.values]
        if inside and total in self.values:
            self.lines.append((inside, total))


def _shown(
    one: _Raw, part: Part, shown: Mapping[Key, int | None], owners: Sequence[int]
) -> Persons:
    def number(key: Key, counts: Numbers) -> Number | None:
        return None if shown[key] is None else _number(counts)

    found = Persons(
        shown[_key(part, RECORDS, ALL)],
        number(_key(part, ALL), one.persons),
        number(_key(part, ONE), one.one),
        number(_key(part, SEVERAL), one.several),
    )
    if part[1] == COUNTRY:
        found.lists.update(
            {owner: shown[_key(part, str(n), ALL)] for n, owner in enumerate(owners)}
        )
        found.patterns.update(
            {p: number(_key(part, _written(p), "pattern"), n) for p, n in one.patterns.items()}
        )
    return found


def _key(part: Part, *rest: str) -> Key:
    return (*part, *rest)


def _lists(mask: int) -> Pattern:
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)


def _written(pattern: Pattern) -> str:
    return "+".join(map(str, pattern))


def _sum(counts: Iterable[Numbers], draws: int) -> Numbers:
    return np.asarray(sum(counts, np.zeros(draws, np.int64)), np.int64)


def _whole(counts: Numbers) -> int:
    """Round the mean of the draws; what is there in a single draw is not nothing."""
    mean = float(counts.mean()) if len(counts) else 0.0
    return max(1, round(mean)) if mean else 0


def _number(counts: Numbers) -> Number:
    low, high = np.quantile(counts, (0.025, 0.975))
    return Number(_whole(counts), int(np.floor(low)), int(np.ceil(high)))
