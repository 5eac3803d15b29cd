"""Count one answer. Nothing said is missing, and missing is never zero."""

from collections.abc import Iterable
from decimal import Decimal

from korgoo.plan.consolidation.facts import ReportFacts, Said
from korgoo.plan.consolidation.figures import Cell
from korgoo.plan.consolidation.kinds import Answer

Answers = dict[tuple[int, str], tuple[str, Decimal | None]]


def said_by_part(rows: Iterable[Said]) -> Answers:
    """Find what a part of a report says to a question."""
    return {(part, code): (answer, value) for part, code, answer, value in rows}


def count_answer(cell: Cell, answer: str, value: Decimal | None, report: ReportFacts) -> None:
    """Count one answer in a cell; a value that counts is added."""
    tally = cell.tally
    if not answer or not report.counts:
        tally.missing += 1
        return
    tally.late += report.is_late
    if answer == Answer.NOTHING or value is None:
        tally.nothing += 1
        return
    if value:
        tally.reported += 1
    else:
        tally.zero += 1
    cell.total = (cell.total or Decimal()) + value
