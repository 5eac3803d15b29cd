"""Read a guideline: the one entrance of the rules."""

from collections.abc import Callable, Mapping

from korgoo.identification.rules import elements, signs, weighted
from korgoo.identification.rules.enums import RuleKind, Value
from korgoo.identification.rules.findings import Extent, Findings, extent_of
from korgoo.identification.rules.guideline import Guideline
from korgoo.identification.rules.reading import Reading
from korgoo.identification.rules.tally import Tally, tallies_of


def read(guideline: Guideline, answers: Mapping[str, Value]) -> Reading:
    """Read the answers by the guideline, and say why and what is still missing.

    Args:
        guideline: The signs for the person's profile, and how they are read.
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
    >>> card = Guideline("card", "1", "child_labour", tuple(work), is_child=True)
    >>> reading = read(card, {"D4.01": Value.PRESENT})
    >>> reading.outcome.value, reading.because.value, reading.would_change[0].codes
    ('not_enough', 'signs_below_rule', ('D4.09',))
    """
    _refuse_unknown(guideline, answers)
    tallies = tallies_of(guideline, answers)
    extent = extent_of(tallies)
    found = _KINDS[guideline.rule](guideline, tallies, extent)
    return Reading(
        guideline_key=guideline.key,
        version=guideline.version,
        profile=guideline.profile,
        outcome=found.outcome,
        because=found.because,
        urgent=guideline.is_child and extent.has_signs,
        dimensions=found.dimensions,
        would_change=found.would_change,
        rule=guideline.rule,
        elements=found.elements,
        is_child=guideline.is_child,
        vulnerability_as_means=guideline.vulnerability_as_means,
        asked_for=extent.asked_for,
        answered=extent.answered,
    )


def _refuse_unknown(guideline: Guideline, answers: Mapping[str, Value]) -> None:
    if unknown := sorted(answers.keys() - guideline.codes):
        names = ", ".join(unknown)
        raise ValueError(f"guideline {guideline.key} {guideline.version} has no {names}")
    for code, value in answers.items():
        if value not in _VALUES:
            raise ValueError(f"{code}: {value!r} is not an answer")


_VALUES = frozenset(Value)
_KINDS: Mapping[RuleKind, Callable[[Guideline, tuple[Tally, ...], Extent], Findings]] = {
    RuleKind.WEIGHTED: weighted.find,
    RuleKind.ELEMENTS: elements.find,
    RuleKind.SIGNS: signs.find,
}
