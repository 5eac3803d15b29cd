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


def test_a_receiver_sees_its_own_parts_and_not_what_else_is_written(case, people, enter, words_of):
    make.share(case, people.shelter, Scope.IDENTITY, by=people.officer)
    found = told.talks_of(case, actor=people.shelter.actor)

    assert [talk.topic for talk in found] == ["Who the person is"]
    assert not found[0].points
    read = words_of(page(case, enter(people.shelter)))
    assert "Ask Invented Migration Service before you ask the person." in read
    assert "What the person told" not in read


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
