"""The branches of each rule kind over many screenings, in the order in which they are tried.

The same tables as in `rules.outcome`, `rules.elements` and `rules.signs`, and tested to be.
`present` and `unanswered` are bool, shape (screenings, indicators); every condition is bool,
shape (screenings,).
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from korgoo.identification.bulk.encoding import Elements, Facts, Weights
from korgoo.identification.rules import Because, Outcome, Strength
from korgoo.identification.rules.guideline import DIMENSIONS, EXPLOITATION, MEANS

Branch = tuple[Facts, Because]
Counts: TypeAlias = NDArray[np.float32]


class Switches(NamedTuple):
    """The child rule, and the country's choice about vulnerability."""

    is_child: bool
    vulnerability_as_means: bool


def weighted(
    weights: Weights, switches: Switches, present: Facts, unanswered: Facts
) -> list[Branch]:
    """List the branches of a weighted guideline."""
    counter = weights.counter()
    counts = _counted(present, counter)
    shown = is_positive(counts)
    could_be = is_positive(counts + _counted(unanswered, counter))
    showable = is_positive(counter.sum(axis=0).reshape(len(DIMENSIONS), len(Strength)))
    settled = showable & ~could_be
    d1, d2, d3, d4, d5, d6 = shown.T
    vulnerable = d3 | d6
    means = d1 | d2 | d5 | vulnerable
    strong = d4 & d5
    return [
        (d4 & switches.is_child, Because.CHILD_EXPLOITATION),
        (strong & d1, Because.DECEPTION_EXPLOITATION_AND_COERCION),
        (strong & d2, Because.COERCIVE_RECRUITMENT_EXPLOITATION_AND_COERCION),
        (
            strong & vulnerable & switches.vulnerability_as_means,
            Because.VULNERABILITY_EXPLOITATION_AND_COERCION,
        ),
        (d4 & d1, Because.DECEPTION_AND_EXPLOITATION),
        (d4 & d2, Because.COERCIVE_RECRUITMENT_AND_EXPLOITATION),
        (strong, Because.COERCION_AND_EXPLOITATION),
        (d4 & vulnerable, Because.VULNERABILITY_AND_EXPLOITATION),
        (d4 & settled[:, _MEANS].all(axis=1), Because.EXPLOITATION_ONLY),
        (d4, Because.EXPLOITATION_MEANS_OPEN),
        (means & settled[:, _EXPLOITATION], Because.MEANS_WITHOUT_EXPLOITATION),
        (means & showable[_EXPLOITATION], Because.EXPLOITATION_NOT_ASKED),
        (means, Because.EXPLOITATION_NOT_IN_GUIDELINE),
    ]


def is_positive(counts: Counts) -> Facts:
    """Say by the rules (a) to (d) which dimensions are positive.

    Args:
        counts: Signs present; the last axis is strong, medium, weak.

    Returns:
        One axis less.

    Source:
        ILO, Operational indicators of trafficking in human beings (2009), p. 3.
    """
    strong, medium, weak = counts[..., 0], counts[..., 1], counts[..., 2]
    positive: Facts = (
        (strong >= 2)
        | ((strong >= 1) & (medium + weak >= 1))
        | (medium >= 3)
        | ((medium >= 2) & (weak >= 1))
    )
    return positive


def elements(guideline: Elements, present: Facts, unanswered: Facts) -> list[Branch]:
    """List the branches of a guideline with elements."""
    counter = guideline.counts.astype(np.float32)
    counts = present.astype(np.float32) @ counter
    could_be = counts + unanswered.astype(np.float32) @ counter >= guideline.at_least
    shown = counts >= guideline.at_least
    ruled_out = ~could_be & (counter.sum(axis=0) >= guideline.at_least)
    all_open = ~_any(ruled_out & guideline.needed)
    core_shown = _any(shown & guideline.core)
    core_open = _any(~shown & ~ruled_out & guideline.core)
    some_shown = _any(shown)
    return [
        (~_any(~shown & guideline.needed), Because.ALL_ELEMENTS),
        (core_shown & all_open, Because.CORE_ELEMENT_OTHERS_OPEN),
        (core_shown, Because.CORE_ELEMENT),
        (some_shown & (core_open | all_open), Because.ELEMENTS_CORE_OPEN),
        (some_shown, Because.ELEMENTS_WITHOUT_CORE),
    ]


