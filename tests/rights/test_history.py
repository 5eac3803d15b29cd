"""What held when a person travelled: for people who work with cases, and for nobody else."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from korgoo.rights import api
from tests import factories_rights as made

pytestmark = pytest.mark.django_db


def test_it_lists_what_was_told_with_its_days(told, people, enter, words_of):
    text = words_of(enter(people.worker).get("history"))
    assert "Title of ru-over" in text
    assert "01.01.2024 – 10.11.2025" in text
    assert "No longer holds" in text
    assert "ru-unverified" not in text


def test_on_a_day_it_lists_only_what_held(told, people, enter, words_of):
    reader = enter(people.worker)
    before = words_of(reader.get("history", on="2025-11-10"))
    after = words_of(reader.get("history", on="11.11.2025"))
    assert "Title of ru-over" in before
    assert "Title of ru-now" not in before
    assert "Title of ru-over" not in after
    assert "Title of ru-now" in after


def test_it_can_be_narrowed_to_a_place(told, people, enter, words_of):
    text = words_of(enter(people.worker).get("history", destination="kazakhstan"))
    assert "Title of kz-days" in text
    assert "Title of ru-now" not in text


def test_a_day_that_is_none_is_said_and_everything_shown(told, people, enter, words_of):
    text = words_of(enter(people.worker).get("history", on="31.02.2025"))
    assert "This is no day." in text
    assert "Title of ru-over" in text


def test_a_statement_shows_its_versions_and_what_held_in_its_place(told, people, enter, words_of):
    reader = enter(people.worker)
    text = words_of(reader.get("item_history", "ru-over"))
    assert "Words of ru-over." in text
    assert "Title of ru-now" in text
    later = words_of(reader.get("item_history", "ru-over", on="2025-12-01"))
    held = later.partition("What held on")[2].partition("All versions")[0]
    assert "Words of ru-now." in held
    assert "Words of ru-over." not in held
    none = words_of(reader.get("item_history", "ru-now", on="2023-12-31"))
    assert "Nothing of this is known to have held on that day." in none


def test_a_draft_is_no_history(told, people, enter, words_of):
    api.load(made.information(made.item(text=made.words("Drafted words."))))
    reader = enter(people.worker)
    assert "Drafted words." not in words_of(reader.get("item_history", "ru-passport"))
    assert reader.get("item_history", "ru-unverified").status_code == 404
    assert reader.get("item_history", "nothing").status_code == 404


@pytest.mark.parametrize("page", [("history",), ("item_history", "ru-over")])
def test_who_may_not_read_it_finds_no_page(told, people, enter, page):
    assert enter(people.administrator).get(*page).status_code == 404


@pytest.mark.parametrize("page", [("history",), ("item_history", "ru-over")])
def test_a_visitor_and_a_locked_session_are_led_to_the_door(told, people, page):
    address = reverse(f"rights:{page[0]}", args=page[1:])
    visitor = Client().get(address)
    locked = Client()
    locked.force_login(people.worker.user)
    for answer in (visitor, locked.get(address)):
        assert answer.status_code == 302
        assert "ru-over" not in answer.text


def test_every_reader_finds_the_way_from_the_home_page(told, people, enter):
    address = reverse("rights:history")
    for member, there in ((people.worker, True), (people.administrator, False)):
        assert (address in enter(member).get(reverse("web:home")).text) is there


def test_reading_asks_no_more_of_the_database_when_there_is_more(told, people, enter):
    reader = enter(people.worker)
    few = _queries(reader)
    api.load(made.information(*(made.advice(f"more-{n}") for n in range(20))))
    assert _queries(reader) <= few


def _queries(reader):
    with CaptureQueriesContext(connection) as caught:
        reader.get("history")
    return len(caught)
