"""Which files a pack has, and reading each of them."""

from pathlib import Path as FilePath

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.campaign_files import CampaignReader
from korgoo.countrypack.reading.files import FolderFiles
from korgoo.countrypack.reading.guideline_files import GuidelineReader
from korgoo.countrypack.reading.information_files import InformationReader
from korgoo.countrypack.reading.lawbook_files import LawbookReader
from korgoo.countrypack.reading.reader import FileReader
from korgoo.countrypack.reading.records import Section, unreadable
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.reading.units import read_units, table_name
from korgoo.countrypack.schema.bodies import Body
from korgoo.countrypack.schema.clocks import Clock
from korgoo.countrypack.schema.head import PackHead
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


def read_sources(root: FilePath) -> tuple[Sources, list[Fault]]:
    """Read every file of a pack, each for itself.

    Args:
        root: the folder of the pack.

    Returns:
        What could be read, and the faults of form.
    """
    reader = _PackReader(FolderFiles(root))
    return reader.read(), reader.faults


class _PackReader(FileReader):
    """Reads a whole folder."""

    def __init__(self, folder: FolderFiles) -> None:
        super().__init__(folder)
        self.folder = folder

    def read(self) -> Sources:
        sources = Sources(head=self.single("pack.yaml", PackHead))
        sources.units = self._units(sources.languages)
        sources.bodies = self.rows("bodies", Body, required=True)
        sources.clocks = self.rows("clocks", Clock, required=True)
        sources.referral_types = self.rows("referral_types", ReferralType, required=True)
        sources.hotlines = self.rows("hotlines", Hotline)
        sources.needs_help_now = self.rows("needs_help_now", SafetyQuestion)
        sources.services = self.rows("services", Service)
        sources.retention = self.rows("retention", Retention)
        sources.statuses = self.rows("statuses", StatusName)
        sources.sharing_grounds = self.rows("sharing_grounds", SharingGround)
        sources.consent = self.single("consent.yaml", ConsentTexts)
        sources.offer_signs = self.rows("offer_signs", OfferSign)
        sources.platform = self.rows("platform", PlatformBody)
        sources.public_door = self.optional("public_door.yaml", PublicDoor)
        sources.plan = self.optional("plan.yaml", Plan)
        self._further(sources)
        self.unknown_files(ignored=(".md",))
        return sources

    def _further(self, sources: Sources) -> None:
        lawbook, guideline = LawbookReader(self.folder), GuidelineReader(self.folder)
        information, campaign = InformationReader(self.folder), CampaignReader(self.folder)
        sources.lawbook = lawbook.read()
        sources.information = information.read()
        sources.campaign = campaign.read()
        sources.guideline = guideline.read(sources.languages)
        sources.guideline.around = sources.around
        self.take(lawbook)
        self.take(information)
        self.take(campaign)
        self.take(guideline)

    def _units(self, languages: tuple[str, ...]) -> Section[Unit]:
        if "units.yaml" not in self.names:
            return Section()
        document = self.document("units.yaml")
        if document is None:
            self.known |= {name for name in self.names if name.endswith(".csv")}
            return unreadable()
        self.known.add(table_name(document) or "units.yaml")
        section, faults = read_units(self.folder, document, languages)
        self.faults += faults
        return section
