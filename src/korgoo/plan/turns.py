"""Who reports on what: each organisation for itself, and for each region the one that reports for it.

Facts in, plain data out. An organisation that was followed by another is asked through its follower.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from korgoo.plan import regions
from korgoo.plan.enums import Part

# An organisation, and the region for which it reports; empty: for itself.
Turn = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Duty:
    """A measure, who carries it out as what, and which regions it concerns."""

    measure_id: int
    bodies: tuple[tuple[int, Part], ...]
    regions: tuple[str, ...]


def turns(
    duties: Iterable[Duty], reporters: Mapping[str, int], bearer: Callable[[int], int]
) -> dict[Turn, dict[int, Part]]:
    """Say who reports on which measures, as what.

    Args:
        duties: The measures of a version.
        reporters: Which organisation reports for a region.
        bearer: Who bears what an organisation took up.

    Returns:
        By organisation and region: measures with the part in them.
    """
    found: dict[Turn, dict[int, Part]] = {}
    for duty in duties:
        for organisation, part in duty.bodies:
            mine = found.setdefault((bearer(organisation), ""), {})
            # Two that became one answer once, and for the values if either was asked for them.
            if mine.get(duty.measure_id) is not Part.RESPONSIBLE:
                mine[duty.measure_id] = part
        for region in reporting_regions(duty.regions, reporters):
            turn = (bearer(reporters[region]), region)
            found.setdefault(turn, {})[duty.measure_id] = Part.REGION
    return found


def reporting_regions(concerned: Iterable[str], reporters: Mapping[str, int]) -> list[str]:
    """List the regions that report on places: a district reports through its region."""
    found = (
        next((one for one in regions.above(code) if one in reporters), None) for code in concerned
    )
    return list(dict.fromkeys(one for one in found if one is not None))


def silent_regions(concerned: Iterable[str], reporters: Mapping[str, int]) -> list[str]:
    """List the places for which nobody reports."""
    return [
        code
        for code in dict.fromkeys(concerned)
        if not any(one in reporters for one in regions.above(code))
    ]
