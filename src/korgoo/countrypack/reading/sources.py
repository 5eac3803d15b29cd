"""What was read from the files of a pack, before they are compared with each other."""

from dataclasses import dataclass, field

from korgoo.countrypack.reading.records import Record, Section
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


@dataclass(frozen=True, slots=True)
class CatalogueSource:
    """One folder of catalogues/: its head and the indicators of all its files."""

    folder: str
    head: Record[CatalogueHead] | None
    indicators: Section[IndicatorData]


@dataclass(slots=True)
class Sources:
    """Records with their places; a section is empty when its file is not there."""

    head: Record[PackHead] | None = None
    units: Section[Unit] = field(default_factory=Section)
    bodies: Section[Body] = field(default_factory=Section)
    clocks: Section[Clock] = field(default_factory=Section)
    referral_types: Section[ReferralType] = field(default_factory=Section)
    hotlines: Section[Hotline] = field(default_factory=Section)
    needs_help_now: Section[SafetyQuestion] = field(default_factory=Section)
    statuses: Section[StatusName] = field(default_factory=Section)
    consent: Record[ConsentTexts] | None = None
    guideline: Record[GuidelineHead] | None = None
    catalogues: tuple[CatalogueSource, ...] = ()
    views: tuple[Record[ViewData], ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages of the pack; none when pack.yaml is faulty."""
        return tuple(one.code for one in self.head.value.languages) if self.head else ()

    def catalogue(self, key: str) -> CatalogueSource | None:
        """Find a catalogue by the name of its folder."""
        return next((one for one in self.catalogues if one.folder == key), None)
