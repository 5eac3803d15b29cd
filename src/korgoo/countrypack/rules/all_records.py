"""Every record that was read, whatever its kind."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from korgoo.countrypack.reading.records import Record, Section
from korgoo.countrypack.reading.sources import GuidelineSources, Sources


def records(sources: Sources) -> Iterator[Record[Any]]:
    """Give the records of a pack, but for those of its guideline."""
    sections: tuple[Section[Any], ...] = (
        sources.units,
        sources.bodies,
        sources.clocks,
        sources.referral_types,
        sources.hotlines,
        sources.needs_help_now,
        sources.services,
        sources.retention,
        sources.statuses,
        sources.sharing_grounds,
        sources.lawbook.concepts,
        sources.lawbook.offences,
        sources.information.numbers,
        sources.information.items,
        sources.offer_signs,
        sources.campaign.days,
        sources.campaign.themes,
        sources.campaign.formats,
        sources.campaign.audiences,
        sources.campaign.channels,
        sources.campaign.questions,
        sources.campaign.history,
        sources.platform,
    )
    alone = (
        sources.head,
        sources.consent,
        sources.information.head,
        sources.public_door,
        sources.plan,
    )
    yield from (record for record in alone if record is not None)
    yield from sources.lawbook.instruments
    yield from chain.from_iterable(section.records for section in sections)


def guideline_records(sources: GuidelineSources) -> Iterator[Record[Any]]:
    """Give the records of a guideline."""
    alone = (sources.head, *(one.head for one in sources.catalogues))
    yield from (record for record in alone if record is not None)
    yield from sources.views
    for catalogue in sources.catalogues:
        yield from catalogue.indicators.records
    yield from sources.vectors.records
