"""The file campaign.yaml: days, choices of a plan, questions, and earlier campaigns."""

from korgoo.countrypack.reading.documents import Document
from korgoo.countrypack.reading.reader import FileReader
from korgoo.countrypack.reading.records import M, Section
from korgoo.countrypack.reading.sources import CampaignSources
from korgoo.countrypack.schema.campaign import (
    CampaignChoice,
    CampaignDays,
    CampaignQuestion,
    CampaignTheme,
    PastCampaign,
)

FILE = "campaign.yaml"
LISTS = ("days", "themes", "formats", "audiences", "channels", "questions", "history")


class CampaignReader(FileReader):
    """Reads what a country says of campaigns; a pack may have none."""

    def read(self) -> CampaignSources:
        """Read each list of the file for itself."""
        if FILE not in self.names:
            return CampaignSources()
        document = self.document(FILE)
        found = CampaignSources(
            days=self._list(document, "days", CampaignDays),
            themes=self._list(document, "themes", CampaignTheme),
            formats=self._list(document, "formats", CampaignChoice),
            audiences=self._list(document, "audiences", CampaignChoice),
            channels=self._list(document, "channels", CampaignChoice),
            questions=self._list(document, "questions", CampaignQuestion),
            history=self._list(document, "history", PastCampaign),
        )
        # A stray key, seen by each list, is told once.
        self.faults = list(dict.fromkeys(self.faults))
        return found

    def _list(self, document: Document | None, name: str, model: type[M]) -> Section[M]:
        return self.section(document, name, model, *(one for one in LISTS if one != name))
