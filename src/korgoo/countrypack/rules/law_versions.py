"""Versions of an article follow each other, and their words are in languages they exist in."""

from collections.abc import Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.schema.lawbook import Article, ArticleVersion, Instrument

Law = Record[Instrument]


def order(sources: Sources) -> Iterator[Fault]:
    """Versions stand from the oldest to the newest and do not overlap."""
    for record in sources.lawbook.instruments:
        for a, article in enumerate(record.value.articles):
            for v, version in enumerate(article.versions):
                place = ("articles", a, "versions", v)
                yield from _range(record, place, version)
                if v:
                    yield from _follows(record, place, article)


def _range(record: Law, place: tuple[str | int, ...], version: ArticleVersion) -> Iterator[Fault]:
    begins, ends = version.valid_from, version.valid_to
    if begins and ends and ends < begins:
        message = f"the version ends on {ends}, before it begins on {begins}"
        yield record.fault("date-range", message, *place, "valid_to")


def _follows(record: Law, place: tuple[str | int, ...], article: Article) -> Iterator[Fault]:
    at = int(place[-1])
    version, before = article.versions[at], article.versions[at - 1]
    begins = version.valid_from
    if begins is None and version.day_known:
        message = "a later version needs its first day, or 'day_known: false'"
        yield record.fault("version-order", message, *place)
    if begins is None:
        return
    days = [one.valid_from for one in article.versions[:at] if one.valid_from]
    if days and begins <= max(days):
        message = f"the version of {begins} stands after that of {max(days)}; oldest first"
        yield record.fault("version-order", message, *place, "valid_from")
    if before.valid_to and begins <= before.valid_to:
        message = f"the version of {begins} begins while the one before it lasts"
        yield record.fault("version-overlap", message, *place, "valid_from")


def languages(sources: Sources) -> Iterator[Fault]:
    """Words of a law are in languages of the pack, and in those in which they officially exist.

    A law need not exist in every language of the pack; words of our own (`gist`) must.
    """
    for record in sources.lawbook.instruments:
        for a, article in enumerate(record.value.articles):
            for v, version in enumerate(article.versions):
                official = version.languages or record.value.languages
                for code in sorted(version.text.languages if version.text else ()):
                    place = ("articles", a, "versions", v, "text", code)
                    if official and code not in official:
                        message = f"the text is not said to exist in '{code}'; see 'languages'"
                        yield record.fault("text-language", message, *place)
                    if sources.languages and code not in sources.languages:
                        message = f"the text has words in '{code}', which the pack does not list"
                        yield record.fault("unknown-language", message, *place)
                if version.text is not None and not version.text.languages:
                    message = "the text has no words; leave 'text' out if it could not be had"
                    yield record.fault("empty", message, "articles", a, "versions", v, "text")
