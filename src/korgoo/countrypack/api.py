"""What other apps may ask of the country pack.

Use it as `from korgoo.countrypack import api as packs`.
"""

from functools import lru_cache
from pathlib import Path

from korgoo.countrypack.assembly import assemble
from korgoo.countrypack.faults import Fault, PackError
from korgoo.countrypack.guidelines import (
    check_guideline,
    guideline_files,
    guideline_from_yaml,
    guideline_to_yaml,
    read_guideline,
    reopen_guideline,
)
from korgoo.countrypack.information_files import information_from_yaml, information_to_yaml
from korgoo.countrypack.reading.pack_files import read_sources
from korgoo.countrypack.reading.plain_data import can_be_kept
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.rules import faults_of
from korgoo.countrypack.rules.information import MOST_WORDS, sms_room
from korgoo.countrypack.schema.base import Text
from korgoo.countrypack.schema.bodies import Body
from korgoo.countrypack.schema.campaign import (
    CampaignChoice,
    CampaignDays,
    CampaignFacts,
    CampaignQuestion,
    CampaignTheme,
    PastCampaign,
)
from korgoo.countrypack.schema.catalogues import (
    Catalogue,
    Dimension,
    Element,
    IndicatorData,
    RuleKind,
)
from korgoo.countrypack.schema.clocks import CASE_STEPS, REFERRAL_CLOCKS, Clock
from korgoo.countrypack.schema.guideline import GuidelineData, GuidelineHead, Vector
from korgoo.countrypack.schema.head import Language, UnitLevel
from korgoo.countrypack.schema.information import (
    Destination,
    Information,
    InformationItem,
    PhoneNumber,
    PlainQuestion,
    Step,
)
from korgoo.countrypack.schema.lawbook import (
    Article,
    ArticleVersion,
    Instrument,
    Lawbook,
    OffenceArticle,
    OffenceConcept,
)
from korgoo.countrypack.schema.pack import Pack
from korgoo.countrypack.schema.plan import KnownProgramme, Plan, ReportPeriod, day_in
from korgoo.countrypack.schema.platform import PlatformBody, PlatformSeat
from korgoo.countrypack.schema.provenance import Provenance
from korgoo.countrypack.schema.public_door import OfferSign, PublicDoor
from korgoo.countrypack.schema.reminders import ReminderTimes
from korgoo.countrypack.schema.retention import Retention
from korgoo.countrypack.schema.support import (
    ConsentItem,
    ConsentTexts,
    Hotline,
    ReferralType,
    SafetyQuestion,
    Service,
    StatusName,
)
from korgoo.countrypack.schema.units import Unit
from korgoo.countrypack.schema.views import (
    AgencyView,
    Condition,
    Option,
    Pocket,
    Question,
    ViewPage,
)

__all__ = [
    "CASE_STEPS",
    "MOST_WORDS",
    "REFERRAL_CLOCKS",
    "AgencyView",
    "Article",
    "ArticleVersion",
    "Body",
    "CampaignChoice",
    "CampaignDays",
    "CampaignFacts",
    "CampaignQuestion",
    "CampaignTheme",
    "Catalogue",
    "Clock",
    "Condition",
    "ConsentItem",
    "ConsentTexts",
    "Destination",
    "Dimension",
    "Element",
    "Fault",
    "GuidelineData",
    "GuidelineHead",
    "Hotline",
    "IndicatorData",
    "Information",
    "InformationItem",
    "Instrument",
    "KnownProgramme",
    "Language",
    "Lawbook",
    "OffenceArticle",
    "OffenceConcept",
    "OfferSign",
    "Option",
    "Pack",
    "PackError",
    "PastCampaign",
    "PhoneNumber",
    "PlainQuestion",
    "Plan",
    "PlatformBody",
    "PlatformSeat",
    "Pocket",
    "Provenance",
    "PublicDoor",
    "Question",
    "ReferralType",
    "ReminderTimes",
    "ReportPeriod",
    "Retention",
    "RuleKind",
    "SafetyQuestion",
    "Service",
    "StatusName",
    "Step",
    "Text",
    "Unit",
    "UnitLevel",
    "Vector",
    "ViewPage",
    "can_be_kept",
    "check",
    "check_guideline",
    "current",
    "day_in",
    "guideline_files",
    "guideline_from_yaml",
    "guideline_to_yaml",
    "information_from_yaml",
    "information_to_yaml",
    "load",
    "read_guideline",
    "reopen_guideline",
    "sms_room",
]


def current() -> Pack:
    """Give the pack of this installation (settings.COUNTRY_PACK), read once.

    Raises:
        PackError: the pack has faults.
    """
    from django.conf import settings

    return _kept(str(settings.COUNTRY_PACK))


@lru_cache(maxsize=4)
def _kept(path: str) -> Pack:
    return load(Path(path))


def load(path: Path | str) -> Pack:
    """Read and check a pack.

    Args:
        path: the folder of the pack.

    Returns:
        The pack, whole and without a fault.

    Raises:
        PackError: with all faults, each naming file, line and rule.
    """
    sources, faults = _examine(Path(path))
    if faults or sources.head is None or sources.consent is None:
        raise PackError(faults)
    return assemble(sources, sources.head.value, sources.consent.value)


def check(path: Path | str) -> list[Fault]:
    """Find everything that is wrong with a pack.

    Args:
        path: the folder of the pack.

    Returns:
        The faults sorted by file and line; empty when the pack is valid.
    """
    return _examine(Path(path))[1]


def _examine(root: Path) -> tuple[Sources, list[Fault]]:
    sources, faults = read_sources(root)
    return sources, sorted({*faults, *faults_of(sources)})
