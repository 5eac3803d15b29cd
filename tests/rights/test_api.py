"""What other missions get: plain frozen data, in the language asked for."""

import pytest

from korgoo.lib.errors import NotFound
from korgoo.rights import api
from korgoo.rights.enums import Standing
from tests import factories_rights as made

pytestmark = pytest.mark.django_db


def test_places_troubles_and_steps_come_in_the_order_of_the_pack(db):
    assert [one.key for one in api.destinations("en")][:2] == ["home", "russia"]
    assert api.destination("russia", "ru").name == "Россия"
    assert api.question("passport-taken", "ky").is_urgent
    assert next(one.key for one in api.steps("en")) == "before"
    for ask in (api.destination, api.question, api.step):
        with pytest.raises(NotFound):
            ask("nothing", "en")


def test_numbers_come_with_those_for_danger_first_and_without_unsure_ones(told):
    assert [one.key for one in api.numbers_for("russia", "en")] == ["police-ru", "embassy-ru"]
    assert api.numbers_for("korea", "en") == []
    assert api.numbers_for("russia", "en")[1].dialled == "+70000000001"


def test_statements_come_with_what_to_do_first_and_what_is_checked_last(told):
    keys = [one.key for one in api.items_for("russia", "passport-taken", "en")]
    assert keys == ["ru-advice", "ru-passport", "ru-stale"]


def test_a_statement_that_is_being_checked_has_no_words_in_it(told):
    one = api.statement("ru-stale", "en")
    assert one.standing == Standing.STALE
    assert (one.text, one.sms) == ("", "")
    assert one.title


def test_words_come_in_the_language_asked_for_else_in_one_that_is_there(clock):
    api.load(made.information(made.item(title=made.words("Title", ky="Аталышы"))))
    assert api.statement("ru-passport", "ky").title == "Аталышы"
    assert api.statement("ru-passport", "uz").title == "Аталышы"
    assert api.statement("ru-passport", "en").title == "Title"


def test_cards_for_who_speaks_with_a_caller(told):
    urgent = api.cards_for("en")
    assert {card.statement.key for card in urgent} >= {"ru-advice", "ru-passport"}
    assert "ru-press" not in {card.statement.key for card in urgent}
    first = api.cards_for("en", "pasport")[0]
    assert first.place.name == "Russia"
    named = {card.statement.key: card.numbers for card in api.cards_for("en", "ru-passport")}
    assert [one.number for one in named["ru-passport"]] == ["+7 000 000 00 01"]


def test_what_is_given_out_cannot_be_changed(told):
    kinds = (api.Card, api.Found, api.CallNumber, api.Place, api.Statement, api.Step, api.Trouble)
    assert all(kind.__dataclass_params__.frozen for kind in kinds)
    assert {type(one) for one in api.cards_for("en")} == {api.Card}


def test_the_mark_and_the_day_of_the_last_change(clock):
    assert api.version() == ""
    assert api.changed_on() is None
    api.load(made.information(made.item()))
    assert api.changed_on().isoformat() == "2026-03-02"
