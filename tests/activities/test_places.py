"""A place is found in whatever spelling, and two of one name are told apart."""

from datetime import date

import pytest
from django.utils import translation

from korgoo.activities import places

TODAY = date(2026, 8, 1)


@pytest.fixture(autouse=True)
def _russian():
    with translation.override("ru"):
        yield


@pytest.mark.parametrize(
    "words",
    ["Теплоключенский айылный аймак", "теплоключенский", "Teploklyuchenskii", "41702205848000"],
)
def test_one_place_is_found_in_any_spelling(words):
    assert places.find(words)[0].code == "41702205848000"


@pytest.mark.parametrize("words", ["Ош облусу", "Ошская область", "Osh region", "ош обл."])
def test_a_region_is_found_with_what_people_write_around_it(words):
    assert "41706000000000" in [place.code for place in places.find(words)]


def test_letters_that_a_keyboard_lacks_do_not_matter():
    with translation.override("ky"):
        names = {place.code for place in places.find("Жети Огуз")}

    assert "41702210000000" in names


def test_villages_of_one_name_are_told_apart_by_what_lies_around_them():
    found = places.find("Ак-Булак")

    assert len(found) > 1
    assert len({place.whole for place in found}) == len(found)
    alone = places.find("Ак-Булак, Ак-Булунский айылный аймак")
    assert [place.inside[-1] for place in alone] == ["Иссык-Кульская область"]


@pytest.mark.parametrize("words", ["", "   ", ",", "Нарния-Хогвартс"])
def test_what_is_no_place_finds_nothing(words):
    assert places.find(words) == []


def test_every_place_lies_in_a_region():
    regions = {place.code for place in places.regions()}

    assert len(regions) == 9
    assert {place.region for place in places.every().values()} == regions


def test_a_place_that_is_gone_is_not_offered_for_a_later_day(monkeypatch):
    gone = places.Place("1", "Жок", 2, "1", last=date(2020, 1, 1), keys=frozenset({"zok"}))
    monkeypatch.setattr(places, "every", lambda: {"1": gone})

    assert places.find("Жок", day=TODAY) == []
    assert places.find("Жок", day=date(2019, 1, 1)) == [gone]
