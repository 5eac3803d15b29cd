"""Whatever rests on an article leads to an instrument, and to an article, of the lawbook."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import GuidelineSources, Sources
from korgoo.countrypack.rules.all_records import guideline_records, records

Articles = Mapping[str, frozenset[str] | None]


def of_pack(sources: Sources) -> Iterator[Fault]:
    """Clocks, consent, types of referral and statuses rest on what the lawbook has."""
    return _rests(records(sources), sources.lawbook.articles)


def of_guideline(sources: GuidelineSources) -> Iterator[Fault]:
    """So do a guideline and its indicators, where the lawbook around it is known."""
    if sources.around is not None:
        yield from _rests(guideline_records(sources), sources.around.articles)


def _rests(found: Iterable[Record[Any]], articles: Articles) -> Iterator[Fault]:
    for record in found:
        for index, reference in enumerate(getattr(record.value, "rests_on", ())):
            wrong = lacks(articles, reference)
            if wrong:
                yield record.fault(*wrong, "rests_on", index)


def lacks(articles: Articles, reference: str) -> tuple[str, str] | None:
    """Say what a reference misses.

    Args:
        articles: keys of articles by instrument; None for an instrument that cannot be read.
        reference: "law-55-2005#21-4", or the instrument alone.

    Returns:
        The rule and a sentence; None when the reference leads somewhere.
    """
    instrument, _, article = reference.partition("#")
    if instrument not in articles:
        return "unknown-instrument", f"the lawbook has no instrument '{instrument}'"
    known = articles[instrument]
    if article and known is not None and article not in known:
        return "unknown-article", f"'{instrument}' has no article '{article}'; list it as missing"
    return None
