"""A campaign, its keeper and a partner, and activities made by the real services. All are invented."""

from dataclasses import replace
from datetime import date

from korgoo.access.enums import Mandate, Role
from korgoo.activities import services
from korgoo.activities.enums import State
from korgoo.activities.models import Activity
from korgoo.activities.rules import Facts
from korgoo.campaign.enums import State as CampaignState
from korgoo.campaign.models import Campaign, CampaignCode
from korgoo.lib import clock
from tests import factories

FIRST, LAST = date(2026, 7, 31), date(2026, 11, 7)  # a hundred days
OSH, TALAS, NARYN = "41706000000000", "41707000000000", "41704000000000"
VILLAGE, OTHER = "41702205805020", "41702225896010"  # two of one name: Ак-Булак
FACTS = Facts(State.HELD, date(2026, 8, 3), VILLAGE, "talk-in-village", 40)


def keeper():
    """The officer of the body that runs campaigns."""
    at = factories.organisation(Mandate.COORDINATE, name="Invented Ministry")
    return factories.member(Role.CAMPAIGN_OFFICER, at=at)


def partner(name="Invented Youth Union"):
    """Somebody of an organisation that takes part."""
    at = factories.organisation(Mandate.TAKE_PART, name=name)
    return factories.member(Role.CAMPAIGN_OFFICER, at=at)


def campaign(keeper_id, *, key="days-2026", state=CampaignState.RUNNING, **traits):
    """A campaign of a hundred days."""
    words = {"ky": "Үлгү 100 күн", "ru": "Пример 100 дней", "en": "Invented 100 Days"}
    told = {
        "name": words,
        "ask": {"en": "Check the agency", "ky": "Агенттикти текшериңиз", "ru": "Проверьте"},
        "starts_on": FIRST,
        "ends_on": LAST,
        "made_at": clock.now(),
    } | traits
    return Campaign.objects.create(key=key, state=state, keeper_id=keeper_id, **told)


def code(row, code="1001", region=OSH):
    """A code on a poster."""
    return CampaignCode.objects.create(
        campaign=row, code=code, label="Invented wall", region=region, made_at=clock.now()
    )


def facts(**traits):
    """What is said of an activity."""
    return replace(FACTS, **traits)


def planned(**traits):
    """What is said of an activity to come."""
    return replace(FACTS, **{"state": State.PLANNED, "contacts": None, **traits})


def activity(row, member, **traits) -> Activity:
    """An activity in the log; a planned one when ``state`` says so."""
    made = planned if traits.pop("state", State.HELD) is State.PLANNED else facts
    return services.log(row.pk, made(**traits), actor=member.actor)
