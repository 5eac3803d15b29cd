"""What a year has come to, beside its target."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from korgoo.plan.consolidation.facts import IndicatorPlan
from korgoo.plan.consolidation.figures import Cell, Progress
from korgoo.plan.consolidation.kinds import Adds, Direction

TENTH, WHOLE = Decimal("0.1"), Decimal(100)


def of_year(year: int, plan: IndicatorPlan, cells: Sequence[Cell]) -> Progress:
    """Say how far an indicator has come.

    Args:
        year: Of the target.
        plan: The indicator, as the last of the periods has it.
        cells: Its figures of the country in the periods of the year so far, in their order.
    """
    value = None if any(cell.is_hidden for cell in cells) else value_of(plan.adds, cells)
    target = plan.targets.get(year)
    return Progress(
        year=year,
        value=value,
        target=target,
        share=share_of(value, target, plan.direction),
        is_reached=is_reached(value, target, plan.direction),
        missing=sum(cell.tally.missing for cell in cells),
    )


def value_of(adds: Adds, cells: Sequence[Cell]) -> Decimal | None:
    """Make one value of several periods: their sum, or the last one; None when there is none."""
    told = [cell.total for cell in cells if cell.total is not None]
    if not told or adds is Adds.NONE:
        return None
    return sum(told, Decimal()) if adds is Adds.SUM else told[-1]


def share_of(
    value: Decimal | None, target: Decimal | None, direction: Direction
) -> Decimal | None:
    """Give the share of a target, per cent to one decimal, halves up; None where it says nothing."""
    if value is None or not target or direction is Direction.DOWN:
        return None
    return (value / target * WHOLE).quantize(TENTH, ROUND_HALF_UP)


def is_reached(value: Decimal | None, target: Decimal | None, direction: Direction) -> bool | None:
    """Tell whether a target is reached; None without one, or without a value."""
    if value is None or target is None:
        return None
    return value >= target if direction is Direction.UP else value <= target
