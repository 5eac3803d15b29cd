"""The keeper of a campaign, a partner in it, and somebody of another partner; the eleventh day of it."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from tests import factories, members
from tests import factories_activities as made


class Browser(members.Browser):
    app = "activities"


enter = members.enters(Browser)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def _team():
    keeper, partner, other = made.keeper(), made.partner(), made.partner("Invented Other Union")
    second = factories.member(*keeper.actor.roles, at=keeper.organisation)
    row = made.campaign(keeper.organisation.pk)
    return SimpleNamespace(
        keeper=keeper, second=second, partner=partner, other=other, campaign=row
    )


@pytest.fixture(scope="module")
def _team_of_module(for_module):
    return for_module(_team)


@pytest.fixture
def team(db, clock, _team_of_module):
    made_before = _team_of_module()
    clock.set(2026, 8, 10, 12)
    return made_before
