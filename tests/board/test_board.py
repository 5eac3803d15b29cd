"""The board: what waits and where, for the co-ordinator alone, in codes and counts."""

import pytest
from django.urls import reverse

from korgoo.casework import services
from tests import factories_casework, members
from tests import factories_referral as make
from tests.factories_casework import FOUR_SCOPES

pytestmark = pytest.mark.django_db
PLACE = reverse("board:board")


@pytest.fixture
def people(db, clock):
    return make.net()


def seen(client, member):
    return members.words_of_main(members.Browser(client, member).get(PLACE))


def test_an_empty_mechanism_says_so(people, client):
    said = seen(client, people.coordinator)
    for words in ("No referral is under way.", "No time limit has passed.", "No case sleeps."):
        assert words in said


def test_queues_and_passed_limits_are_counted_by_organisation(people, clock, client):
    row, _code = make.sent(people, scopes=FOUR_SCOPES)
    clock.forward(days=1, hours=1)

    said = seen(client, people.coordinator)

    assert f"{people.shelter.organisation.name} 1" in said
    assert "Confirm that the referral arrived" in said
    assert row.case.spoken_code in said
    for secret in ("Invented Person", "An invented story", "0555 000 111"):
        assert secret not in said


def test_a_case_that_sleeps_comes_to_light(people, clock, client):
    case = factories_casework.case(people.officer)
    clock.forward(days=100)
    assert case.spoken_code in seen(client, people.coordinator)
    services.add_note(case.pk, "A step.", kind="note", actor=people.officer.actor)
    assert case.spoken_code not in seen(client, people.coordinator)


@pytest.mark.parametrize("who", ["officer", "shelter"])
def test_nobody_else_finds_it(who, people, client):
    assert members.Browser(client, getattr(people, who)).get(PLACE).status_code == 404


def test_it_asks_as_often_for_many_cases_as_for_few(
    people, clock, client, django_assert_max_num_queries
):
    for _n in range(4):
        make.sent(people, scopes=FOUR_SCOPES)
    clock.forward(days=3)
    browser = members.Browser(client, people.coordinator)
    browser.get(PLACE)
    with django_assert_max_num_queries(35):
        browser.get(PLACE)
