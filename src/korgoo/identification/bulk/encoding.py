"""Answers and guidelines as arrays of small integers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from korgoo.identification.rules import Guideline, Strength, Value
from korgoo.identification.rules.guideline import DIMENSIONS

Answers: TypeAlias = NDArray[np.int8]
Counter: TypeAlias = NDArray[np.float32]
Facts: TypeAlias = NDArray[np.bool_]

NOT_ANSWERED, ABSENT, PRESENT = 0, 1, 2
_CODES = {
    None: NOT_ANSWERED,  # the code is left out: not asked
    Value.NOT_ASKED: NOT_ANSWERED,
    Value.UNKNOWN: NOT_ANSWERED,
    Value.REFUSED: NOT_ANSWERED,
    Value.ABSENT: ABSENT,
    Value.PRESENT: PRESENT,
}


def encode(rows: Iterable[Mapping[str, Value]], guideline: Guideline) -> Answers:
    """Write the answers of many screenings as small integers.

    Args:
        rows: One mapping per screening: value by code, as `read` takes it.
        guideline: The one they will be read by. Its signs are the columns, in its order.

    Returns:
        int8, shape (screenings, indicators): 0 not answered, 1 absent, 2 present. One byte for
        each sign of each screening.

    Raises:
        ValueError: A code is not in the guideline, or a value is none of `Value`.

    >>> from korgoo.identification.rules import Indicator, RuleKind
    >>> signs = (Indicator("A1.01", "A1"), Indicator("A1.02", "A1"))
    >>> card = Guideline("card", "1", "anybody", signs, rule=RuleKind.SIGNS)
    >>> encode([{"A1.02": Value.PRESENT}, {"A1.01": Value.ABSENT}], card).tolist()
    [[0, 2], [1, 0]]
    """
    codes = [sign.code for sign in guideline.indicators]
    known = guideline.codes
    written, screenings = bytearray(), 0
    for row in rows:
        if not row.keys() <= known:
            names = ", ".join(sorted(row.keys() - known))
            raise ValueError(f"guideline {guideline.key} {guideline.version} has no {names}")
        written += _encoded(row, codes)
        screenings += 1
    return np.frombuffer(written, dtype=np.int8).reshape(screenings, len(codes))


def _encoded(row: Mapping[str, Value], codes: list[str]) -> bytes:
    try:
        return bytes(map(_CODES.__getitem__, map(row.get, codes)))
    except KeyError as unknown:
        raise ValueError(f"{unknown} is not an answer") from None


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """A weighted guideline: of each sign its dimension (0 to 5) and strength (0 strong, 2 weak).

    Both are int8, shape (indicators,).
    """

    dimension: NDArray[np.int8]
    strength: NDArray[np.int8]

    def counter(self) -> Counter:
        """Give the matrix by which answers are counted, shape (indicators, 6 x 3)."""
        column = self.dimension.astype(np.intp) * len(Strength) + self.strength
        counter: Counter = np.eye(len(DIMENSIONS) * len(Strength), dtype=np.float32)[column]
        return counter


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """A guideline with elements.

    `counts`: bool, shape (indicators, elements): the sign counts for the element. The others have
    shape (elements,): signs needed (int16), needed at all and core (bool).
    """

    counts: Facts
    at_least: NDArray[np.int16]
    needed: Facts
    core: Facts


def weights_of(guideline: Guideline) -> Weights:
    """Write down a weighted guideline."""
    strengths = list(Strength)
    signs = guideline.indicators
    weighed = [strengths.index(sign.strength) for sign in signs if sign.strength]
    return Weights(
        np.array([DIMENSIONS.index(sign.dimension) for sign in signs], dtype=np.int8),
        np.array(weighed, dtype=np.int8),
    )


def elements_of(guideline: Guideline) -> Elements:
    """Write down a guideline with elements."""
    elements = guideline.elements
    counts = [[sign.dimension in e.dimensions for e in elements] for sign in guideline.indicators]
    return Elements(
        np.array(counts, dtype=np.bool_).reshape(len(guideline.indicators), len(elements)),
        np.array([element.at_least for element in elements], dtype=np.int16),
        np.array([guideline.needs(element) for element in elements], dtype=np.bool_),
        np.array([element.core for element in elements], dtype=np.bool_),
    )
