"""Rows of words become activities, or faults: all of them, each with its place and what is expected."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from korgoo.activities import enums, places, rules
from korgoo.activities.enums import Age, Sex, State
from korgoo.activities.lists import columns
from korgoo.activities.lists.faults import Fault, shortened
from korgoo.activities.places import Place
from korgoo.activities.rules import Facts, Frame, Rule
from korgoo.lib import tables

_T = TypeVar("_T")
FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y")
LONGEST = {
    **dict.fromkeys(("venue", "title"), enums.LONGEST_NAME),
    "others": enums.LONGEST_WORDS,
    **dict.fromkeys(("questions", "notes"), enums.LONGEST_TEXT),
}
# The rules name fields of the form; some stand in other columns of a list.
COLUMN_OF = {"place": "place", "unit": "place"}
MOST_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Read:
    """A row that makes sense by itself. ``line``: where it stands in the file."""

    line: int
    facts: Facts


@dataclass(slots=True)
class Checked:
    """Rows that make sense, and everything that is wrong."""

    rows: list[Read] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    count: int = 0


def check(data: bytes, frame: Frame) -> Checked:
    """Read a file and check each row by itself.

    Args:
        data: What the file holds.
        frame: What activities of the campaign are held against.
    """
    try:
        table = tables.read(data)
    except tables.Refused as broken:
        return Checked(faults=[Fault(broken.line, "", Rule(broken.problem.value))])
    (top, head), *lines = table
    checked = Checked(count=len(lines))
    checked.faults = [Fault(_line_of(ref), ref, Rule.MERGED) for ref in tables.merged_cells(data)]
    keys, faults = _head(top, head)
    checked.faults += faults
    if faults:
        return checked
    for line, cells in lines:
        _take(_Row(line, keys, cells, frame), checked)
    checked.faults += _repeated(checked.rows)
    return checked


def mark_of(facts: Facts) -> tuple[object, ...]:
    """Say what makes two rows the same activity."""
    return (facts.day, facts.unit, facts.kind, facts.venue, facts.title, facts.starts_at)


def _line_of(ref: str) -> int:
    return int("".join(c for c in ref.partition(":")[0] if c.isdigit()))


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
    return keys, faults


def _take(row: "_Row", checked: Checked) -> None:
    if row.is_shifted():
        checked.faults.append(Fault(row.line, "", Rule.SHIFTED, shortened("; ".join(row.raw))))
        return
    made = row.make()
    checked.faults += row.faults
    if made:
        checked.rows.append(Read(row.line, made))


def _repeated(rows: list[Read]) -> Iterator[Fault]:
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        mark = mark_of(row.facts)
        if mark in seen:
            yield Fault(row.line, "", Rule.REPEATED)
        seen.add(mark)


class _Row:
    """A row on its way: cells by column, and what is wrong with them."""

    def __init__(self, line: int, keys: list[str | None], cells: list[str], frame: Frame) -> None:
        self.line, self.keys, self.raw, self.frame = line, keys, cells, frame
        self.cells = {key: cell for key, cell in zip(keys, cells, strict=False) if key}
        self.faults: list[Fault] = []

    def is_shifted(self) -> bool:
        """Tell whether the row makes sense only one cell further left or right."""
        at = self.keys.index("day")
        if day_of(self._raw(at)):
            return False
        place = self.keys.index("place")
        return any(
            day_of(self._raw(at + step)) and bool(places.named(self._raw(place + step)))
            for step in (-1, 1)
        )

    def make(self) -> Facts | None:
        """Make facts of it; None when anything is wrong."""
        for key, longest in LONGEST.items():
            if len(self.cells.get(key, "")) > longest:
                self._wrong(key, Rule.LENGTH)
        day = self._needed("day", self._day)
        place = self._needed("place", lambda _key: self._place(day))
        kind = self._needed("kind", self._kind)
        facts = self._facts(day, place, kind)
        if self.faults or facts is None:
            return None
        for name, rule in rules.problems(facts, place, self.frame):
            self._wrong(COLUMN_OF.get(name, name), rule)
        return None if self.faults else facts

    def _facts(self, day: date | None, place: Place | None, kind: str | None) -> Facts | None:
        state = columns.state_of(self.cells.get("state", ""))
        if state is None:
            self._wrong("state", Rule.CHOICE)
        is_held = state is State.HELD
        contacts = self._needed("contacts", self._number) if is_held else self._number("contacts")
        women, men = self._number("women"), self._number("men")
        told: dict[str, Any] = {
            "starts_at": self._time(),
            "counting": self._choice("counting", columns.counting_of),
            "audience": self._choice("audience", columns.audience_of),
            "asked": self._number("asked") or 0,
            "before": self._number("before") or 0,
            "signals": self._number("signals"),
            "cost": self._cost(),
            **{name: self.cells.get(name, "") for name in LONGEST},
        }
        if self.faults or not (day and place and kind and state):
            return None
        counted = ((Sex.FEMALE, women), (Sex.MALE, men))
        counts = tuple((sex.value, Age.UNKNOWN.value, number) for sex, number in counted if number)
        return Facts(state, day, place.code, kind, contacts, counts=counts, **told)

    def _raw(self, at: int) -> str:
        return self.raw[at] if 0 <= at < len(self.raw) else ""

    def _wrong(self, key: str, rule: Rule) -> None:
        # What could lead to a person is named by its cell alone: faults stay for a month.
        words = "" if rule is Rule.TRACE else shortened(self.cells.get(key, ""))
        self.faults.append(Fault(self.line, key, rule, words))

    def _needed(self, key: str, read: Callable[[str], _T | None]) -> _T | None:
        if not self.cells.get(key):
            self._wrong(key, Rule.VALUE_MISSING)
            return None
        return read(key)

    def _day(self, key: str) -> date | None:
        day = day_of(self.cells[key])
        if day is None:
            self._wrong(key, Rule.DAY)
        return day

    def _place(self, day: date | None) -> Place | None:
        told = (self.cells.get(key, "") for key in ("place", "district", "region"))
        words = ", ".join(one for one in told if one)
        place = places.sure(words, day=day) if day else places.sure(words)
        if place is None:
            found, gone = places.named(words, day=day), places.named(words)
            if found:
                self._wrong("place", Rule.PLACE_SEVERAL)
            else:
                self._wrong("place", Rule.PLACE_GONE if gone else Rule.PLACE_UNKNOWN)
        return place

    def _kind(self, key: str) -> str | None:
        kind = columns.kind_of(self.cells[key])
        if not kind:
            self._wrong(key, Rule.CHOICE)
        return kind or None

    def _choice(self, key: str, read: Callable[[str], str | None]) -> str:
        words = self.cells.get(key, "")
        found = read(words) if words else ""
        if words and not found:
            self._wrong(key, Rule.CHOICE)
        return str(found or "")

    def _number(self, key: str) -> int | None:
        words = re.sub(r"[\s\u00a0]", "", self.cells.get(key, ""))
        if not words:
            return None
        if not (words.isascii() and words.isdigit() and len(words) < MOST_NUMBER):
            self._wrong(key, Rule.NUMBER)
            return None
        return int(words)

    def _cost(self) -> Decimal | None:
        words = re.sub(r"[\s\u00a0]", "", self.cells.get("cost", "")).replace(",", ".")
        if not words:
            return None
        try:
            found = Decimal(words).quantize(Decimal("0.01"))
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite():
            self._wrong("cost", Rule.COST)
            return None
        return found

    def _time(self) -> time | None:
        words = self.cells.get("time", "")
        if not words:
            return None
        found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?", words)
        if not found:
            self._wrong("time", Rule.TIME)
            return None
        return time(int(found[1]), int(found[2]))


def day_of(words: str) -> date | None:
    """Read a day in its usual ways of writing; None when there is no such day."""
    for pattern in FORMATS:
        try:
            return datetime.strptime(words, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