def signs(present: Facts, _unanswered: Facts) -> list[Branch]:
    """List the one branch of a guideline of signs."""
    return [(_any(present), Because.SIGNS_SEEN)]


def little(present: Facts, unanswered: Facts) -> list[Branch]:
    """List the branches where nothing is shown, but the last: every sign was asked and absent."""
    return [
        (_any(present), Because.SIGNS_BELOW_RULE),
        (~_any(~unanswered), Because.NOTHING_ANSWERED),
        (_any(unanswered), Because.NO_SIGNS_SO_FAR),
    ]


def _any(facts: Facts) -> Facts:
    """Whether one holds, row by row."""
    found: Facts = np.any(facts, axis=1)
    return found


def _counted(facts: Facts, counter: Counts) -> Counts:
    """Count by dimension and strength, shape (screenings, 6, 3)."""
    # Counts are small whole numbers, exact in float32, and a float product is the quick one.
    counted: Counts = facts.astype(np.float32) @ counter
    return counted.reshape(len(facts), len(DIMENSIONS), len(Strength))


_EXPLOITATION = DIMENSIONS.index(EXPLOITATION)
_MEANS = [number for number, key in enumerate(DIMENSIONS) if key in MEANS]

# Every reason belongs to one outcome.
OUTCOME_OF: Mapping[Because, Outcome] = {
    Because.CHILD_EXPLOITATION: Outcome.STRONG,
    Because.DECEPTION_EXPLOITATION_AND_COERCION: Outcome.STRONG,
    Because.COERCIVE_RECRUITMENT_EXPLOITATION_AND_COERCION: Outcome.STRONG,
    Because.VULNERABILITY_EXPLOITATION_AND_COERCION: Outcome.STRONG,
    Because.DECEPTION_AND_EXPLOITATION: Outcome.SOME,
    Because.COERCIVE_RECRUITMENT_AND_EXPLOITATION: Outcome.SOME,
    Because.COERCION_AND_EXPLOITATION: Outcome.SOME,
    Because.VULNERABILITY_AND_EXPLOITATION: Outcome.SOME,
    Because.MEANS_WITHOUT_EXPLOITATION: Outcome.SOME,
    Because.EXPLOITATION_ONLY: Outcome.LABOUR_RIGHTS,
    Because.EXPLOITATION_MEANS_OPEN: Outcome.LABOUR_RIGHTS,
    Because.EXPLOITATION_NOT_ASKED: Outcome.NOT_ENOUGH,
    Because.EXPLOITATION_NOT_IN_GUIDELINE: Outcome.NOT_ENOUGH,
    Because.SIGNS_BELOW_RULE: Outcome.NOT_ENOUGH,
    Because.NOTHING_ANSWERED: Outcome.NOT_ENOUGH,
    Because.NO_SIGNS_SO_FAR: Outcome.NOT_ENOUGH,
    Because.NO_SIGNS: Outcome.NOT_ENOUGH,
    Because.ALL_ELEMENTS: Outcome.ELEMENTS,
    Because.CORE_ELEMENT: Outcome.SOME,
    Because.CORE_ELEMENT_OTHERS_OPEN: Outcome.SOME,
    Because.ELEMENTS_WITHOUT_CORE: Outcome.NOT_ENOUGH,
    Because.ELEMENTS_CORE_OPEN: Outcome.NOT_ENOUGH,
    Because.SIGNS_SEEN: Outcome.SIGNS,
}
