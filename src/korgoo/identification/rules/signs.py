"""Signs worth a closer look: any one of them is enough to say so, and no number says more."""

from korgoo.identification.rules.enums import Because, Outcome
from korgoo.identification.rules.findings import (
    Extent,
    Findings,
    because_of_little,
    codes_of,
    unweighted,
)
from korgoo.identification.rules.guideline import Guideline
from korgoo.identification.rules.reading import WouldChange
from korgoo.identification.rules.tally import Tally


def find(guideline: Guideline, tallies: tuple[Tally, ...], extent: Extent) -> Findings:
    """Read counted answers as signs that were seen.

    Args:
        guideline: One of signs; it says nothing more than its tallies.
        tallies: Its dimensions, counted.
        extent: The same counted together.
    """
    dimensions = tuple(unweighted(tally) for tally in tallies)
    if extent.has_signs:
        return Findings(Outcome.SIGNS, Because.SIGNS_SEEN, dimensions, would_change=())
    changes = tuple(
        WouldChange((code,), Outcome.SIGNS)
        for tally in tallies
        for code in codes_of(tally.unanswered)
    )
    return Findings(Outcome.NOT_ENOUGH, because_of_little(extent), dimensions, changes)
