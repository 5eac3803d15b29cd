"""Write a whole plan into a draft, in the transaction of a deed that leaves the trace."""

from decimal import Decimal

from korgoo.plan.enums import Part
from korgoo.plan.models import (
    BudgetLine,
    Indicator,
    Measure,
    MeasureBody,
    PlanVersion,
    RegionReporter,
    Task,
)
from korgoo.plan.tree import IndicatorFacts, LineFacts, MeasureFacts, Names, TreeFacts


def names(facts: Names) -> dict[str, str]:
    """Give names as columns of a row."""
    return {f"name_{language}": facts.get(language, "") for language in ("ky", "ru", "en")}


def write_tree(version: PlanVersion, tree: TreeFacts) -> None:
    """Put a tree in the place of what a draft holds. Who reports for regions stays when nobody is named."""
    version.tasks.all().delete()
    tasks = [
        Task(version=version, code=one.code, place=place, **names(one.names))
        for place, one in enumerate(tree.tasks, start=1)
    ]
    Task.objects.bulk_create(tasks)
    rows = [
        new_measure(version, task, facts, place)
        for task, told in zip(tasks, tree.tasks, strict=True)
        for place, facts in enumerate(told.measures, start=1)
    ]
    Measure.objects.bulk_create(rows)
    pairs = list(zip(rows, tree.measures.values(), strict=True))
    MeasureBody.objects.bulk_create(one for row, told in pairs for one in new_bodies(row, told))
    Indicator.objects.bulk_create(
        new_indicator(row, one, place)
        for row, told in pairs
        for place, one in enumerate(told.indicators, start=1)
    )
    BudgetLine.objects.bulk_create(
        new_line(row, one, place)
        for row, told in pairs
        for place, one in enumerate(told.lines, start=1)
    )
    if tree.reporters:
        write_reporters(version, dict(tree.reporters))


def write_reporters(version: PlanVersion, reporters: dict[str, int]) -> None:
    """Say which organisation reports for which region."""
    version.reporters.all().delete()
    RegionReporter.objects.bulk_create(
        RegionReporter(version=version, region=region, organisation_id=organisation)
        for region, organisation in reporters.items()
    )


def new_measure(version: PlanVersion, task: Task, facts: MeasureFacts, place: int) -> Measure:
    """Make a measure, not saved yet."""
    return Measure(
        version=version,
        task=task,
        code=facts.code,
        place=place,
        starts_on=facts.starts_on,
        due_on=facts.due_on,
        regions=list(facts.regions),
        **names(facts.names),
    )


def new_bodies(measure: Measure, facts: MeasureFacts) -> list[MeasureBody]:
    """Make the parts of organisations in a measure, not saved yet; the responsible one is no co-executor."""
    others = [one for one in facts.co_executors if one not in facts.responsible]
    parts = [(one, Part.RESPONSIBLE) for one in facts.responsible]
    parts += [(one, Part.CO_EXECUTOR) for one in others]
    return [MeasureBody(measure=measure, organisation_id=one, part=part) for one, part in parts]


def new_indicator(measure: Measure, facts: IndicatorFacts, place: int) -> Indicator:
    """Make an indicator, not saved yet."""
    return Indicator(
        measure=measure,
        code=facts.code,
        place=place,
        kind=facts.kind,
        direction=facts.direction,
        adds=facts.adds,
        unit=facts.unit,
        baseline=Decimal(facts.baseline) if facts.baseline else None,
        targets=dict(facts.targets),
        source=facts.source,
        **names(facts.names),
    )


def new_line(measure: Measure, facts: LineFacts, place: int) -> BudgetLine:
    """Make a budget line, not saved yet."""
    return BudgetLine(
        measure=measure,
        code=facts.code,
        place=place,
        funding=facts.funding,
        payer=facts.payer,
        currency=facts.currency,
        planned=dict(facts.planned),
    )
