"""What was read from the files of a pack, before they are compared with each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from korgoo.countrypack.reading.records import Record, Section
from korgoo.countrypack.schema.bodies import Body
from korgoo.countrypack.schema.campaign import (
    CampaignChoice,
    CampaignDays,
    CampaignQuestion,
    CampaignTheme,
    PastCampaign,
)
from korgoo.countrypack.schema.catalogues import CatalogueHead, IndicatorData
from korgoo.countrypack.schema.clocks import Clock
from korgoo.countrypack.schema.guideline import GuidelineHead, Vector
from korgoo.countrypack.schema.head import PackHead
from korgoo.countrypack.schema.information import InformationHead, InformationItem, PhoneNumber
from korgoo.countrypack.schema.lawbook import Instrument, OffenceArticle, OffenceConcept
from korgoo.countrypack.schema.plan import Plan
from korgoo.countrypack.schema.platform import PlatformBody
from korgoo.countrypack.schema.public_door import OfferSign, PublicDoor
from korgoo.countrypack.schema.retention import Retention
from korgoo.countrypack.schema.support import (
    ConsentTexts,
    Hotline,
    ReferralType,
    SafetyQuestion,
    Service,
    SharingGround,
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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a guideline may name, and what stands outside it.

    Attributes:
        mandates: those that some body has; None when that is not known.
        articles: keys of articles by instrument; None for an instrument that cannot be read.
    """

    hotlines: Section[Hotline]
    bodies: Section[Body]
    mandates: frozenset[str] | None
    articles: Mapping[str, frozenset[str] | None]


@dataclass(slots=True)
class GuidelineSources:
    """The part of a pack that comes into force together, with the places of its records.

    Attributes:
        languages: codes; empty when they are not known.
        around: None when a guideline is read without the pack around it.
    """

    languages: tuple[str, ...] = ()
    head: Record[GuidelineHead] | None = None
    catalogues: tuple[CatalogueSource, ...] = ()
    views: tuple[Record[ViewData], ...] = ()
    vectors: Section[Vector] = field(default_factory=Section)
    around: Surroundings | None = None

    def catalogue(self, key: str) -> CatalogueSource | None:
        """Find a catalogue by the name of its folder."""
        return next((one for one in self.catalogues if one.folder == key), None)


@dataclass(slots=True)
class LawbookSources:
    """The files of lawbook/."""

    instruments: tuple[Record[Instrument], ...] = ()
    unreadable: frozenset[str] = frozenset()
    concepts: Section[OffenceConcept] = field(default_factory=Section)
    offences: Section[OffenceArticle] = field(default_factory=Section)

    @property
    def articles(self) -> dict[str, frozenset[str] | None]:
        """Keys of articles by instrument; None for an instrument that cannot be read."""
        known: dict[str, frozenset[str] | None] = dict.fromkeys(self.unreadable)
        for record in self.instruments:
            known[record.value.key] = frozenset(one.key for one in record.value.articles)
        return known


@dataclass(slots=True)
class InformationSources:
    """The files of information/."""

    head: Record[InformationHead] | None = None
    numbers: Section[PhoneNumber] = field(default_factory=Section)
    items: Section[InformationItem] = field(default_factory=Section)


@dataclass(frozen=True, slots=True)
class CampaignSources:
    """The lists of campaign.yaml."""

    days: Section[CampaignDays] = field(default_factory=Section)
    themes: Section[CampaignTheme] = field(default_factory=Section)
    formats: Section[CampaignChoice] = field(default_factory=Section)
    audiences: Section[CampaignChoice] = field(default_factory=Section)
    channels: Section[CampaignChoice] = field(default_factory=Section)
    questions: Section[CampaignQuestion] = field(default_factory=Section)
    history: Section[PastCampaign] = field(default_factory=Section)


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
    services: Section[Service] = field(default_factory=Section)
    retention: Section[Retention] = field(default_factory=Section)
    statuses: Section[StatusName] = field(default_factory=Section)
    sharing_grounds: Section[SharingGround] = field(default_factory=Section)
    consent: Record[ConsentTexts] | None = None
    lawbook: LawbookSources = field(default_factory=LawbookSources)
    information: InformationSources = field(default_factory=InformationSources)
    campaign: CampaignSources = field(default_factory=CampaignSources)
    offer_signs: Section[OfferSign] = field(default_factory=Section)
    platform: Section[PlatformBody] = field(default_factory=Section)
    public_door: Record[PublicDoor] | None = None
    plan: Record[Plan] | None = None
    guideline: GuidelineSources = field(default_factory=GuidelineSources)

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages of the pack; none when pack.yaml is faulty."""
        return tuple(one.code for one in self.head.value.languages) if self.head else ()

    @property
    def around(self) -> Surroundings:
        """What the guideline of this pack may name."""
        mandates = {mandate for body in self.bodies.values for mandate in body.mandates}
        return Surroundings(
            hotlines=self.hotlines,
            bodies=self.bodies,
            mandates=frozenset(mandates) if self.bodies.complete else None,
            articles=self.lawbook.articles,
        )
