"""Reads the cells of a row by their columns, and notes what is wrong with each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from korgoo.plan import enums
from korgoo.plan.lists import cells
from korgoo.plan.lists.cells import Misfit
from korgoo.plan.lists.columns import LANGUAGES
from korgoo.plan.lists.faults import Rule
from korgoo.plan.lists.known import Known
from korgoo.plan.lists.rows import Row

T = TypeVar("T")


@dataclass(slots=True)
class Reader:
    """Knows what cells can mean."""

    known: Known

    def by_year(self, row: Row, column: str) -> dict[str, str]:
        """Read the numbers of a column that stands once for each year of the plan."""
        found = {}
        for year in row.years(column):
            key = f"{column} {year}"
            if not self.known.first_day.year <= int(year) <= self.known.last_day.year:
                row.wrong(key, Rule.YEAR_OUTSIDE, year)
            found[year] = self.read(row, key, cells.number) or ""
        return found

    def source(self, row: Row) -> str:
        """Read from what an indicator is drawn."""
        source = row.get("source")
        if source and source not in self.known.sources:
            row.wrong("source", Rule.SOURCE, source)
        return source

    def choice(self, row: Row, column: str, usual: str) -> str:
        """Read a word of a column of choices; the usual one when nothing stands there."""
        return self.read(row, column, lambda words: cells.choice(column, words)) or usual

    def day(self, row: Row, column: str) -> date | None:
        """Read a day within the years of the plan; None when there is none."""
        found = self.read(row, column, cells.day)
        if found and not self.known.first_day <= found <= self.known.last_day:
            row.wrong(column, Rule.DAY_OUTSIDE, row.get(column))
        return found

    def needed(self, row: Row, column: str, read: Callable[[str], T]) -> T | None:
        """Read a cell that must not be empty."""
        if not row.get(column):
            row.wrong(column, Rule.MISSING)
            return None
        return self.read(row, column, read)

    def read(self, row: Row, column: str, read: Callable[[str], T]) -> T | None:
        """Read a cell; None when it is empty, or wrong: then that is noted."""
        words = row.get(column)
        if not words:
            return None
        try:
            return read(words)
        except Misfit as misfit:
            row.wrong(column, misfit.rule, misfit.found)
            return None

    def lengths(self, row: Row) -> None:
        """Note words that are longer than a record takes."""
        longest = {"unit": enums.LONGEST_UNIT, "payer": 200}
        for kind in ("task", "measure", "indicator"):
            longest |= dict.fromkeys(name_columns(kind), enums.LONGEST_NAME)
        for column, most in longest.items():
            if len(row.get(column)) > most:
                row.wrong(column, Rule.LENGTH, row.get(column))


def name_columns(kind: str) -> list[str]:
    """List the columns in which names of a kind of thing stand."""
    return [f"{kind}_{language}" for language in LANGUAGES]


def names_in(row: Row, kind: str) -> dict[str, str]:
    """Read the names of a kind of thing, by language; those that are there."""
    told = {language: row.get(f"{kind}_{language}") for language in LANGUAGES}
    return {language: " ".join(name.split()) for language, name in told.items() if name}
