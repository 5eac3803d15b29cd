"""Instruments: named like their files, and what they change is there."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.records import Record
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.rules.articles import lacks
from korgoo.countrypack.schema.lawbook import Instrument

Law = Record[Instrument]


def instruments(sources: Sources) -> Iterator[Fault]:
    """An instrument is called like its file and is not over before it begins."""
    for record in sources.lawbook.instruments:
        law = record.value
        if law.key != PurePosixPath(record.document.file).stem:
            message = f"the instrument '{law.key}' stands in {record.document.file}"
            yield record.fault("other-name", message, "key")
        if law.in_force_from and law.in_force_to and law.in_force_to < law.in_force_from:
            message = f"'{law.key}' ends on {law.in_force_to}, before it begins"
            yield record.fault("date-range", message, "in_force_to")
        keys = [article.key for article in law.articles]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                message = f"the article '{key}' is there twice"
                yield record.fault("repeated", message, "articles", index, "key")


def amendments(sources: Sources) -> Iterator[Fault]:
    """What amends, and what is amended, are instruments of the lawbook."""
    articles = sources.lawbook.articles
    for record in sources.lawbook.instruments:
        for index, key in enumerate(record.value.amends):
            if wrong := lacks(articles, key):
                yield record.fault(*wrong, "amends", index)
        for a, article in enumerate(record.value.articles):
            for v, version in enumerate(article.versions):
                if version.amended_by and (wrong := lacks(articles, version.amended_by)):
                    place = ("articles", a, "versions", v, "amended_by")
                    yield record.fault(*wrong, *place)


def held(sources: Sources) -> Iterator[Fault]:
    """What an instrument says about its text agrees with the text that is here."""
    for record in sources.lawbook.instruments:
        law = record.value
        here = [not one.is_missing for article in law.articles for one in article.versions]
        wrong = ""
        if law.text_status == "missing" and any(here):
            wrong = "there is text; write 'part' or 'held'"
        if law.text_status == "part" and not any(here):
            wrong = "no article has its text; write 'missing'"
        if law.text_status == "held" and not (here and all(here)):
            wrong = "not every version of every article has its text; write 'part' or 'missing'"
        if wrong:
            yield record.fault("text-status", f"'{law.key}': {wrong}", "text_status")
