"""Catalogues of indicators hold together."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import CatalogueSource, GuidelineSources
from korgoo.countrypack.schema.catalogues import CatalogueHead, IndicatorData

Head = Record[CatalogueHead]
# The combination rule of the ILO speaks about these and no others.
WEIGHTED_DIMENSIONS = ("D1", "D2", "D3", "D4", "D5", "D6")


def heads(sources: GuidelineSources) -> Iterator[Fault]:
    """A catalogue is called like its folder; its dimensions and profiles are of use."""
    for source in sources.catalogues:
        if source.head is None:
            continue
        key = source.head.value.key
        if key != source.folder:
            message = f"the catalogue '{key}' stands in the folder '{source.folder}'"
            yield source.head.fault("other-name", message, "key")
        yield from _dimensions(source, source.head)
        yield from _profiles(source, source.head)


def _dimensions(source: CatalogueSource, head: Head) -> Iterator[Fault]:
    used = {indicator.dimension for indicator in source.indicators.values}
    keys = [dimension.key for dimension in head.value.dimensions]
    for index, key in enumerate(keys):
        place = ("dimensions", index, "key")
        if key in keys[:index]:
            yield head.fault("repeated", f"the dimension '{key}' is listed twice", *place)
        if source.indicators.complete and key not in used:
            yield head.fault("empty-dimension", f"the dimension '{key}' has no indicator", *place)
        if head.value.rule == "weighted" and key not in WEIGHTED_DIMENSIONS:
            message = f"a weighted catalogue knows the dimensions D1 to D6, and no '{key}'"
            yield head.fault("weighted-dimensions", message, *place)


def _profiles(source: CatalogueSource, head: Head) -> Iterator[Fault]:
    catalogue = head.value
    used = frozenset().union(*(one.used_by for one in source.indicators.values))
    read = {catalogue.profile_for(child=True), catalogue.profile_for(child=False)}
    for index, key in enumerate(catalogue.profiles):
        if key in catalogue.profiles[:index]:
            yield head.fault("repeated", f"'{key}' is there twice", "profiles", index)
        elif key not in read:
            message = f"'{key}' is read for nobody: keep one profile for adults, one for children"
            yield head.fault("profile-for-nobody", message, "profiles", index)
        if source.indicators.complete and key not in used:
            message = f"no indicator is used by the profile '{key}'"
            yield head.fault("empty-profile", message, "profiles", index)
    for index, key in enumerate(catalogue.child_profiles):
        if key not in catalogue.profiles:
            message = f"'{key}' is not one of the profiles of the catalogue"
            yield head.fault("unknown-profile", message, "child_profiles", index)


def indicators(sources: GuidelineSources) -> Iterator[Fault]:
    """Each indicator belongs to a dimension and to profiles of its own catalogue."""
    for source in sources.catalogues:
        if source.head is not None:
            for record in source.indicators.records:
                yield from _dimension(record, source.head.value)
                yield from _used_by(record, source.head.value)


def _dimension(record: Record[IndicatorData], head: CatalogueHead) -> Iterator[Fault]:
    indicator = record.value
    if indicator.dimension not in {dimension.key for dimension in head.dimensions}:
        message = f"the catalogue has no dimension '{indicator.dimension}'"
        yield record.fault("unknown-dimension", message, "dimension")
    if not indicator.code.startswith(f"{indicator.dimension}."):
        message = f"'{indicator.code}' is not a code of the dimension '{indicator.dimension}'"
        yield record.fault("code-of-other-dimension", message, "code")


def _used_by(record: Record[IndicatorData], head: CatalogueHead) -> Iterator[Fault]:
    indicator = record.value
    for profile in indicator.weights:
        if profile not in head.profiles:
            message = f"'{indicator.code}' has a weight for '{profile}', an unknown profile"
            yield record.fault("unknown-profile", message, "weights", profile)
    for index, profile in enumerate(indicator.profiles):
        if profile not in head.profiles:
            message = f"'{indicator.code}' is listed for '{profile}', an unknown profile"
            yield record.fault("unknown-profile", message, "profiles", index)
    if not indicator.used_by:
        wanted = "weights" if head.rule == "weighted" else "profiles"
        message = f"no profile uses '{indicator.code}'; give it '{wanted}'"
        yield record.fault("used-by-nobody", message, "code")


def kinds(sources: GuidelineSources) -> Iterator[Fault]:
    """A catalogue holds only what its kind of rule reads."""
    for source in sources.catalogues:
        if source.head is None:
            continue
        head, weighted = source.head, source.head.value.rule == "weighted"
        if head.value.elements and head.value.rule != "elements":
            message = f"a catalogue of the kind '{head.value.rule}' reads no elements"
            yield head.fault("elements-not-read", message, "elements")
        if head.value.vulnerability_as_means and not weighted:
            message = "only a weighted catalogue reads this choice; take it out"
            yield head.fault("means-not-read", message, "vulnerability_as_means")
        for record in source.indicators.records:
            yield from _not_read(record, head.value.rule)


def _not_read(record: Record[IndicatorData], rule: str) -> Iterator[Fault]:
    if record.value.weights and rule != "weighted":
        message = f"a catalogue of the kind '{rule}' reads no weights; write 'profiles'"
        yield record.fault("weights-not-read", message, "weights")
    if record.value.profiles and rule == "weighted":
        message = "a weighted catalogue reads the profiles of 'weights'; take 'profiles' out"
        yield record.fault("profiles-not-read", message, "profiles")
