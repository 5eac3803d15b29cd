"""A report as tables, the same for page, paper and spreadsheet. A cell has words, and a value if it is one."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Value = Decimal | date | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell: words for people, and the number or day that a spreadsheet counts with."""

    words: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Head:
    """A column. ``is_number``: it stands at the right."""

    words: str
    is_number: bool = False


@dataclass(slots=True)
class Table:
    """A table with its name. ``key`` names the sheet of a spreadsheet, in the language of the reader."""

    title: str
    sheet: str
    heads: list[Head]
    rows: list[list[Shown]] = field(default_factory=list)
    note: str = ""


@dataclass(slots=True)
class Layout:
    """A whole report. ``facts``: pairs of what and which, under the title.

    ``texts``: by measure, who did what, in their words.
    """

    title: str
    subtitle: str
    facts: list[tuple[str, str]]
    tables: list[Table]
    notes: list[str] = field(default_factory=list)
    texts: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    texts_title: str = ""
    texts_heads: tuple[str, str, str] = ("", "", "")
    cover_title: str = "1"
