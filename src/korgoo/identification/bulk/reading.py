"""Outcome and reason of many screenings, a slice at a time so that the memory stays bounded."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from korgoo.identification.bulk import branches
from korgoo.identification.bulk.encoding import (
    ABSENT,
    NOT_ANSWERED,
    PRESENT,
    Answers,
    Facts,
    elements_of,
    weights_of,
)
from korgoo.identification.rules import Because, Guideline, Outcome, RuleKind

# Codes of the two arrays are places in these. They are not stored: decode before storing.
OUTCOMES = tuple(Outcome)
REASONS = tuple(Because)
CHUNK = 8192  # screenings; of a guideline with 67 signs a slice takes about 6 MB

Find = Callable[[Facts, Facts], list[branches.Branch]]


class BulkReading(NamedTuple):
    """Outcome and reason of each screening, uint8, shape (screenings,).

    Places in `OUTCOMES` and `REASONS`.
    """

    outcome: NDArray[np.uint8]
    because: NDArray[np.uint8]


def outcomes(guideline: Guideline, matrix: Answers, *, chunk: int = CHUNK) -> BulkReading:
    """Read many screenings by one guideline: for each row what `read` gives for it.

    Args:
        guideline: Of any rule kind.
        matrix: int8, shape (screenings, indicators) as `encode` gives it.
        chunk: How many screenings are in work at once, 1 or more. Besides the matrix and the
            result (2 bytes a screening) the memory taken depends on this alone, not on how many
            there are.

    Raises:
        ValueError: The matrix has another shape or type, or holds other codes than 0, 1 and 2.

    Source:
        docs/methods/identification.md#many-at-once
    """
    _refuse_foreign(guideline, matrix)
    find = _finder(guideline)
    because = np.empty(len(matrix), dtype=np.uint8)
    for start in range(0, len(matrix), chunk):
        rows = matrix[start : start + chunk]
        _refuse_codes(rows)
        because[start : start + chunk] = _reasons(find, rows)
    return BulkReading(_OUTCOME_OF[because], because)


def _finder(guideline: Guideline) -> Find:
    match guideline.rule:
        case RuleKind.WEIGHTED:
            switches = branches.Switches(guideline.is_child, guideline.vulnerability_as_means)
            return partial(branches.weighted, weights_of(guideline), switches)
        case RuleKind.ELEMENTS:
            return partial(branches.elements, elements_of(guideline))
        case RuleKind.SIGNS:
            return branches.signs


def _reasons(find: Find, rows: Answers) -> NDArray[np.uint8]:
    """The reason of each row: that of the first branch that holds, as in the rules."""
    present, unanswered = rows == PRESENT, rows == NOT_ANSWERED
    found = [*find(present, unanswered), *branches.little(present, unanswered)]
    conditions = [condition for condition, _ in found]
    codes = [np.uint8(REASONS.index(because)) for _, because in found]
    return np.select(conditions, codes, default=np.uint8(REASONS.index(Because.NO_SIGNS)))


def _refuse_foreign(guideline: Guideline, matrix: Answers) -> None:
    columns = len(guideline.indicators)
    if matrix.dtype != np.int8 or matrix.ndim != 2 or matrix.shape[1] != columns:
        shape = f"{matrix.dtype} {matrix.shape}"
        raise ValueError(f"guideline {guideline.key} reads int8 (n, {columns}), not {shape}")


def _refuse_codes(rows: Answers) -> None:
    if rows.size and (rows.min() < NOT_ANSWERED or rows.max() > PRESENT):
        raise ValueError(f"answers are {NOT_ANSWERED}, {ABSENT} or {PRESENT}")


_OUTCOME_OF = np.array(
    [OUTCOMES.index(branches.OUTCOME_OF[because]) for because in REASONS], dtype=np.uint8
)
