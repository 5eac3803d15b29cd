"""What the register says is put into plain words; nothing is guessed, and nobody is called safe."""

from datetime import date

import pytest

from korgoo.access.enums import Mandate, Role
from korgoo.agencies import services as register
from korgoo.agencies.rules import Kind
from korgoo.agencies.services.facts import AgencyFacts, DecisionFacts, PermitFacts
from korgoo.offers import agency_words
from tests import factories
from tests.offers.conftest import ORDER, ticket_of

pytestmark = pytest.mark.django_db
NAME = "Үлгү Карьера"


@pytest.fixture
def editor(clock):
    at = factories.organisation(Mandate.ADVISE)
    return factories.member(Role.CONTENT_EDITOR, at=at, has_second_factor=False).actor


def decision(kind, *day):
    where = "Invented list"
    return DecisionFacts(kind=kind, day=date(*day), document=where, as_of=date(*day))


@pytest.fixture
def permit(editor):
    """An agency with a permit for Türkiye since January."""
    agency = register.add_agency(AgencyFacts(names=(("ky", NAME),)), actor=editor)
    facts = PermitFacts(country="TR", number="7", starts=date(2026, 1, 1))
    granted = decision(Kind.GRANTED, 2026, 1, 1)
    return register.add_permit(agency.pk, facts, granted, actor=editor)


def test_a_valid_permit_is_no_promise(permit):
    found = agency_words.about("ulgu karera", "TR")

    assert not found.is_warning
    assert "no promise" in found.meaning
    assert NAME in found.answer


def test_a_permit_suspended_this_morning_is_a_warning(permit, editor):
    register.record_decision(permit.pk, decision(Kind.SUSPENDED, 2026, 3, 2), actor=editor)

    found = agency_words.about(NAME, "TR")

    assert found.is_warning
    assert "suspended" in found.answer
    assert "Do not pay" in found.to_do[0]


def test_a_permit_for_another_country_is_none_for_this_one(permit):
    assert agency_words.about(NAME, "DE").is_warning


def test_a_name_that_nobody_knows_is_a_warning(permit):
    found = agency_words.about("Xyzzy Plugh Corporation", "TR")

    assert found.is_warning
    assert "Only an agency with a valid permit" in found.meaning


def test_agencies_of_one_name_are_named_and_none_is_chosen(permit, editor):
    register.add_agency(AgencyFacts(names=(("ky", NAME),), registration="2"), actor=editor)

    found = agency_words.about(NAME, "TR")

    assert found.is_warning
    assert f"{NAME}; {NAME}" in found.answer
    assert "Find out which of them it is" in found.meaning


@pytest.mark.parametrize(("name", "country"), [("", "TR"), ("  ", "TR"), ("a", ""), ("a", "ZZ")])
def test_too_little_is_no_question(name, country):
    assert agency_words.about(name, country) is None


@pytest.mark.parametrize("page", ["check", "report"])
def test_the_answer_stands_on_the_page(permit, street, people, clock, words_of, page):
    data = {"agency": "ulgu karera", "country": "DE"}
    if page == "check":
        answer = street.post("check", **data, **{f"sign-{key}": "no" for key in ORDER})
    else:
        ticket = ticket_of(street.post("report", **data))
        clock.forward(seconds=5)
        answer = street.post("report", **data, step="send", ticket=ticket)

    assert NAME in words_of(answer)
    assert "Do not pay. Do not give your passport away." in words_of(answer)


def test_every_result_leads_on_to_help_rights_and_the_register(street, words_of):
    answer = street.post("check", country="TR")

    for address in ("/en/ask/", "/en/agencies/", "/en/rights/turkiye/", "/en/offers/report/"):
        assert f'"{address}"' in answer.text
