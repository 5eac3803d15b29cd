"""A running campaign with a code and a number to call; who writes, who approves, who hands out."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from korgoo.access.enums import Mandate, Role
from korgoo.campaign.enums import State
from korgoo.rights.services import load
from tests import factories, members
from tests.factories_campaign import make_campaign, make_code
from tests.factories_materials import SAID
from tests.factories_rights import information, number


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def _platform():
    ministry = factories.organisation(Mandate.COORDINATE, name="Invented Ministry")
    union = factories.organisation(Mandate.TAKE_PART, name="Invented Youth Union")
    campaign = make_campaign(ministry, state=State.RUNNING)
    make_code(campaign, SAID["code"])
    home = number("line-home", number="189", destinations=["home"], kind="trafficking")
    load(information(numbers=[home]))
    return SimpleNamespace(
        campaign=campaign,
        ministry=ministry,
        union=union,
        writer=factories.member(Role.CAMPAIGN_OFFICER, at=ministry, name="Writer Invented"),
        reader=factories.member(Role.CONTENT_EDITOR, at=ministry, name="Reader Invented"),
        young=factories.member(Role.CAMPAIGN_OFFICER, at=union, name="Young Invented"),
        worker=factories.member(
            Role.CASE_WORKER, at=factories.organisation(Mandate.SERVE), name="Worker Invented"
        ),
        administrator=factories.member(Role.ORGANISATION_ADMINISTRATOR, at=ministry),
    )


@pytest.fixture(scope="module")
def _people(for_module):
    return for_module(_platform)


@pytest.fixture
def people(db, clock, _people):
    return _people()


class Browser(members.Browser):
    app = "materials"


enter = members.enters(Browser)
words_of = pytest.fixture(lambda: members.words_of_main)
