"""Which files a pack has, and reading each of them."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Document
from korgoo.countrypack.reading.records import (
    M,
    Record,
    Section,
    read_record,
    read_section,
    unreadable,
)
from korgoo.countrypack.reading.sources import CatalogueSource, Sources
from korgoo.countrypack.reading.units import read_units, table_name
from korgoo.countrypack.reading.yaml_files import read_yaml
from korgoo.countrypack.schema.bodies import Body
from korgoo.countrypack.schema.catalogues import CatalogueHead, IndicatorData
from korgoo.countrypack.schema.clocks import Clock
from korgoo.countrypack.schema.guideline import GuidelineHead
from korgoo.countrypack.schema.head import PackHead
from korgoo.countrypack.schema.support import (
    ConsentTexts,
    Hotline,
    ReferralType,
    SafetyQuestion,
    StatusName,
)
from korgoo.countrypack.schema.units import Unit
from korgoo.countrypack.schema.views import ViewData


def read_sources(root: FilePath) -> tuple[Sources, list[Fault]]:
    """Read every file of a pack, each for itself.

    Args:
        root: the folder of the pack.

    Returns:
        What could be read, and the faults of form.
    """
    reader = _PackReader(root)
    return reader.read(), reader.faults


class _PackReader:
    """Walks the folder once and gathers records and faults."""

    def __init__(self, root: FilePath) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.known: set[str] = set()

    def read(self) -> Sources:
        sources = Sources(head=self._single("pack.yaml", PackHead))
        sources.units = self._units(sources.languages)
        sources.bodies = self._list("bodies", Body, required=True)
        sources.clocks = self._list("clocks", Clock, required=True)
        sources.referral_types = self._list("referral_types", ReferralType, required=True)
        sources.hotlines = self._list("hotlines", Hotline)
        sources.needs_help_now = self._list("needs_help_now", SafetyQuestion)
        sources.statuses = self._list("statuses", StatusName)
        sources.consent = self._single("consent.yaml", ConsentTexts)
        if (self.root / "guideline.yaml").is_file():
            sources.guideline = self._single("guideline.yaml", GuidelineHead)
        sources.catalogues = tuple(self._catalogues())
        sources.views = tuple(self._views())
        self._unknown_files()
        return sources

    def _document(self, name: str) -> Document | None:
        self.known.add(name)
        if not (self.root / name).is_file():
            self.faults.append(Fault(name, 1, "missing-file", f"the pack has no {name}"))
            return None
        document, faults = read_yaml(self.root / name, name)
        self.faults += faults
        return document

    def _single(self, name: str, model: type[M]) -> Record[M] | None:
        document = self._document(name)
        if document is None:
            return None
        record, faults = read_record(document, (), document.data, model)
        self.faults += faults
        return record

    def _list(self, name: str, model: type[M], *, required: bool = False) -> Section[M]:
        if not required and not (self.root / f"{name}.yaml").is_file():
            return Section()
        document = self._document(f"{name}.yaml")
        return self._section(document, name, model)

    def _units(self, languages: tuple[str, ...]) -> Section[Unit]:
        if not (self.root / "units.yaml").is_file():
            return Section()
        document = self._document("units.yaml")
        if document is None:
            self.known |= {path.name for path in self.root.glob("*.csv")}
            return unreadable()
        self.known.add(table_name(document) or "units.yaml")
        section, faults = read_units(self.root, document, languages)
        self.faults += faults
        return section

    def _catalogues(self) -> Iterator[CatalogueSource]:
        for folder in sorted(p.name for p in self.root.glob("catalogues/*") if p.is_dir()):
            base = f"catalogues/{folder}"
            head = self._single(f"{base}/catalogue.yaml", CatalogueHead)
            indicators: Section[IndicatorData] = Section()
            for path in sorted(self.root.glob(f"{base}/indicators/*.yaml")):
                indicators = indicators.joined(self._indicators(f"{base}/indicators/{path.name}"))
            yield CatalogueSource(folder, head, indicators)

    def _indicators(self, name: str) -> Section[IndicatorData]:
        document = self._document(name)
        return self._section(document, "indicators", IndicatorData)

    def _section(self, document: Document | None, name: str, model: type[M]) -> Section[M]:
        if document is None:
            return unreadable()
        identity = "code" if "code" in model.model_fields else "key"
        section, faults = read_section(document, name, model, identity)
        self.faults += faults
        return section

    def _views(self) -> Iterator[Record[ViewData]]:
        for path in sorted(self.root.glob("views/*.yaml")):
            record = self._single(f"views/{path.name}", ViewData)
            if record is not None:
                yield record

    def _unknown_files(self) -> None:
        for path in sorted(p for p in self.root.rglob("*") if p.is_file()):
            name = path.relative_to(self.root).as_posix()
            if name not in self.known and path.suffix != ".md":
                message = "no part of a pack has this name; was another name meant?"
                self.faults.append(Fault(name, 1, "unknown-file", message))
