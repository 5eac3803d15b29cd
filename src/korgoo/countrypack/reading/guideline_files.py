"""The files of a guideline: its head, catalogues, views and test vectors."""

import re
from collections.abc import Iterable, Iterator

from korgoo.countrypack.reading.reader import FileReader
from korgoo.countrypack.reading.records import Record, Section
from korgoo.countrypack.reading.sources import CatalogueSource, GuidelineSources
from korgoo.countrypack.schema.catalogues import CatalogueHead, IndicatorData
from korgoo.countrypack.schema.guideline import GuidelineHead, Vector
from korgoo.countrypack.schema.views import ViewData

_KEY = "[a-z0-9][a-z0-9_-]*"
_CATALOGUE = re.compile(rf"catalogues/({_KEY})/(?:catalogue|indicators/{_KEY})\.yaml")
_INDICATORS = re.compile(rf"catalogues/({_KEY})/indicators/{_KEY}\.yaml")
_VIEW = re.compile(rf"views/{_KEY}\.yaml")
_ALONE = ("guideline.yaml", "vectors.yaml")


def is_guideline_file(name: str) -> bool:
    """Say whether a file of this name is part of a guideline."""
    return name in _ALONE or bool(_CATALOGUE.fullmatch(name) or _VIEW.fullmatch(name))


class GuidelineReader(FileReader):
    """Reads the guideline among the files."""

    def read(self, languages: Iterable[str]) -> GuidelineSources:
        """Read every file of the guideline, each for itself.

        Args:
            languages: codes of the languages in which every text must be; empty when not known.
        """
        return GuidelineSources(
            languages=tuple(languages),
            head=self.optional("guideline.yaml", GuidelineHead),
            catalogues=tuple(self._catalogues()),
            views=tuple(self._views()),
            vectors=self.rows("vectors", Vector),
        )

    def _catalogues(self) -> Iterator[CatalogueSource]:
        found = map(_CATALOGUE.fullmatch, self.names)
        for folder in sorted({match[1] for match in found if match}):
            head = self.single(f"catalogues/{folder}/catalogue.yaml", CatalogueHead)
            yield CatalogueSource(folder, head, self._indicators(folder))

    def _indicators(self, folder: str) -> Section[IndicatorData]:
        found: Section[IndicatorData] = Section()
        for name in sorted(self.names):
            place = _INDICATORS.fullmatch(name)
            if place and place[1] == folder:
                document = self.document(name)
                found = found.joined(self.section(document, "indicators", IndicatorData))
        return found

    def _views(self) -> Iterator[Record[ViewData]]:
        for name in sorted(filter(_VIEW.fullmatch, self.names)):
            record = self.single(name, ViewData)
            if record is not None:
                yield record
