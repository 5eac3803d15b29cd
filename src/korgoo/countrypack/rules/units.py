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


def villages(sources: Sources) -> Iterator[Fault]:
    """Each settlement lies in a unit."""
    for record in sources.villages.records:
        if sources.units.lacks(record.value.parent):
            message = f"there is no unit '{record.value.parent}'"
            yield record.fault("unknown-parent", message, "parent")


def drawn(sources: Sources) -> Iterator[Fault]:
    """The map draws units of the highest level, and each once."""
    record = sources.country_map
    if record is None:
        return
    highest = {unit.code for unit in sources.units.values if unit.level == 1}
    seen: set[str] = set()
    for name in ("outlines", "spots"):
        for index, one in enumerate(getattr(record.value, name)):
            if one.unit not in highest and not sources.units.lacks(one.unit):
                message = f"'{one.unit}' is no unit of the highest level"
                yield record.fault("map-level", message, name, index)
            elif sources.units.lacks(one.unit):
                yield record.fault("unknown-unit", f"there is no unit '{one.unit}'", name, index)
            elif one.unit in seen:
                yield record.fault("repeated", f"'{one.unit}' is drawn twice", name, index)
            seen.add(one.unit)
