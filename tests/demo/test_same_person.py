"""C14 in the demonstration: one ask waits, one connected two houses, one was not the same person."""

import pytest

from korgoo.access import services
from korgoo.access.models import User
from korgoo.access.selectors import actor_for
from korgoo.demo.people import PASSWORD
from korgoo.pairs import api, selectors
from korgoo.pairs.enums import AskState
from korgoo.pairs.models import Ask, Connection, FishingAlarm

pytestmark = pytest.mark.django_db


def actor(key):
    user = User.objects.get(email=f"{key}@demo.korgoo.example")
    return actor_for(user, services.open_member_key(user, PASSWORD))


def test_each_state_of_the_story_is_there(loaded):
    assert sorted(Ask.objects.values_list("state", flat=True)) == sorted(AskState)
    row = Connection.objects.get()
    assert row.asking.owner.code == "demo-ak-bulut"
    assert row.asked.owner.code == "demo-too-gulu"
    centre = actor("coordinator")
    (waiting,) = selectors.watch(actor=centre).asks
    assert waiting.ask.state == AskState.ASKED
    assert len(waiting.pairs) == 1
    found = {pair.is_same for pair in api.open_pairs(actor=centre)}
    assert found == {True, False, None}


def test_the_demonstration_raises_no_alarm(loaded):
    assert not FishingAlarm.objects.exists()
