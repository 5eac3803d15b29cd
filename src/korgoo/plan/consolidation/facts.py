"""What goes into a consolidated report: the plan, who was to report, and what they said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from korgoo.plan.consolidation.kinds import Adds, Direction, Funding, Standing, ValueKind

# Of a measure and one of its indicators or budget lines.
Key = tuple[str, str]
# A region by its code; empty: a body of the whole country, for itself.
Region = str


@dataclass(frozen=True, slots=True)
class Period:
    """A period of reporting. ``year``: in which its values count towards a target."""

    key: str
    starts: date
    ends: date
    due_on: date

    @property
    def year(self) -> int:
        """The year of its last day."""
        return self.ends.year


@dataclass(frozen=True, slots=True)
class IndicatorPlan:
    """An indicator as the plan has it. ``drawn``: key of the source it is counted by; empty: asked for."""

    key: Key
    kind: ValueKind
    adds: Adds
    direction: Direction
    baseline: Decimal | None = None
    targets: Mapping[int, Decimal] = field(default_factory=dict)
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class LinePlan:
    """Money planned for a measure, by year, in one currency."""

    key: Key
    funding: Funding
    payer: str
    currency: str
    planned: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The report of one organisation that counts. ``sent_at``: last sent, for what was sent last."""

    key: str
    organisation: int
    region: Region
    standing: Standing
    is_late: bool = False
    sent_at: datetime | None = None

    @property
    def counts(self) -> bool:
        """Tell whether its figures are taken: it was sent, and not returned."""
        return self.standing in {Standing.ACCEPTED, Standing.SENT}


# Number of the part of a report, key of the report, code of the measure, whether values are asked for.
Entry = tuple[int, str, str, bool]
# Number of the part, code of the indicator or budget line, answer, value.
Said = tuple[int, str, str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure that another mission counted, in persons or events."""

    value: int | None
    is_hidden: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """Everything about one period, under the version of the plan that was in force at its end."""

    period: Period
    reports: Sequence[ReportFacts]
    entries: Sequence[Entry]
    values: Sequence[Said]
    spent: Sequence[Said]
    indicators: Mapping[str, Sequence[IndicatorPlan]]
    lines: Mapping[str, Sequence[LinePlan]]
    drawn: Mapping[Key, Mapping[Region | None, Drawn]] = field(default_factory=dict)
