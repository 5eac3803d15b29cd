"""Offences of each edition of the code lead to concepts and to instruments."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.rules.articles import lacks


def offences(sources: Sources) -> Iterator[Fault]:
    """An offence counts under known concepts, stands in a known instrument, and only once."""
    seen: set[tuple[object, ...]] = set()
    articles = dict.fromkeys(sources.lawbook.articles)
    for record in sources.lawbook.offences.records:
        offence = record.value
        same = (offence.article, offence.part, offence.valid_from)
        if same in seen:
            message = f"this part of '{offence.article}' is there twice"
            yield record.fault("repeated", message, "article")
        seen.add(same)
        if wrong := lacks(articles, offence.article):
            yield record.fault(*wrong, "article")
        for index, concept in enumerate(offence.concepts):
            if sources.lawbook.concepts.lacks(concept):
                message = f"there is no concept '{concept}'"
                yield record.fault("unknown-concept", message, "concepts", index)
        if offence.valid_from and offence.valid_to and offence.valid_to < offence.valid_from:
            message = f"the offence ends on {offence.valid_to}, before it begins"
            yield record.fault("date-range", message, "valid_to")
