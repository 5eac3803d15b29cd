"""Rows of words become seats, or faults: all of them, each with its cell and what is expected."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from korgoo.councils import enums, policies
from korgoo.councils.composition import columns
from korgoo.councils.composition.faults import Fault, Rule, shortened
from korgoo.councils.composition.known import Index, Known, Named
from korgoo.councils.composition.rows import SeatRow
from korgoo.lib import tables
from korgoo.lib.dates import read_day

_T = TypeVar("_T")
MOST = tables.Most(size=2 * 1024 * 1024, rows=2_000, columns=30)
LONGEST = {"position": enums.LONGEST_POSITION, "phone": enums.LONGEST_PHONE}
UNKNOWN = frozenset({Rule.DAY, Rule.SEAT, Rule.ORGANISATION_UNKNOWN, Rule.UNIT_UNKNOWN})


@dataclass(slots=True)
class Checked:
    """Seats that make sense by themselves, and everything that is wrong."""

    rows: list[SeatRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    count: int = 0
    places: dict[str, int] = field(default_factory=dict)


def check(data: bytes, known: Known, *, today: date) -> Checked:
    """Read a file and check each row by itself.

    Args:
        data: What the file holds.
        known: What it may name.
        today: So that no day lies too far ahead.
    """
    try:
        merged = tables.merged_cells(data)
        if merged:
            return Checked(faults=[Fault(cells, "", Rule.MERGED) for cells in merged])
        (top, head), *lines = tables.read(data, MOST)
    except tables.Refused as refused:
        cell = f"A{refused.line}" if refused.line else ""
        return Checked(faults=[Fault(cell, "", Rule(refused.problem.value))])
    keys, faults = _head(top, head)
    checked = Checked(faults=faults, count=len(lines))
    checked.places = {key: place for place, key in enumerate(keys) if key}
    for line, cells in [] if faults else lines:
        _take(checked, line, cells, known, today)
    return checked


def _take(checked: Checked, line: int, cells: list[str], known: Known, today: date) -> None:
    longer = [place for place, cell in enumerate(cells) if cell and place >= _width(checked)]
    if longer:
        cell = tables.cell_name(line, longer[0])
        fault = Fault(cell, "", Rule.ROW_LENGTH, shortened(cells[longer[0]]))
        checked.faults.append(fault)
        return
    told = {key: cells[place] for key, place in checked.places.items() if place < len(cells)}
    row = _Row(line, told, checked.places, known, today)
    made = row.make()
    checked.faults += row.faults
    if made:
        checked.rows.append(made)


def _width(checked: Checked) -> int:
    return max(checked.places.values()) + 1


def _head(line: int, head: list[str]) -> tuple[list[str | None], list[Fault]]:
    keys = [columns.column_of(words) for words in head]
    faults = [
        Fault(tables.cell_name(line, place), "", Rule.COLUMN_UNKNOWN, shortened(head[place]))
        for place, key in enumerate(keys)
        if key is None
    ]
    named = [key for key in keys if key]
    for key in sorted({*named}):
        if named.count(key) > 1:
            last = max(place for place, one in enumerate(keys) if one == key)
            faults.append(Fault(tables.cell_name(line, last), key, Rule.COLUMN_TWICE))
    faults += [
        Fault(f"{line}:{line}", key, Rule.COLUMN_MISSING)
        for key in columns.NEEDED
        if key not in named
    ]
    return keys, faults


@dataclass(slots=True)
class _Row:
    """A row on its way: cells by column, and what is wrong with them."""

    line: int
    cells: dict[str, str]
    places: dict[str, int]
    known: Known
    today: date
    faults: list[Fault] = field(default_factory=list)

    def make(self) -> SeatRow | None:
        """Make a seat of it; None when anything is wrong."""
        for key, longest in LONGEST.items():
            if len(self.cells.get(key, "")) > longest:
                self._wrong(key, Rule.CELL_LENGTH)
        begins, ends = self._day("valid_from"), self._day("valid_to")
        if begins and ends and not policies.days(begins, ends):
            self._wrong("valid_to", Rule.END_BEFORE_START)
        organisation = self._organisation(begins)
        kind, unit = self._seat(), self._unit(begins)
        if self.faults or not (begins and organisation and kind):
            return None
        return SeatRow(
            line=self.line,
            organisation_id=self.known.numbers[organisation.key],
            kind=kind,
            valid_from=begins,
            valid_to=ends,
            position=self.cells.get("position", ""),
            phone=self.cells.get("phone", ""),
            unit=unit.key if unit else "",
        )

    def _wrong(self, key: str, rule: Rule) -> None:
        words = self.cells.get(key, "")
        if rule in UNKNOWN and self._fits_elsewhere(key, words):
            rule = Rule.SHIFTED
        cell = tables.cell_name(self.line, self.places[key]) if key in self.places else ""
        self.faults.append(Fault(cell, key, rule, shortened(words)))

    def _fits_elsewhere(self, key: str, words: str) -> bool:
        """Tell whether words stand in the wrong column: a day where a seat belongs."""
        fits = {
            "seat": columns.seat_of(words) is not None,
            "organisation": bool(self.known.organisations.find(words)),
            "valid_from": read_day(words) is not None,
            "unit": bool(self.known.units.find(words)),
        }
        return any(fit for other, fit in fits.items() if other != key)

    def _day(self, key: str) -> date | None:
        words = self.cells.get(key, "")
        if not words:
            if key in columns.NEEDED:
                self._wrong(key, Rule.VALUE_MISSING)
            return None
        day = read_day(words)
        if day is None:
            self._wrong(key, Rule.DAY)
        elif not policies.is_plausible(day, self.today):
            self._wrong(key, Rule.DAY_FAR)
        return day

    def _seat(self) -> str | None:
        words = self.cells.get("seat", "")
        kind = columns.seat_of(words) if words else None
        if kind is None:
            self._wrong("seat", Rule.SEAT if words else Rule.VALUE_MISSING)
        return kind.value if kind else None

    def _organisation(self, day: date | None) -> Named | None:
        if not self.cells.get("organisation"):
            self._wrong("organisation", Rule.VALUE_MISSING)
            return None
        rules = (
            Rule.ORGANISATION_UNKNOWN,
            Rule.ORGANISATION_AMBIGUOUS,
            Rule.ORGANISATION_ENDED,
        )
        return self._named("organisation", self.known.organisations, day, rules)

    def _unit(self, day: date | None) -> Named | None:
        if not self.cells.get("unit"):
            return None
        rules = (Rule.UNIT_UNKNOWN, Rule.UNIT_AMBIGUOUS, Rule.UNIT_ENDED)
        return self._named("unit", self.known.units, day, rules)

    def _named(
        self, key: str, index: Index, day: date | None, rules: tuple[Rule, Rule, Rule]
    ) -> Named | None:
        unknown, ambiguous, ended = rules
        found = index.find(self.cells[key])
        if not found:
            self._wrong(key, unknown)
            return None
        there = [one for one in found if day is None or one.was_there_on(day)]
        if len(there) == 1:
            return there[0]
        self._wrong(key, ambiguous if there else ended)
        return None
