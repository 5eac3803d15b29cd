"""The files of lawbook/: one per instrument, and the offences of all editions of the code."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from korgoo.countrypack.reading.documents import Document
from korgoo.countrypack.reading.reader import FileReader
from korgoo.countrypack.reading.records import Record, inherit, read_head, read_record
from korgoo.countrypack.reading.sources import LawbookSources
from korgoo.countrypack.schema.lawbook import Instrument, OffenceArticle, OffenceConcept

_INSTRUMENT = re.compile(r"lawbook/instruments/[a-z0-9][a-z0-9_-]*\.yaml")
_OFFENCES = "lawbook/offences.yaml"


class LawbookReader(FileReader):
    """Reads the lawbook among the files; a pack may have none."""

    def read(self) -> LawbookSources:
        """Read every file of the lawbook, each for itself."""
        sources = LawbookSources(instruments=tuple(self._instruments()))
        read = {PurePosixPath(record.document.file).stem for record in sources.instruments}
        there = {PurePosixPath(name).stem for name in self.known}
        sources.unreadable = frozenset(there - read)
        if _OFFENCES in self.names:
            document = self.document(_OFFENCES)
            sources.concepts = self.section(document, "concepts", OffenceConcept, "offences")
            sources.offences = self.section(document, "offences", OffenceArticle, "concepts")
        return sources

    def _instruments(self) -> Iterator[Record[Instrument]]:
        for name in sorted(filter(_INSTRUMENT.fullmatch, self.names)):
            document = self.document(name)
            if document is None:
                continue
            record, faults = read_record(document, (), _with_provenance(document), Instrument)
            self.faults += faults
            if record is not None:
                yield record


def _with_provenance(document: Document) -> object:
    """Give each version of an article the provenance of its instrument, under its own."""
    data, (head, _) = document.data, read_head(document)
    articles = data.get("articles") if isinstance(data, dict) else None
    if not (isinstance(data, dict) and isinstance(articles, list)):
        return data
    return {**data, "articles": [_article(one, head) for one in articles]}


def _article(data: object, head: Mapping[str, object]) -> object:
    versions = data.get("versions") if isinstance(data, dict) else None
    if not (isinstance(data, dict) and isinstance(versions, list)):
        return data
    return {**data, "versions": [inherit(version, head) for version in versions]}
