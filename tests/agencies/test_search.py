"""Agencies by name: the same one however it is written, and never another one by guess."""

from uuid import uuid4

import pytest

from korgoo.agencies.search import MOST, alike, build

KEYS = {name: uuid4() for name in ("ala", "quill", "way", "way2")}
NAMES = [
    (KEYS["ala"], "Ала-Тоо Жоб"),
    (KEYS["ala"], "ОсОО «Ала-Тоо Джоб»"),
    (KEYS["quill"], "Ак Калем (ойдон чыгарылган)"),
    (KEYS["quill"], "Белое Перо"),
    (KEYS["way"], "Жол Карьера"),
    (KEYS["way2"], "Жол-Карьера LLC"),
]
INDEX = build(NAMES)


@pytest.mark.parametrize(
    "typed",
    [
        "ала тоо жоб",
        "Ala Too Job",
        "ALATOO JOB",
        "ЖЧК Ала-Тоо Джоб",
        "ala-too dzhob agency",
        "«Алатоо жоб»",
    ],
)
def test_a_name_is_found_in_any_script_and_spelling(typed):
    assert INDEX.same(typed) == [KEYS["ala"]]


def test_remarks_in_brackets_are_no_part_of_a_name():
    assert INDEX.same("ak kalem") == [KEYS["quill"]]


def test_two_of_one_name_are_both_given():
    assert set(INDEX.same("жол карьера")) == {KEYS["way"], KEYS["way2"]}


@pytest.mark.parametrize("typed", ["Ала Тоо", "Ала-Тоо Жобс", "Алата жоб", "Алла Too Жоб центр"])
def test_what_is_only_like_a_name_is_offered_not_taken(typed):
    assert INDEX.same(typed) == []
    assert INDEX.like(typed)[0] == KEYS["ala"]


@pytest.mark.parametrize("typed", ["", "   ", "мобильный телефон", "ОсОО", "مرحبا", "x" * 5000])
def test_what_names_nobody_finds_nobody(typed):
    assert INDEX.same(typed) == []
    assert INDEX.like(typed) == []


def test_an_empty_register_finds_nobody():
    assert build([]).like("Ала-Тоо") == []


def test_no_more_are_offered_than_anybody_reads():
    many = build([(uuid4(), f"Карьера Плюс {number}") for number in range(50)])

    assert len(many.like("Карьера Плюс")) == MOST


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("Ала-Тоо Жоб", "Ala Too Job LLC", True),
        ("Ак Калем", "Ак Калемм", True),
        ("Ак Калем", "Көк Барак", False),
    ],
)
def test_names_that_can_be_one_agencys(one, other, is_alike):
    assert alike(one, other) is is_alike
