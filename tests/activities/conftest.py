"""The keeper of a campaign, a partner in it, and somebody of another partner; a day within it."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.utils import translation

from tests import factories_activities as made
from tests import members

NOW = datetime(2026, 8, 10, 6, tzinfo=UTC)  # the eleventh day


class Browser(members.Browser):
    app = "activities"


enter = members.enters(Browser)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def team(db, clock):
    clock.set(NOW) if hasattr(clock, "set") else None
    keeper, partner, other = made.keeper(), made.partner(), made.partner("Invented Other Union")
    row = made.campaign(keeper.organisation.pk)
    return SimpleNamespace(keeper=keeper, partner=partner, other=other, campaign=row)
