"""Test vectors speak about answers that can be given and outcomes that can come."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import CatalogueSource, GuidelineSources
from korgoo.countrypack.rules.outcomes import OUTCOMES
from korgoo.countrypack.schema.guideline import Vector


def vectors(sources: GuidelineSources) -> Iterator[Fault]:
    """A vector names a catalogue, codes of it, each once, and an outcome that it can give."""
    for record in sources.vectors.records:
        source = sources.catalogue(record.value.catalogue)
        if source is None:
            message = f"there is no catalogue '{record.value.catalogue}'"
            yield record.fault("unknown-catalogue", message, "catalogue")
        else:
            yield from _codes(record, source)
            yield from _outcome(record, source)
        yield from _both_ways(record)


def _codes(record: Record[Vector], source: CatalogueSource) -> Iterator[Fault]:
    for name, codes in (("present", record.value.present), ("absent", record.value.absent)):
        for index, code in enumerate(codes):
            if source.indicators.lacks(code):
                message = f"the catalogue '{source.folder}' has no indicator '{code}'"
                yield record.fault("unknown-indicator", message, name, index)
            if code in codes[:index]:
                yield record.fault("repeated", f"'{code}' is there twice", name, index)


def _outcome(record: Record[Vector], source: CatalogueSource) -> Iterator[Fault]:
    expected = record.value.expected
    if source.head and expected not in OUTCOMES[source.head.value.rule]:
        message = f"a catalogue of the kind '{source.head.value.rule}' never gives '{expected}'"
        yield record.fault("impossible-outcome", message, "expected")


def _both_ways(record: Record[Vector]) -> Iterator[Fault]:
    for index, code in enumerate(record.value.absent):
        if code in record.value.present:
            message = f"'{code}' is present and absent at once"
            yield record.fault("both-ways", message, "absent", index)
