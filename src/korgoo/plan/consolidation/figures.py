"""What comes out: every sum beside the count of answers it is made of, and of those that are missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from korgoo.plan.consolidation.facts import IndicatorPlan, Key, LinePlan, Region
from korgoo.plan.consolidation.kinds import Funding, Standing


@dataclass(slots=True)
class Tally:
    """How a question was answered. ``expected`` is the sum of the four after it.

    Attributes:
        reported: with a value other than zero.
        zero: with zero, which is a value.
        nothing: with a reason why there is nothing to report.
        missing: not at all, or in a report that was not sent or was returned.
        late: how many of the answers came in a report that was sent late.
    """

    reported: int = 0
    zero: int = 0
    nothing: int = 0
    missing: int = 0
    late: int = 0

    @property
    def expected(self) -> int:
        """How many were to answer."""
        return self.reported + self.zero + self.nothing + self.missing

    def add(self, other: "Tally") -> None:
        """Count another question with this one."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(slots=True)
class Cell:
    """One figure. ``total`` None: no value was reported, or none can be made of several."""

    total: Decimal | None = None
    tally: Tally = field(default_factory=Tally)
    is_hidden: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an indicator has come in a year, up to a period.

    Attributes:
        value: from the reports that are there.
        share: of the target, per cent to one decimal, where more is better; None elsewhere.
        is_reached: None when there is no target or no value.
        missing: answers that are missing in the periods counted: the value may be another.
    """

    year: int
    value: Decimal | None
    target: Decimal | None
    share: Decimal | None
    is_reached: bool | None
    missing: int


@dataclass(slots=True)
class IndicatorFigures:
    """An indicator in each period, of the country and of each region."""

    plan: IndicatorPlan
    whole: dict[str, Cell] = field(default_factory=dict)
    regions: dict[str, dict[Region, Cell]] = field(default_factory=dict)
    progress: dict[str, Progress] = field(default_factory=dict)


@dataclass(slots=True)
class LineFigures:
    """A budget line: spent in each period, and in the year up to it, beside what the year plans."""

    plan: LinePlan
    spent: dict[str, Cell] = field(default_factory=dict)
    year_spent: dict[str, Decimal | None] = field(default_factory=dict)
    planned: dict[str, Decimal | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum over budget lines of one kind and currency, for one period."""

    funding: Funding
    currency: str
    planned: Decimal | None
    spent: Decimal | None
    year_spent: Decimal | None
    tally: Tally


@dataclass(slots=True)
class RoundFigures:
    """How the reporting of a period went: organisations by how far their reports have come."""

    standings: dict[Standing, int] = field(default_factory=dict)
    late: int = 0
    regions: dict[Region, dict[Standing, int]] = field(default_factory=dict)
    values: Tally = field(default_factory=Tally)

    @property
    def expected(self) -> int:
        """How many were to report."""
        return sum(self.standings.values())


@dataclass(frozen=True, slots=True)
class Figures:
    """The consolidated report: the same figures for every reader and every file."""

    periods: tuple[str, ...]
    rounds: Mapping[str, RoundFigures]
    indicators: Mapping[Key, IndicatorFigures]
    lines: Mapping[Key, LineFigures]
    money: Mapping[str, tuple[Money, ...]]
