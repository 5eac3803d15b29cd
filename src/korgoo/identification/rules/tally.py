"""One dimension counted: what is present, what is unanswered, what the rule says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from korgoo.identification.rules.enums import DimensionState, Strength, Value
from korgoo.identification.rules.guideline import Guideline, Indicator

Rule = Literal["a", "b", "c", "d"]
Counts = tuple[int, int, int]  # strong, medium, weak


def rule_of(strong: int, medium: int, weak: int) -> Rule | None:
    """Say by which combination a dimension is positive.

    Args:
        strong: Strong signs present in the dimension, 0 or more.
        medium: Medium signs present, 0 or more.
        weak: Weak signs present, 0 or more.

    Returns:
        The first that holds: "a" two strong; "b" one strong and one medium or weak;
        "c" three medium; "d" two medium and one weak. None when the dimension is not positive.

    Source:
        ILO, Operational indicators of trafficking in human beings (2009), p. 3;
        docs/methods/identification.md#a-dimension

    >>> rule_of(2, 0, 0), rule_of(1, 0, 1), rule_of(0, 3, 0), rule_of(0, 2, 1)
    ('a', 'b', 'c', 'd')
    >>> rule_of(1, 0, 0) or rule_of(0, 2, 0) or rule_of(0, 1, 9) or "not positive"
    'not positive'
    """
    if strong >= 2:
        return "a"
    if strong and medium + weak:
        return "b"
    if medium >= 3:
        return "c"
    return "d" if medium >= 2 and weak else None


def counts_of(indicators: tuple[Indicator, ...]) -> Counts:
    """Count signs by strength; signs without a strength count nowhere."""
    strengths = [sign.strength for sign in indicators]
    return (
        strengths.count(Strength.STRONG),
        strengths.count(Strength.MEDIUM),
        strengths.count(Strength.WEAK),
    )


def state_of(present: int, unanswered: int, at_least: int) -> DimensionState:
    """Say what unweighted signs show, of which so many must be present.

    Args:
        present: Signs present, 0 or more.
        unanswered: Signs without an answer, 0 or more.
        at_least: Signs that must be present, 1 or more.
    """
    if present >= at_least:
        return DimensionState.POSITIVE
    could_be = present + unanswered >= at_least
    return DimensionState.OPEN if could_be else DimensionState.NOT_SHOWN


@dataclass(frozen=True, slots=True)
class Tally:
    """The signs of one dimension, in the guideline's order, parted by their answers.

    `rule`, `is_showable` and `state` are those of a weighted guideline.
    """

    dimension: str
    indicators: tuple[Indicator, ...]
    present: tuple[Indicator, ...]
    unanswered: tuple[Indicator, ...]

    @property
    def rule(self) -> Rule | None:
        """The combination that makes the dimension positive, if any does."""
        return rule_of(*counts_of(self.present))

    @property
    def is_showable(self) -> bool:
        """Whether the guideline asks enough here for any answers to be positive."""
        return rule_of(*counts_of(self.indicators)) is not None

    @property
    def state(self) -> DimensionState:
        """Positive; open while the unanswered could still make it so; else not shown."""
        if self.rule:
            return DimensionState.POSITIVE
        could_be = rule_of(*counts_of(self.present + self.unanswered))
        return DimensionState.OPEN if could_be else DimensionState.NOT_SHOWN


def tallies_of(guideline: Guideline, answers: Mapping[str, Value]) -> tuple[Tally, ...]:
    """Part the signs of every dimension of the guideline by their answers.

    A code without an answer was not asked; unknown, not asked and refused are all unanswered.
    """
    return tuple(_tally(guideline, answers, key) for key in guideline.dimensions)


def _tally(guideline: Guideline, answers: Mapping[str, Value], dimension: str) -> Tally:
    signs = tuple(sign for sign in guideline.indicators if sign.dimension == dimension)
    return Tally(
        dimension=dimension,
        indicators=signs,
        present=tuple(sign for sign in signs if answers.get(sign.code) == Value.PRESENT),
        unanswered=tuple(sign for sign in signs if answers.get(sign.code) not in _ANSWERED),
    )


_ANSWERED = (Value.PRESENT, Value.ABSENT)
