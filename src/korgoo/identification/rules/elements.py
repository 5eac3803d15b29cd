"""Which of the things to be shown (act, means, purpose...) are shown. Nothing is weighed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

from korgoo.identification.rules.change import LARGEST_SET
from korgoo.identification.rules.enums import Because, DimensionState, Outcome
from korgoo.identification.rules.findings import (
    Conclusion,
    Extent,
    Findings,
    because_of_little,
    codes_of,
    unweighted,
)
from korgoo.identification.rules.guideline import Element, Guideline
from korgoo.identification.rules.reading import ElementReading, WouldChange
from korgoo.identification.rules.tally import Tally, state_of


@dataclass(frozen=True, slots=True)
class ElementTally:
    """One element with the signs that count for it, in the order of the dimensions.

    `is_showable`: the guideline asks enough for the element to be shown at all.
    """

    element: Element
    is_needed: bool
    is_showable: bool
    present: tuple[str, ...]
    unanswered: tuple[str, ...]

    @property
    def more(self) -> int:
        """How many more signs must be present; 0 when the element is shown."""
        return max(0, self.element.at_least - len(self.present))

    @property
    def state(self) -> DimensionState:
        """Positive; open while the unanswered could still make it so; else not shown."""
        return state_of(len(self.present), len(self.unanswered), self.element.at_least)

    @property
    def is_ruled_out(self) -> bool:
        """Whether it was asked about enough to say that it is not shown."""
        return self.state == DimensionState.NOT_SHOWN and self.is_showable


def find(guideline: Guideline, tallies: tuple[Tally, ...], extent: Extent) -> Findings:
    """Read counted answers by the elements that they show.

    Args:
        guideline: One with elements.
        tallies: Its dimensions, counted.
        extent: The same counted together.
    """
    elements = tuple(_element(guideline, each, tallies) for each in guideline.elements)
    outcome, because = conclude(elements, extent)
    return Findings(
        outcome,
        because,
        dimensions=tuple(unweighted(tally) for tally in tallies),
        would_change=would_change(outcome, elements, tallies),
        elements=tuple(_reading(element) for element in elements),
    )


def conclude(elements: Sequence[ElementTally], extent: Extent) -> Conclusion:
    """Say what the shown elements indicate, and by which branch.

    Returns:
        The outcome and its reason. A reason with "open" says that more answers could still lead
        further, or that the guideline asks too little to know.
    """
    lacking = [each for each in elements if each.more]
    if not any(each.is_needed for each in lacking):
        return Outcome.ELEMENTS, Because.ALL_ELEMENTS
    all_open = not any(each.is_ruled_out for each in lacking if each.is_needed)
    if any(each.element.core for each in elements if not each.more):
        because = Because.CORE_ELEMENT_OTHERS_OPEN if all_open else Because.CORE_ELEMENT
        return Outcome.SOME, because
    if len(lacking) == len(elements):
        return Outcome.NOT_ENOUGH, because_of_little(extent)
    core_open = any(each.element.core and not each.is_ruled_out for each in lacking)
    is_open = core_open or all_open
    because = Because.ELEMENTS_CORE_OPEN if is_open else Because.ELEMENTS_WITHOUT_CORE
    return Outcome.NOT_ENOUGH, because


def would_change(
    now: Outcome, elements: Sequence[ElementTally], tallies: Sequence[Tally]
) -> tuple[WouldChange, ...]:
    """Find the smallest sets of unanswered questions that would change the outcome.

    Args:
        now: The outcome of the answers so far.
        elements: The elements as answered so far.
        tallies: The dimensions with their signs.

    Returns:
        When single questions would do it, each of them. Otherwise the pairs, otherwise the
        triples: one set for each pattern of dimensions, made of the first such signs in the
        guideline's order. Empty when no three answers would change the outcome.
    """
    if now == Outcome.ELEMENTS:
        return ()
    lacking = [each for each in elements if each.more and (each.is_needed or each.element.core)]
    useful = {key for each in lacking for key in each.element.dimensions}
    spare = {
        tally.dimension: codes_of(tally.unanswered)
        for tally in tallies
        if tally.unanswered and tally.dimension in useful
    }
    for size in range(_fewest(lacking), LARGEST_SET + 1):
        if found := tuple(_changes(now, lacking, spare, size)):
            return found
    return ()


def _fewest(lacking: Sequence[ElementTally]) -> int:
    """A number of signs below which nothing changes, so that smaller sets need no look."""
    all_needed = max(each.more for each in lacking if each.is_needed)
    return min([all_needed, *(each.more for each in lacking if each.element.core)])


def _changes(
    now: Outcome,
    lacking: Sequence[ElementTally],
    spare: Mapping[str, tuple[str, ...]],
    size: int,
) -> Iterator[WouldChange]:
    for dimensions in combinations_with_replacement(spare, size):
        more = Counter(dimensions)
        enough = all(number <= len(spare[key]) for key, number in more.items())
        if enough and (then := _with(more, now, lacking)) != now:
            for codes in _codes(more, spare):
                yield WouldChange(codes, then)


def _with(more: Counter[str], now: Outcome, lacking: Sequence[ElementTally]) -> Outcome:
    """The outcome with so many more signs in each dimension."""
    short = [each for each in lacking if sum(more[d] for d in each.element.dimensions) < each.more]
    if not any(each.is_needed for each in short):
        return Outcome.ELEMENTS
    short_of_core = sum(each.element.core for each in short)
    some = short_of_core < sum(each.element.core for each in lacking)
    return Outcome.SOME if some else now


def _codes(more: Counter[str], spare: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Every code of a single question; the first codes of a larger set."""
    if more.total() == 1:
        yield from ((code,) for code in spare[next(iter(more))])
    else:
        yield tuple(code for key, number in more.items() for code in spare[key][:number])


def _element(guideline: Guideline, element: Element, tallies: Sequence[Tally]) -> ElementTally:
    own = [tally for tally in tallies if tally.dimension in element.dimensions]
    return ElementTally(
        element=element,
        is_needed=guideline.needs(element),
        is_showable=sum(len(tally.indicators) for tally in own) >= element.at_least,
        present=tuple(code for tally in own for code in codes_of(tally.present)),
        unanswered=tuple(code for tally in own for code in codes_of(tally.unanswered)),
    )


def _reading(tally: ElementTally) -> ElementReading:
    return ElementReading(
        key=tally.element.key,
        state=tally.state,
        needed=tally.is_needed,
        core=tally.element.core,
        present=tally.present,
        open=tally.unanswered,
        more=tally.more,
        showable=tally.is_showable,
    )
