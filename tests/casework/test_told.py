"""What was told already: topics and days for who may know of them, and never an answer."""

import pytest
from django.urls import reverse

from korgoo.casework import told
from korgoo.casework.enums import Scope
from tests import factories_casework as make
from tests.browser.steps import BUILDING_SITE

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(people):
    found = make.case(people.officer, is_told=True)
    make.read_card(found, people.officer, *BUILDING_SITE.items())
    return found


def topics(case, member):
    return {talk.topic for talk in told.talks_of(case, actor=member.actor)}


def page(case, browser):
    return browser.get(reverse("casework:told", args=[case.pk]))


def test_the_owner_sees_what_was_spoken_of_but_no_answer(case, people, enter, words_of):
    read = words_of(page(case, enter(people.officer)))

    assert "What the person told" in read
    assert "Which questions were answered" in read
    for secret in ("Invented Person", "An invented story", "0555 000 111"):
        assert secret not in read


def test_the_questions_of_a_card_stand_there_without_their_answers(case, people):
    [card] = [t for t in told.talks_of(case, actor=people.officer.actor) if t.points]
    assert len(card.points) > 10
    assert all(point.endswith("?") for point in card.points)


def test_a_receiver_sees_which_parts_are_written_and_whom_to_ask(case, people):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    found = {t.topic: t for t in told.talks_of(case, actor=people.shelter.actor)}

    assert found["Who the person is"].ask == ""
    assert found["What the person told"].ask == "Ask Invented Migration Service"
    assert not any(talk.points for talk in found.values())


def test_the_co_ordinator_learns_of_no_talk(case, people):
    assert topics(case, people.coordinator) == set()


def test_a_stranger_finds_no_such_page(case, people, enter):
    assert page(case, enter(people.stranger)).status_code == 404


def test_another_mission_adds_its_talks_once(case, people, monkeypatch):
    monkeypatch.setattr(told, "_registered", [])

    def source(case_id, *, actor):
        assert case_id == case.pk
        return [told.Talk("Needs", case.opened_at, actor.organisation_id)]

    for _twice in range(2):
        told.register(source)
    assert [t.topic for t in told.talks_of(case, actor=people.coordinator.actor)] == ["Needs"]
