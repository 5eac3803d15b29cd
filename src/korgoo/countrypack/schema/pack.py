from collections.abc import Mapping

from korgoo.countrypack.schema.base import Data, Text
from korgoo.countrypack.schema.bodies import Body
from korgoo.countrypack.schema.campaign import CampaignFacts
from korgoo.countrypack.schema.catalogues import Catalogue
from korgoo.countrypack.schema.clocks import Clock
from korgoo.countrypack.schema.guideline import GuidelineHead, Vector
from korgoo.countrypack.schema.head import Language, UnitLevel
from korgoo.countrypack.schema.information import Information
from korgoo.countrypack.schema.lawbook import Lawbook
from korgoo.countrypack.schema.plan import Plan
from korgoo.countrypack.schema.platform import PlatformBody
from korgoo.countrypack.schema.provenance import Provenance
from korgoo.countrypack.schema.public_door import OfferSign, PublicDoor
from korgoo.countrypack.schema.reminders import ReminderTimes
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
from korgoo.countrypack.schema.views import AgencyView


class Pack(Data):
    """Everything national, checked and whole.

    Attributes:
        languages: codes, in the order in which they are offered.
        language_details: own name and direction of writing, by code.
        needs_help_now: questions about safety and health, asked before anything else.
        services: what an individual programme can hold, by key.
        sharing_grounds: what may justify sharing without consent, by key.
        retention: how long what is kept stays, by the key of the purpose.
        information: what migrants are told.
        offer_signs: signs of a bad offer of work, in the order in which they are asked.
        platform: bodies in which organisations sit together; empty when the pack names none.
        public_door: who answers the public; None when the country has named nobody.
        campaign: days, choices, questions and history of campaigns.
        plan: when everybody reports on the national plan; None when the country has set no calendar.
        statuses: names of statuses, by "axis.key" ("protection.presumed").
    """

    code: str
    name: Text
    languages: tuple[str, ...]
    language_details: Mapping[str, Language]
    default_language: str
    time_zone: str
    unit_levels: tuple[UnitLevel, ...]
    units: tuple[Unit, ...]
    bodies: tuple[Body, ...]
    clocks: Mapping[str, Clock]
    reminders: ReminderTimes = ReminderTimes()
    guideline: GuidelineHead | None = None
    catalogues: Mapping[str, Catalogue]
    views: Mapping[str, AgencyView]
    vectors: tuple[Vector, ...] = ()
    lawbook: Lawbook = Lawbook()
    information: Information = Information()
    offer_signs: tuple[OfferSign, ...] = ()
    platform: tuple[PlatformBody, ...] = ()
    public_door: PublicDoor | None = None
    campaign: CampaignFacts = CampaignFacts()
    plan: Plan | None = None
    referral_types: tuple[ReferralType, ...]
    consent: ConsentTexts
    sharing_grounds: Mapping[str, SharingGround] = {}
    hotlines: tuple[Hotline, ...]
    needs_help_now: tuple[SafetyQuestion, ...]
    services: Mapping[str, Service]
    retention: Mapping[str, Retention] = {}
    statuses: Mapping[str, StatusName]
    provenance: Provenance
