"""The administrative division is a tree."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.rules.validity import date_ranges


def parents(sources: Sources) -> Iterator[Fault]:
    """Each unit lies in one of the level above; only the highest level lies in none."""
    levels = {unit.code: unit.level for unit in sources.units.values}
    for record in sources.units.records:
        unit = record.value
        if unit.parent is None:
            if unit.level > 1:
                message = f"the unit '{unit.code}' of level {unit.level} lies in no other unit"
                yield record.fault("missing-parent", message)
        elif sources.units.lacks(unit.parent):
            yield record.fault("unknown-parent", f"there is no unit '{unit.parent}'", "parent")
        elif levels.get(unit.parent, unit.level - 1) != unit.level - 1:
            message = f"'{unit.code}' of level {unit.level} lies in a unit of another level"
            yield record.fault("parent-level", f"{message} than {unit.level - 1}", "parent")


def validity(sources: Sources) -> Iterator[Fault]:
    """No unit ends before it begins."""
    return date_ranges(sources.units.records)
