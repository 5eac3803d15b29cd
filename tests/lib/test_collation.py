from types import SimpleNamespace
from unicodedata import normalize

import pytest

from korgoo.lib.collation import by_name, place_of


@pytest.mark.parametrize(
    "in_order",
    [
        ["Наргиза", "Нурбек", "Ңаап", "Омор", "Өмүр", "Пери"],
        ["Уран", "Үмүт", "Фатима"],
        ["Елена", "Ёлка", "Жылдыз"],
        ["ак", "Ак-Булут", "акма"],
        ["10", "Оазис", "Zamandash"],
        ["Oman", "Österreich", "Peru", "São Tomé", "Senegal"],
    ],
)
def test_words_stand_in_the_order_of_the_kyrgyz_alphabet(in_order):
    assert sorted(set(in_order), key=place_of) == in_order


def test_capital_and_small_letters_stand_together():
    assert place_of("ҮМҮТ") == place_of("үмүт")


def test_a_letter_typed_as_two_signs_stands_where_the_letter_stands():
    assert place_of(normalize("NFD", "Айдай")) == place_of("Айдай")


def test_what_has_a_name_is_put_into_order_and_equals_stay_as_they_were():
    rows = [
        SimpleNamespace(name=n, number=i) for i, n in enumerate(["Үмүт", "Ош", "Үмүт", "Уран"])
    ]

    assert [row.number for row in by_name(rows)] == [1, 3, 0, 2]
