"""What every rule kind is given besides the dimensions, and what it finds."""

from dataclasses import dataclass

from korgoo.identification.rules.enums import Because, Outcome
from korgoo.identification.rules.guideline import Indicator
from korgoo.identification.rules.reading import DimensionReading, ElementReading, WouldChange
from korgoo.identification.rules.tally import Tally, counts_of, state_of

Conclusion = tuple[Outcome, Because]


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a guideline was asked: its signs, those with an answer, whether any is present."""

    asked_for: int
    answered: int
    has_signs: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """The outcome of one rule kind, with all that explains it."""

    outcome: Outcome
    because: Because
    dimensions: tuple[DimensionReading, ...]
    would_change: tuple[WouldChange, ...]
    elements: tuple[ElementReading, ...] = ()


def extent_of(tallies: tuple[Tally, ...]) -> Extent:
    """Count over all dimensions."""
    asked_for = sum(len(tally.indicators) for tally in tallies)
    unanswered = sum(len(tally.unanswered) for tally in tallies)
    return Extent(asked_for, asked_for - unanswered, any(tally.present for tally in tallies))


def because_of_little(extent: Extent) -> Because:
    """Say why nothing is shown, the same in every rule kind."""
    if extent.has_signs:
        return Because.SIGNS_BELOW_RULE
    if not extent.answered:
        return Because.NOTHING_ANSWERED
    if extent.answered < extent.asked_for:
        return Because.NO_SIGNS_SO_FAR
    return Because.NO_SIGNS


def unweighted(tally: Tally) -> DimensionReading:
    """Describe a dimension whose signs are not weighed: positive when any sign is present."""
    return DimensionReading(
        dimension=tally.dimension,
        state=state_of(len(tally.present), len(tally.unanswered), 1),
        rule=None,
        strong=0,
        medium=0,
        weak=0,
        present=codes_of(tally.present),
        open=codes_of(tally.unanswered),
        showable=True,
    )


def weighted(tally: Tally) -> DimensionReading:
    """Describe a dimension by the rules (a) to (d)."""
    strong, medium, weak = counts_of(tally.present)
    return DimensionReading(
        dimension=tally.dimension,
        state=tally.state,
        rule=tally.rule,
        strong=strong,
        medium=medium,
        weak=weak,
        present=codes_of(tally.present),
        open=codes_of(tally.unanswered),
        showable=tally.is_showable,
    )


def codes_of(indicators: tuple[Indicator, ...]) -> tuple[str, ...]:
    """Name signs by their codes."""
    return tuple(sign.code for sign in indicators)
