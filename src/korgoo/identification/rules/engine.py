"""Read a guideline: the one entrance of the rules."""

from collections.abc import Mapping

from korgoo.identification.rules.change import would_change
from korgoo.identification.rules.enums import Profile, Value
from korgoo.identification.rules.guideline import Guideline
from korgoo.identification.rules.outcome import conclude, picture_of
from korgoo.identification.rules.reading import DimensionReading, Reading
from korgoo.identification.rules.tally import Tally, counts_of, tallies_of


def read(guideline: Guideline, answers: Mapping[str, Value]) -> Reading:
    """Read the answers by the guideline, and say why and what is still missing.

    Args:
        guideline: The weighted signs for the person's profile.
        answers: Value by code of a sign. A code left out was not asked.

    Returns:
        The reading. It depends on nothing else: the same input gives it again at any time.
        `urgent` is set for a child with any sign present.

    Raises:
        ValueError: A code is not in the guideline, or a value is none of `Value`.

    Source:
        docs/methods/identification.md

    >>> from korgoo.identification.rules import Indicator, Strength
    >>> work = [Indicator("D4.01", "D4", Strength.STRONG), Indicator("D4.09", "D4", Strength.MEDIUM)]
    >>> card = Guideline("card", "1", Profile.CHILD_LABOUR, tuple(work))
    >>> reading = read(card, {"D4.01": Value.PRESENT})
    >>> reading.outcome.value, reading.because.value, reading.would_change[0].codes
    ('not_enough', 'signs_below_rule', ('D4.09',))
    """
    _refuse_unknown(guideline, answers)
    tallies = tallies_of(guideline, answers)
    picture = picture_of(guideline, tallies)
    outcome, because = conclude(picture)
    return Reading(
        guideline_key=guideline.key,
        version=guideline.version,
        profile=guideline.profile,
        outcome=outcome,
        because=because,
        urgent=guideline.profile == Profile.CHILD_LABOUR and picture.has_signs,
        dimensions=tuple(_dimension_reading(tally) for tally in tallies),
        would_change=would_change(picture, tallies),
    )


def _refuse_unknown(guideline: Guideline, answers: Mapping[str, Value]) -> None:
    if unknown := sorted(answers.keys() - guideline.codes):
        names = ", ".join(unknown)
        raise ValueError(f"guideline {guideline.key} {guideline.version} has no {names}")
    for code, value in answers.items():
        if value not in _VALUES:
            raise ValueError(f"{code}: {value!r} is not an answer")


def _dimension_reading(tally: Tally) -> DimensionReading:
    strong, medium, weak = counts_of(tally.present)
    return DimensionReading(
        dimension=tally.dimension,
        state=tally.state,
        rule=tally.rule,
        strong=strong,
        medium=medium,
        weak=weak,
        present=tuple(sign.code for sign in tally.present),
        open=tuple(sign.code for sign in tally.unanswered),
    )


_VALUES = frozenset(Value)
