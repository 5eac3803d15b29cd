import pytest

from korgoo.lib.collation import place_of


@pytest.mark.parametrize(
    "in_order",
    [
        ["Наргиза", "Нурбек", "Ңаап", "Омор", "Өмүр", "Пери"],
        ["Уран", "Үмүт", "Фатима"],
        ["Елена", "Ёлка", "Жылдыз"],
        ["ак", "Ак-Булут", "акма"],
        ["10", "Оазис", "Zamandash"],
    ],
)
def test_words_stand_in_the_order_of_the_kyrgyz_alphabet(in_order):
    assert sorted(set(in_order), key=place_of) == in_order


def test_capital_and_small_letters_stand_together():
    assert place_of("ҮМҮТ") == place_of("үмүт")
