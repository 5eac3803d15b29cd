"""From weighted dimensions to an outcome: one table of branches, each with its reason.

Source of the adult classes: the classification used with the Moldova labour-force survey;
of the child rule: Palermo Protocol, art. 3 (c). See docs/methods/identification.md.
"""

from dataclasses import dataclass

from korgoo.identification.rules.enums import Because, DimensionState, Outcome
from korgoo.identification.rules.findings import Conclusion, Extent, because_of_little
from korgoo.identification.rules.guideline import (
    COERCION,
    COERCIVE_RECRUITMENT,
    DECEPTION,
    EXPLOITATION,
    MEANS,
    VULNERABILITY,
    Guideline,
)
from korgoo.identification.rules.tally import Tally


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the outcome depends on.

    `settled` are the dimensions fully enough asked to say "not shown": the guideline could
    have shown them and no unanswered question can any more. `showable` could be shown at all.
    """

    is_child: bool
    vulnerability_as_means: bool
    positive: frozenset[str]
    settled: frozenset[str]
    showable: frozenset[str]
    extent: Extent

    @property
    def recruitment(self) -> frozenset[str]:
        """The positive dimensions that may stand beside coercion for a strong outcome."""
        accepted = {DECEPTION, COERCIVE_RECRUITMENT}
        return self.positive & (
            accepted | VULNERABILITY if self.vulnerability_as_means else accepted
        )


def picture_of(guideline: Guideline, tallies: tuple[Tally, ...], extent: Extent) -> Picture:
    """Gather from the counted dimensions what the outcome depends on."""
    showable = frozenset(tally.dimension for tally in tallies if tally.is_showable)
    return Picture(
        is_child=guideline.is_child,
        vulnerability_as_means=guideline.vulnerability_as_means,
        positive=_in_state(tallies, DimensionState.POSITIVE),
        settled=_in_state(tallies, DimensionState.NOT_SHOWN) & showable,
        showable=showable,
        extent=extent,
    )


def _in_state(tallies: tuple[Tally, ...], state: DimensionState) -> frozenset[str]:
    return frozenset(tally.dimension for tally in tallies if tally.state == state)


def conclude(picture: Picture) -> Conclusion:
    """Say what the dimensions together indicate, and by which branch.

    Args:
        picture: The dimensions of one screening.

    Returns:
        The outcome and the stable code of the branch that gave it.
    """
    if EXPLOITATION not in picture.positive:
        return _without_exploitation(picture)
    if picture.is_child:
        return Outcome.STRONG, Because.CHILD_EXPLOITATION
    return _exploited_adult(picture)


def _exploited_adult(picture: Picture) -> Conclusion:
    if not picture.positive & MEANS:
        settled = picture.settled >= MEANS
        because = Because.EXPLOITATION_ONLY if settled else Because.EXPLOITATION_MEANS_OPEN
        return Outcome.LABOUR_RIGHTS, because
    if COERCION in picture.positive and picture.recruitment:
        return Outcome.STRONG, _first(picture.positive, _STRONG)
    return Outcome.SOME, _first(picture.positive, _SOME)


def _without_exploitation(picture: Picture) -> Conclusion:
    if not picture.positive:
        return Outcome.NOT_ENOUGH, because_of_little(picture.extent)
    if EXPLOITATION in picture.settled:
        return Outcome.SOME, Because.MEANS_WITHOUT_EXPLOITATION
    if EXPLOITATION in picture.showable:
        return Outcome.NOT_ENOUGH, Because.EXPLOITATION_NOT_ASKED
    return Outcome.NOT_ENOUGH, Because.EXPLOITATION_NOT_IN_GUIDELINE


def _first(positive: frozenset[str], table: tuple[tuple[frozenset[str], Because], ...]) -> Because:
    return next(because for dimensions, because in table if positive & dimensions)


# Read from the top: the first row with a positive dimension names the reason.
_STRONG = (
    (frozenset({DECEPTION}), Because.DECEPTION_EXPLOITATION_AND_COERCION),
    (frozenset({COERCIVE_RECRUITMENT}), Because.COERCIVE_RECRUITMENT_EXPLOITATION_AND_COERCION),
    (VULNERABILITY, Because.VULNERABILITY_EXPLOITATION_AND_COERCION),
)
_SOME = (
    (frozenset({DECEPTION}), Because.DECEPTION_AND_EXPLOITATION),
    (frozenset({COERCIVE_RECRUITMENT}), Because.COERCIVE_RECRUITMENT_AND_EXPLOITATION),
    (frozenset({COERCION}), Because.COERCION_AND_EXPLOITATION),
    (VULNERABILITY, Because.VULNERABILITY_AND_EXPLOITATION),
)
