"""The files of information/: what it is sorted by, the numbers to call, and the items."""

import re

from korgoo.countrypack.reading.reader import FileReader
from korgoo.countrypack.reading.records import M, Section
from korgoo.countrypack.reading.sources import InformationSources
from korgoo.countrypack.schema.information import InformationHead, InformationItem, PhoneNumber

_HEAD = "information/head.yaml"
_NUMBERS = re.compile(r"information/numbers/[a-z0-9][a-z0-9_-]*\.yaml")
_ITEMS = re.compile(r"information/items/[a-z0-9][a-z0-9_-]*\.yaml")


class InformationReader(FileReader):
    """Reads what migrants are told; a pack may have none."""

    def read(self) -> InformationSources:
        """Read every file, each for itself."""
        return InformationSources(
            head=self.optional(_HEAD, InformationHead),
            numbers=self._all(_NUMBERS, "numbers", PhoneNumber),
            items=self._all(_ITEMS, "items", InformationItem),
        )

    def _all(self, names: re.Pattern[str], of: str, model: type[M]) -> Section[M]:
        found: Section[M] = Section()
        for name in sorted(filter(names.fullmatch, self.names)):
            found = found.joined(self.section(self.document(name), of, model))
        return found
