"""One fact has one code in a guideline, and catalogues that state the same fact say so."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import CatalogueSource, GuidelineSources
from korgoo.countrypack.rules.outcomes import second_to


def codes(sources: GuidelineSources) -> Iterator[Fault]:
    """No code stands in two files: a view may ask about several catalogues at once."""
    seen: dict[str, str] = {}
    for source in sources.catalogues:
        for record in source.indicators.records:
            code, file = record.value.code, record.document.file
            if seen.setdefault(code, file) != file:
                message = f"the indicator '{code}' is also in {seen[code]}"
                yield record.fault("repeated", message, "code")


def same_as(sources: GuidelineSources) -> Iterator[Fault]:
    """What states the same fact is an indicator of another catalogue."""
    for source in sources.catalogues:
        others = [one for one in sources.catalogues if one is not source]
        for record in source.indicators.records:
            for index, code in enumerate(record.value.same_as):
                if all(one.indicators.lacks(code) for one in others):
                    message = f"no other catalogue has an indicator '{code}'"
                    yield record.fault("unknown-same-as", message, "same_as", index)


def seconds(sources: GuidelineSources) -> Iterator[Fault]:
    """A catalogue that is read from the answers to another finds all its answers there."""
    for source in sources.catalogues:
        key = second_to(source)
        if key is None or source.head is None:
            continue
        first = sources.catalogue(key)
        if first is None or first is source:
            message = f"there is no other catalogue '{key}'"
            yield source.head.fault("unknown-catalogue", message, "second_to")
            continue
        if second_to(first) is not None:
            message = f"'{key}' is itself second to another and is never asked"
            yield source.head.fault("second-to-second", message, "second_to")
        yield from _unanswered(source, first)


def _unanswered(source: CatalogueSource, first: CatalogueSource) -> Iterator[Fault]:
    for record in source.indicators.records:
        if all(first.indicators.lacks(code) for code in record.value.same_as):
            message = f"'{record.value.code}' has no 'same_as' in '{first.folder}'"
            yield record.fault("second-without-same", f"{message}: it is never answered", "code")
