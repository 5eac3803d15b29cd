"""Catalogues of indicators hold together."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import CatalogueSource, GuidelineSources
from korgoo.countrypack.schema.catalogues import CatalogueHead, IndicatorData


def heads(sources: GuidelineSources) -> Iterator[Fault]:
    """A catalogue is called like its folder, and no dimension is listed twice or left empty."""
    for source in sources.catalogues:
        if source.head is None:
            continue
        key = source.head.value.key
        if key != source.folder:
            message = f"the catalogue '{key}' stands in the folder '{source.folder}'"
            yield source.head.fault("other-name", message, "key")
        yield from _dimensions(source, source.head)


def _dimensions(source: CatalogueSource, head: Record[CatalogueHead]) -> Iterator[Fault]:
    used = {indicator.dimension for indicator in source.indicators.values}
    keys = [dimension.key for dimension in head.value.dimensions]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            message = f"the dimension '{key}' is listed twice"
            yield head.fault("repeated", message, "dimensions", index, "key")
        if source.indicators.complete and key not in used:
            message = f"the dimension '{key}' has no indicator"
            yield head.fault("empty-dimension", message, "dimensions", index, "key")


def indicators(sources: GuidelineSources) -> Iterator[Fault]:
    """Each indicator belongs to a dimension and to profiles of its own catalogue, once."""
    for source in sources.catalogues:
        seen: dict[str, str] = {}
        for record in source.indicators.records:
            code, file = record.value.code, record.document.file
            if seen.setdefault(code, file) != file:
                message = f"the indicator '{code}' is also in {seen[code]}"
                yield record.fault("repeated", message, "code")
            if source.head is not None:
                yield from _indicator(record, source.head.value)


def _indicator(record: Record[IndicatorData], head: CatalogueHead) -> Iterator[Fault]:
    indicator = record.value
    if indicator.dimension not in {dimension.key for dimension in head.dimensions}:
        message = f"the catalogue has no dimension '{indicator.dimension}'"
        yield record.fault("unknown-dimension", message, "dimension")
    if not indicator.code.startswith(f"{indicator.dimension}."):
        message = f"'{indicator.code}' is not a code of the dimension '{indicator.dimension}'"
        yield record.fault("code-of-other-dimension", message, "code")
    for profile in indicator.weights:
        if profile not in head.profiles:
            message = f"'{indicator.code}' has a weight for '{profile}', an unknown profile"
            yield record.fault("unknown-profile", message, "weights", profile)
