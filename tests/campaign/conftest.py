"""A Ministry that keeps a campaign, its partner in a region, and people who have no part in it."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.campaign import services
from korgoo.campaign.enums import Answer, Check, Part, Risk, State
from korgoo.campaign.models import Campaign, Readiness, RiskAnswer
from korgoo.campaign.services import CampaignFacts
from korgoo.lib import clock, drawn
from tests import factories, members
from tests.factories_campaign import FIRST, LAST, make_campaign, make_code, words

OBJECTIVE = {
    "what": "More people look an agency up",
    "indicator": "Agency checks by code",
    "unit": "checks",
    "baseline": None,
    "baseline_source": "",
    "target": 500,
}
AUDIENCE = {
    "who": "leavers",
    "message": words("Ask for the permit"),
    "messenger": "a returnee",
    "channels": ["poster"],
    "regions": [],
}


@pytest.fixture(autouse=True)
def _fresh():
    """English words, and no page drawn by an earlier test."""
    drawn._drawn.clear()
    drawn._versions.clear()
    with translation.override("en"):
        yield
    drawn._drawn.clear()
    drawn._versions.clear()


def _houses():
    ministry = factories.organisation(Mandate.COORDINATE, name="Invented Ministry")
    other = factories.organisation(Mandate.COORDINATE, name="Invented Second Ministry")
    region = factories.organisation(Mandate.TAKE_PART, name="Invented Region")
    return SimpleNamespace(
        ministry=ministry,
        officer=factories.member(Role.CAMPAIGN_OFFICER, at=ministry),
        colleague=factories.member(Role.SECRETARY, at=ministry),
        rival=factories.member(Role.CAMPAIGN_OFFICER, at=other),
        region=region,
        partner=factories.member(Role.CAMPAIGN_OFFICER, at=region),
        administrator=factories.member(Role.ORGANISATION_ADMINISTRATOR, at=ministry),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_houses)


@pytest.fixture
def people(db, clock, _people):
    return _people()


def facts(**changed):
    """What a campaign of a hundred days is, whole in every language."""
    told = {
        "name": words("100 days"),
        "starts_on": FIRST,
        "ends_on": LAST,
        "slogan": words("Look before you leave"),
        "ask": words("Check the agency"),
    }
    return CampaignFacts(**(told | changed))


def planned(actor, **changed):
    """A campaign that the platform sees, with an objective and an audience."""
    row = services.make(facts(**changed), actor=actor)
    services.write_part(row.key, Part.OBJECTIVE, dict(OBJECTIVE), actor=actor)
    services.write_part(row.key, Part.AUDIENCE, dict(AUDIENCE), actor=actor)
    return services.move(row.key, State.PLANNED, seen=State.DRAFT, actor=actor)


def answered(actor, key, *, unready=()):
    """Every risk answered and every check looked at; of some somebody said: not ready."""
    row = Campaign.objects.get(key=key)
    by = {"at": clock.now(), "by_id": actor.user_id}
    RiskAnswer.objects.bulk_create(
        RiskAnswer(campaign=row, risk=one, answer=Answer.AVOIDED, words="We leave it out.", **by)
        for one in Risk
    )
    said = {"said_by": "shift leader", "said_on": FIRST, "words": "Two lines are out."}
    Readiness.objects.bulk_create(
        Readiness(campaign=row, check_key=one, is_ready=one not in unready, **said, **by)
        for one in Check
    )


def launched(actor, **changed):
    """A campaign that runs."""
    row = planned(actor, **changed)
    answered(actor, row.key)
    return services.move(row.key, State.RUNNING, seen=State.PLANNED, actor=actor)


@pytest.fixture
def running(people):
    """A campaign that runs, without the deeds that led there."""
    return make_campaign(people.ministry, state=State.RUNNING)


@pytest.fixture
def code(running):
    return make_code(running)


class Browser(members.Browser):
    app = "campaign"


enter = members.enters(Browser)
words_of = pytest.fixture(lambda: members.words_of_main)


class Visitor:
    """Somebody from the street on the pages of one language, without scripts and cookies."""

    def __init__(self, language="en", **headers):
        self.client, self.language = Client(headers=headers), language

    def get(self, rest=""):
        return self.client.get(f"/{self.language}/c/{rest}")

    def post(self, rest="", **data):
        return self.client.post(f"/{self.language}/c/{rest}", data)


@pytest.fixture
def street(db):
    return Visitor()
