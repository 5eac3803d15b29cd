import pytest

from korgoo.lib.spelling import best, likeness, skeleton

SAME = [
    ["Жумагулов", "Джумагулов", "Zhumagulov", "Jumagulov", "Dzhumagulov", "Djumagulov"],
    ["Гүлжан", "Гулжан", "Gulzhan", "Guljan", "Gyulzhan"],
    ["Ала-Тоо Жоб", "Ala Too Job", "АЛА ТОО ДЖОБ", "«ала тоо жоб»"],
    ["Өмүр", "Омур", "Omur", "Ömür"],
    ["Кыргыз", "Kyrgyz", "Kirgiz"],
    ["мыйзам", "myizam", "мыизам"],
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda s: s[0])
def test_spellings_of_one_name_meet(spellings):
    assert {skeleton(one) for one in spellings} == {skeleton(spellings[0])}
    assert skeleton(spellings[0])


@pytest.mark.parametrize(("one", "other"), [("паспорт", "айлык"), ("Жумагулов", "Асанов")])
def test_different_words_stay_apart(one, other):
    assert skeleton(one) != skeleton(other)
    assert likeness(skeleton(one), skeleton(other)) < 0.3


@pytest.mark.parametrize("nothing", ["", "   ", "«»", "مرحبا"])
def test_what_cannot_be_read_is_like_nothing(nothing):
    assert skeleton(nothing) == ""
    assert likeness(skeleton(nothing), skeleton(nothing)) == 0
    assert best(skeleton(nothing), ["pasport"]) == 0


def test_a_slip_of_the_finger_is_nearer_than_another_word():
    typed = skeleton("паспрот")
    assert likeness(typed, skeleton("паспорт")) > 0.4 > likeness(typed, skeleton("айлык"))


def test_the_beginning_of_a_word_finds_it():
    assert best(skeleton("пасп"), [skeleton("паспортумду"), skeleton("айлык")]) >= 0.9


def test_every_word_asked_for_counts():
    known = [skeleton(word) for word in ("паспорт", "алып", "койду")]
    assert best(skeleton("паспорт алып"), known) == 1
    assert best(skeleton("паспорт согуш"), known) < 0.7


def test_a_skeleton_of_a_skeleton_is_itself():
    for spellings in SAME:
        assert skeleton(skeleton(spellings[0])) == skeleton(spellings[0])
