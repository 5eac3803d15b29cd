"""The weighted rules put together: dimensions, outcome, and what would change it."""

from korgoo.identification.rules import findings
from korgoo.identification.rules.change import would_change
from korgoo.identification.rules.findings import Extent, Findings
from korgoo.identification.rules.guideline import Guideline
from korgoo.identification.rules.outcome import conclude, picture_of
from korgoo.identification.rules.tally import Tally


def find(guideline: Guideline, tallies: tuple[Tally, ...], extent: Extent) -> Findings:
    """Read counted answers by strengths in the six dimensions.

    Args:
        guideline: A weighted one.
        tallies: Its dimensions, counted.
        extent: The same counted together.
    """
    picture = picture_of(guideline, tallies, extent)
    outcome, because = conclude(picture)
    return Findings(
        outcome,
        because,
        dimensions=tuple(findings.weighted(tally) for tally in tallies),
        would_change=would_change(picture, tallies),
    )
