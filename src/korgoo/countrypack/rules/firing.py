"""Rules that could never fire are found before anybody relies on them."""

from collections.abc import Iterator, Sequence

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import CatalogueSource, GuidelineSources
from korgoo.countrypack.schema.catalogues import CatalogueHead, Element, Weight

Head = Record[CatalogueHead]


def can_be_positive(weights: Sequence[Weight]) -> bool:
    """Say whether a dimension is positive when all its signs are present.

    Args:
        weights: strengths of the signs of one dimension, for one profile.

    Source:
        ILO, Operational indicators of trafficking in human beings (2009), p. 3: two strong; one
        strong and one medium or weak; three medium; two medium and one weak.
    """
    strong, medium, weak = (weights.count(one) for one in ("strong", "medium", "weak"))
    if strong:
        return len(weights) >= 2
    return medium >= 3 or (medium == 2 and weak >= 1)


def dimensions(sources: GuidelineSources) -> Iterator[Fault]:
    """A weighted dimension that has signs for a profile can be positive for it."""
    for source in sources.catalogues:
        head = source.head
        if head and head.value.rule == "weighted" and source.indicators.complete:
            for index, dimension in enumerate(head.value.dimensions):
                for profile in _too_light(source, dimension.key):
                    message = (
                        f"even with all its signs '{dimension.key}' is never positive "
                        f"for '{profile}'; add signs or weight"
                    )
                    yield head.fault("never-fires", message, "dimensions", index, "key")


def _too_light(source: CatalogueSource, dimension: str) -> Iterator[str]:
    signs = [one for one in source.indicators.values if one.dimension == dimension]
    for profile in sorted({profile for one in signs for profile in one.weights}):
        if not can_be_positive([one.weights[profile] for one in signs if profile in one.weights]):
            yield profile


def elements(sources: GuidelineSources) -> Iterator[Fault]:
    """Each element is known by one key, looks at known dimensions, and can be shown."""
    for source in sources.catalogues:
        head = source.head
        if head and head.value.rule == "elements":
            if not head.value.elements:
                message = "a catalogue of this kind needs 'elements': what must be shown"
                yield head.fault("no-elements", message, "rule")
            for index, element in enumerate(head.value.elements):
                yield from _element(head, index, element)
                if source.indicators.complete:
                    yield from _never_shown(source, head, index)
            yield from _nothing_needed(head)


def _element(head: Head, index: int, element: Element) -> Iterator[Fault]:
    if element.key in [one.key for one in head.value.elements[:index]]:
        message = f"the element '{element.key}' is there twice"
        yield head.fault("repeated", message, "elements", index, "key")
    known = {dimension.key for dimension in head.value.dimensions}
    for place, key in enumerate(element.dimensions):
        if key not in known:
            message = f"the catalogue has no dimension '{key}'"
            yield head.fault("unknown-dimension", message, "elements", index, "dimensions", place)


def _never_shown(source: CatalogueSource, head: Head, index: int) -> Iterator[Fault]:
    element = head.value.elements[index]
    for profile in _needing(head.value, element):
        signs = sum(
            one.dimension in element.dimensions and profile in one.used_by
            for one in source.indicators.values
        )
        if signs < element.at_least:
            message = (
                f"'{element.key}' needs {element.at_least} signs and '{profile}' has {signs}: "
                "it is never shown, and all elements together never are"
            )
            yield head.fault("never-fires", message, "elements", index, "key")


def _needing(head: CatalogueHead, element: Element) -> list[str]:
    """The profiles for which an element must be shown."""
    adults = {head.profile_for(child=False)}
    return sorted(adults if element.not_for_children else adults | {head.profile_for(child=True)})


def _nothing_needed(head: Head) -> Iterator[Fault]:
    elements = head.value.elements
    if elements and all(element.not_for_children for element in elements):
        message = "no element is needed for children: everything would count as shown"
        yield head.fault("nothing-needed", message, "elements")
