"""What one version of a plan changed in the one before. A measure is the same by its code. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, TreeFacts

What = Literal["added", "removed", "changed"]
Fact = str | date | tuple[str, ...] | tuple[int, ...] | Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that is another now. ``name``: of the fact, such as "name_ky" or "due_on"."""

    name: str
    before: Fact
    after: Fact


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a part of the plan. ``kind``: task, measure, indicator, line or reporters."""

    kind: str
    code: str
    what: What
    names: Mapping[str, str]
    facts: tuple[FactChange, ...] = ()


def compare(old: TreeFacts, new: TreeFacts) -> list[Change]:
    """List what changed, in the order of the newer plan; what is gone comes after."""
    return [*_tasks(old, new), *_measures(old, new), *_reporters(old, new)]


def _tasks(old: TreeFacts, new: TreeFacts) -> Iterator[Change]:
    before = {task.code: task for task in old.tasks}
    after = {task.code: task for task in new.tasks}
    for code, task in after.items():
        if code not in before:
            yield Change("task", code, "added", task.names)
        elif facts := tuple(_names(before[code].names, task.names)):
            yield Change("task", code, "changed", task.names, facts)
    yield from (
        Change("task", code, "removed", task.names)
        for code, task in before.items()
        if code not in after
    )


def _measures(old: TreeFacts, new: TreeFacts) -> Iterator[Change]:
    before, after = old.measures, new.measures
    for code, measure in after.items():
        if code not in before:
            yield Change("measure", code, "added", measure.names)
            continue
        if facts := tuple(_of_measure(before[code], measure)):
            yield Change("measure", code, "changed", measure.names, facts)
        yield from _parts("indicator", code, before[code].indicators, measure.indicators)
        yield from _parts("line", code, before[code].lines, measure.lines)
    yield from (
        Change("measure", code, "removed", measure.names)
        for code, measure in before.items()
        if code not in after
    )


def _of_measure(before: MeasureFacts, after: MeasureFacts) -> Iterator[FactChange]:
    yield from _names(before.names, after.names)
    for name in ("starts_on", "due_on", "responsible", "co_executors", "regions"):
        yield from _fact(name, getattr(before, name), getattr(after, name))


Parts = tuple[IndicatorFacts, ...] | tuple[LineFacts, ...]


def _parts(kind: str, measure: str, old: Parts, new: Parts) -> Iterator[Change]:
    before = {one.code: one for one in old}
    after = {one.code: one for one in new}
    for code, part in after.items():
        names = getattr(part, "names", {})
        if code not in before:
            yield Change(kind, f"{measure}/{code}", "added", names)
        elif facts := tuple(_of_part(before[code], part)):
            yield Change(kind, f"{measure}/{code}", "changed", names, facts)
    for code, part in before.items():
        if code not in after:
            yield Change(kind, f"{measure}/{code}", "removed", getattr(part, "names", {}))


def _of_part(
    before: IndicatorFacts | LineFacts, after: IndicatorFacts | LineFacts
) -> Iterator[FactChange]:
    if isinstance(before, IndicatorFacts) and isinstance(after, IndicatorFacts):
        yield from _names(before.names, after.names)
    for name in type(after).__slots__:
        if name not in {"code", "names"}:
            yield from _fact(name, getattr(before, name), getattr(after, name))


def _reporters(old: TreeFacts, new: TreeFacts) -> Iterator[Change]:
    for region in sorted({*old.reporters, *new.reporters}):
        before, after = old.reporters.get(region), new.reporters.get(region)
        if before != after:
            change = FactChange("reporter", (before,) if before else (), (after,) if after else ())
            yield Change("reporters", region, "changed", {}, (change,))


def _names(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[FactChange]:
    for language in ("ky", "ru", "en"):
        yield from _fact(f"name_{language}", before.get(language, ""), after.get(language, ""))


def _fact(name: str, before: Fact, after: Fact) -> Iterator[FactChange]:
    if before != after:
        yield FactChange(name, before, after)
