"""Steps and pages of a referral for those who have no part in it: nothing is there."""

import pytest
from django.urls import reverse

from korgoo.access.enums import Role
from korgoo.referral.enums import ReferralState
from tests import factories
from tests import factories_referral as make
from tests.referral.test_deeds import PAGES, POSTS

pytestmark = pytest.mark.django_db
S = ReferralState


def _net(build):
    def both():
        people = make.net()
        return people, build(people)

    return both


@pytest.fixture(scope="module")
def _received(for_module):
    return for_module(_net(lambda people: make.referral(people, S.RECEIVED)))


@pytest.fixture
def received(db, clock, _received):
    """Those who act, and a referral that has arrived."""
    return _received()


@pytest.fixture(scope="module")
def _written(for_module):
    return for_module(_net(make.draft))


@pytest.fixture
def written(db, clock, _written):
    """Those who act, and a referral that is not sent."""
    return _written()


@pytest.mark.parametrize("deed", POSTS)
@pytest.mark.parametrize("who", ["clinic", "coordinator"])
def test_others_cannot_take_any_step(deed, who, received, enter):
    people, row = received

    assert enter(getattr(people, who)).post(deed, row.pk).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_another_organisation_finds_nothing(page, received, enter):
    people, row = received

    assert enter(people.clinic).get(page, row.pk).status_code == 404


@pytest.mark.parametrize("page", [*PAGES, *POSTS])
def test_the_draft_of_another_is_not_there(page, written, enter):
    people, row = written
    for who in (people.shelter, people.coordinator):
        member = enter(who)
        answer = member.post(page, row.pk) if page in POSTS else member.get(page, row.pk)
        assert answer.status_code == 404
    row.refresh_from_db()
    assert row.state == S.DRAFT


@pytest.mark.parametrize("page", [*PAGES, *POSTS])
def test_a_role_without_referrals_finds_nothing(page, received, enter):
    people, row = received
    at = people.shelter.organisation
    member = enter(factories.member(Role.ORGANISATION_ADMINISTRATOR, at=at))

    answer = member.post(page, row.pk) if page in POSTS else member.get(page, row.pk)

    assert answer.status_code == 404


@pytest.mark.parametrize("page", [*PAGES, *POSTS])
def test_visitors_are_led_to_the_door(page, received, client):
    _people, row = received
    address = reverse(f"referral:{page}", args=[row.pk])

    answer = client.post(address) if page in POSTS else client.get(address)

    assert answer.status_code == 302
    assert reverse("account_login") in answer.url
