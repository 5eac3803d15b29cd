"""Rows of words become rows of a list, or faults: all of them, each with its place and what is expected."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from korgoo.agencies import countries, enums, policies
from korgoo.agencies.lists import columns, tables
from korgoo.agencies.lists.faults import Fault, Rule, shortened
from korgoo.agencies.lists.rows import ListRow
from korgoo.agencies.rules import Kind

_T = TypeVar("_T")
FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y")
WEB = re.compile(r"^https?://\S+$")
LONGEST = {
    **dict.fromkeys(columns.NAMES, enums.LONGEST_NAME),
    **dict.fromkeys(("registration", "permit_number", "decision_number"), enums.LONGEST_NUMBER),
    "place": enums.LONGEST_PLACE,
    "phone": enums.LONGEST_PHONE,
    "document": enums.LONGEST_DOCUMENT,
    "source_address": enums.LONGEST_ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a whole list comes from, for rows that do not say it themselves."""

    list_day: date
    document: str
    address: str = ""


@dataclass(slots=True)
class Checked:
    """Rows that make sense by themselves, and everything that is wrong."""

    rows: list[ListRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    count: int = 0


def check(data: bytes, source: Source, *, today: date) -> Checked:
    """Read a file and check each row by itself.

    Args:
        data: What the file holds.
        source: Of the list as a whole.
        today: So that no day lies too far ahead.
    """
    table = tables.read(data)
    if table.faults:
        return Checked(faults=table.faults)
    (top, head), *lines = table.lines
    keys, faults = _head(top, head)
    checked = Checked(faults=faults, count=len(lines))
    if faults:
        return checked
    for line, cells in lines:
        told = {key: cell for key, cell in zip(keys, cells, strict=False) if key}
        row = _Row(line, told, source, today)
        made = row.make()
        checked.faults += row.faults
        if made:
            checked.rows.append(made)
    return checked


def _head(line: int, head: list[str]) -> tuple[list[str | None], list[Fault]]:
    keys = [columns.column_of(words) for words in head]
    faults = [
        Fault(line, "", Rule.COLUMN_UNKNOWN, shortened(words))
        for key, words in zip(keys, head, strict=True)
        if key is None
    ]
    named = [key for key in keys if key]
    faults += [Fault(line, k, Rule.COLUMN_TWICE) for k in sorted({*named}) if named.count(k) > 1]
    faults += [Fault(line, k, Rule.COLUMN_MISSING) for k in columns.NEEDED if k not in named]
    if not set(named) & set(columns.NAMES):
        faults.append(Fault(line, "name_ru", Rule.COLUMN_MISSING))
    return keys, faults


@dataclass(slots=True)
class _Row:
    """A row on its way: cells by column, and what is wrong with them."""

    line: int
    cells: dict[str, str]
    source: Source
    today: date
    faults: list[Fault] = field(default_factory=list)

    def make(self) -> ListRow | None:
        """Make a row of it; None when anything is wrong."""
        for key, longest in LONGEST.items():
            if len(self.cells.get(key, "")) > longest:
                self._wrong(key, Rule.CELL_LENGTH)
        starts = self._needed("valid_from", self._day)
        ends, until = self._day("valid_to"), self._day("extended_to")
        kind, day = self._kind(), self._day("decision_day")
        names = self._names()
        country = self._needed("country", self._country)
        permit = self._needed("permit_number", self.cells.get)
        as_of = self._day("as_of") or self.source.list_day
        address = self._address()
        if starts and kind:
            day = self._fitting(kind, day or self._first_day(kind, starts), (starts, ends, until))
        if self.faults or not (starts and kind and day and country and permit):
            return None
        return ListRow(
            line=self.line,
            names=names,
            registration=self.cells.get("registration", ""),
            place=self.cells.get("place", ""),
            phone=self.cells.get("phone", ""),
            country=country,
            permit=permit,
            starts=starts,
            ends=ends,
            kind=kind,
            day=day,
            until=until,
            number=self.cells.get("decision_number", ""),
            document=self.cells.get("document", "") or self.source.document,
            address=address,
            as_of=as_of,
        )

    def _wrong(self, key: str, rule: Rule) -> None:
        self.faults.append(Fault(self.line, key, rule, shortened(self.cells.get(key, ""))))

    def _needed(self, key: str, read: Callable[[str], _T | None]) -> _T | None:
        if not self.cells.get(key):
            self._wrong(key, Rule.VALUE_MISSING)
            return None
        return read(key)

    def _day(self, key: str) -> date | None:
        words = self.cells.get(key, "")
        if not words:
            return None
        day = _parsed(words)
        if day is None:
            self._wrong(key, Rule.DAY)
        elif not policies.is_plausible(day, self.today):
            self._wrong(key, Rule.DAY_FAR)
        return day

    def _country(self, key: str) -> str:
        code = countries.read(self.cells[key])
        if not code:
            self._wrong(key, Rule.COUNTRY)
        return code

    def _kind(self) -> Kind | None:
        words = self.cells.get("decision", "")
        kind = columns.kind_of(words) if words else Kind.GRANTED
        if kind is None:
            self._wrong("decision", Rule.DECISION)
        return kind

    def _first_day(self, kind: Kind, starts: date) -> date | None:
        """A grant without a day is in force when the permit begins; any other decision must say when."""
        if kind is Kind.GRANTED:
            return starts
        if not self.cells.get("decision_day"):
            self._wrong("decision_day", Rule.DAY_MISSING)
        return None

    def _fitting(
        self, kind: Kind, day: date | None, days: tuple[date, date | None, date | None]
    ) -> date | None:
        starts, ends, until = days
        if not policies.permit_days(starts, ends):
            self._wrong("valid_to", Rule.END_BEFORE_START)
        if day and not policies.decide(kind, day, until):
            self._wrong("extended_to", Rule.EXTENDED_TO)
        return day

    def _names(self) -> tuple[tuple[str, str], ...]:
        told = [(key.removeprefix("name_"), self.cells.get(key, "")) for key in columns.NAMES]
        names = tuple((language, " ".join(text.split())) for language, text in told if text)
        if not names:
            self._wrong("name_ru", Rule.NAME_MISSING)
        return names

    def _address(self) -> str:
        own = self.cells.get("source_address", "")
        if own and not WEB.match(own):
            self._wrong("source_address", Rule.ADDRESS)
        return own or self.source.address


def _parsed(words: str) -> date | None:
    for pattern in FORMATS:
        try:
            return datetime.strptime(words, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
