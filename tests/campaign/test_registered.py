"""What other missions tell a campaign: contacts of the desk, free places, numbers called. Counts only."""

from datetime import date
from uuid import uuid4

import pytest

from korgoo.access.enums import Mandate, Role
from korgoo.campaign import api, registry
from korgoo.campaign.enums import Check
from korgoo.desk.models import Contact
from korgoo.lib import clock as platform_clock
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db, clock):
    house = factories.organisation(Mandate.ADVISE, name="Invented line")
    return factories.member(Role.HOTLINE_OPERATOR, at=house)


def contact(desk, campaign=""):
    now = platform_clock.now()
    return Contact.objects.create(
        organisation_id=desk.actor.organisation_id,
        by_id=desk.actor.user_id,
        at=now,
        touched_at=now,
        channel="call",
        language="ky",
        danger="no",
        asked="agency",
        campaign=campaign,
    )


def test_contacts_come_by_code_and_altogether(desk, code, clock):
    contact(desk, code.code)
    contact(desk, code.code)
    contact(desk, "other")
    clock.forward(days=1)
    contact(desk)
    found = {
        one.key: one for one in api.effects(code.campaign_id, date(2026, 3, 1), date(2026, 3, 3))
    }
    contacts = found["contacts"]
    assert contacts.by_code == {(code.code, date(2026, 3, 2)): 2}
    assert contacts.total == {date(2026, 3, 2): 3, date(2026, 3, 3): 1}


def test_a_contact_before_dawn_counts_for_the_day_of_the_country(desk, code, clock):
    clock.set(2026, 3, 3, 0, 30)
    contact(desk, code.code)
    found = api.effects(code.campaign_id, date(2026, 3, 3), date(2026, 3, 3))
    contacts = next(one for one in found if one.key == "contacts")
    assert contacts.by_code == {(code.code, date(2026, 3, 3)): 1}


def test_each_check_shows_counts_and_no_names(desk, code):
    contact(desk)
    for check in (Check.HELPLINE, Check.SHELTERS, Check.NUMBERS, Check.PARTNERS):
        facts = registry.facts_of(check)
        assert facts, check
        for one in (seen for fact in facts for seen in fact.look(uuid4())):
            assert isinstance(one.count, int)
            assert "Invented line" not in f"{one.label} {one.note}"
    helpline = [one for fact in registry.facts_of(Check.HELPLINE) for one in fact.look(uuid4())]
    assert helpline[0].count == 1
