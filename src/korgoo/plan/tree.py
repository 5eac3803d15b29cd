"""A plan as plain data: what a version holds, what a file brings, what is compared. No records here."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

Names = Mapping[str, str]
Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LineFacts:
    """Money for a measure. ``planned``: amount by year, both as text."""

    code: str
    funding: str
    payer: str = ""
    currency: str = ""
    planned: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """By what a measure is judged. ``targets``: value by year, both as text."""

    code: str
    names: Names
    unit: str = ""
    kind: str = "number"
    direction: str = "up"
    adds: str = "sum"
    baseline: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What is to be done. Organisations by number, regions by code."""

    code: str
    names: Names
    starts_on: date | None = None
    due_on: date | None = None
    regions: tuple[str, ...] = ()
    responsible: tuple[int, ...] = ()
    co_executors: tuple[int, ...] = ()
    indicators: tuple[IndicatorFacts, ...] = ()
    lines: tuple[LineFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What the plan wants to reach."""

    code: str
    names: Names
    measures: tuple[MeasureFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class TreeFacts:
    """A whole plan. ``reporters``: which organisation reports for a region."""

    tasks: tuple[TaskFacts, ...] = ()
    reporters: Mapping[str, int] = field(default_factory=dict)

    @property
    def measures(self) -> dict[str, MeasureFacts]:
        """Measures by code, in the order of the plan."""
        return {measure.code: measure for task in self.tasks for measure in task.measures}

    def to_data(self) -> Plain:
        """Write it down as plain data."""
        data = asdict(self)
        for task in data["tasks"]:
            for measure in task["measures"]:
                for name in ("starts_on", "due_on"):
                    day = measure[name]
                    measure[name] = day.isoformat() if day else None
        return data

    @classmethod
    def from_data(cls, data: Plain) -> "TreeFacts":
        """Read it back."""
        tasks = tuple(
            TaskFacts(one["code"], one["names"], tuple(_measure(m) for m in one["measures"]))
            for one in data["tasks"]
        )
        return cls(tasks, data.get("reporters", {}))


def _measure(data: Plain) -> MeasureFacts:
    told = dict(data)
    for name in ("starts_on", "due_on"):
        told[name] = date.fromisoformat(told[name]) if told[name] else None
    for name in ("regions", "responsible", "co_executors"):
        told[name] = tuple(told[name])
    told["indicators"] = tuple(IndicatorFacts(**one) for one in told["indicators"])
    told["lines"] = tuple(LineFacts(**one) for one in told["lines"])
    return MeasureFacts(**told)
