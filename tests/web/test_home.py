"""The home page answers one question: what waits for me?"""

import pytest
from django.urls import reverse

from korgoo.access.enums import Role
from korgoo.referral import services
from korgoo.referral.enums import DeclineReason, ReferralState
from korgoo.web import home
from tests import factories, factories_casework, factories_referral

HOME = "/home/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def people(clock):
    return factories_referral.net()


def home_of(client, somebody):
    factories.sign_in(client, somebody)
    client.cookies["language"] = "en"
    answer = client.get(HOME)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_receiver_sees_what_is_asked_of_it(client, people):
    row = factories_referral.referral(people, ReferralState.SENT)

    page = home_of(client, people.shelter)

    assert "Asked of us" in page
    assert row.spoken_number in page
    assert reverse("referral:referral", args=[row.pk]) in page


def test_a_sender_sees_what_came_back_why_and_who_could_help_instead(client, people):
    row = factories_referral.referral(people, ReferralState.RECEIVED)
    services.decline(
        row.pk,
        DeclineReason.NO_PLACE,
        alternative_id=people.clinic.organisation.pk,
        actor=people.shelter.actor,
    )

    page = home_of(client, people.officer)

    assert "Came back without help" in page
    assert "No free place" in page
    assert "Invented Clinic" in page


def test_the_co_ordinator_sees_late_answers_and_no_name(client, people, clock):
    row = factories_referral.referral(people, ReferralState.SENT)
    clock.forward(hours=3)

    page = home_of(client, people.coordinator)

    assert row.spoken_number in page
    assert "Late by" in page
    assert "Invented Person" not in page
    assert reverse("casework:open") not in page


def test_an_answer_in_time_is_not_late(client, people, clock):
    row = factories_referral.referral(people, ReferralState.SENT)

    page = home_of(client, people.coordinator)

    assert row.spoken_number not in page
    assert "Late by" not in page


def test_of_many_that_wait_the_first_are_shown_and_the_rest_is_one_link_away(
    client, people, monkeypatch
):
    monkeypatch.setattr(home, "MOST_WAITING", 2)
    rows = [factories_referral.referral(people, ReferralState.SENT) for _ in range(2)]

    page = home_of(client, people.shelter)
    assert all(row.spoken_number in page for row in rows)
    assert "More of them wait" not in page

    rows.append(factories_referral.referral(people, ReferralState.SENT))
    page = home_of(client, people.shelter)
    assert sum(row.spoken_number in page for row in rows) == 2
    assert "More of them wait" in page


def test_a_stranger_sees_nothing_of_others(client, people):
    row = factories_referral.referral(people, ReferralState.SENT)

    page = home_of(client, people.clinic)

    assert row.spoken_number not in page
    assert "Nothing waits for you now" in page


def test_a_waiting_key_and_the_newest_cases_are_shown(client, people):
    found = factories_casework.case(people.officer)
    factories.member(
        Role.CASE_WORKER, at=people.officer.organisation, name="New One", is_approved=False
    )

    page = home_of(client, people.officer)

    assert "A colleague waits for a key" in page
    assert found.spoken_code in page


def test_an_administrator_gets_the_members_and_no_case(client, people):
    found = factories_casework.case(people.officer)
    somebody = factories.member(
        Role.ORGANISATION_ADMINISTRATOR, at=people.officer.organisation, name="Admin Five"
    )

    page = home_of(client, somebody)

    assert reverse("access:members") in page
    assert reverse("access:audit") not in page
    assert found.spoken_code not in page
    assert reverse("account_logout") in page


def test_the_page_asks_the_database_as_often_for_many_as_for_one(
    client, people, django_assert_max_num_queries
):
    for _number in range(6):
        factories_referral.referral(people, ReferralState.SENT)
    factories.sign_in(client, people.shelter)
    # Six to know who asks, one or two for each panel that may stand there; none for each row.
    # Invitations and minutes of meetings ask once each, announcements once for bodies.
    # One more counts what others ask about own cases.
    with django_assert_max_num_queries(30):
        assert client.get(HOME).status_code == 200
