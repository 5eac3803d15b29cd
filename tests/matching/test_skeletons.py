import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.matching.fictitious.forms import patronymic, surname_of_russian_style
from korgoo.matching.fictitious.names import table
from korgoo.matching.fictitious.spelling import CHOICES, SCHEMES, spell
from korgoo.matching.skeletons import latin, rough, skeletons

NAMES = st.sampled_from([name for name in table().words if len(name) > 3])
# Each list holds writings of one sound, from the table of equivalences that people's passports show.
SOUNDS = (
    ("ж", "дж", "j", "zh", "dzh", "dj"),
    ("ү", "у", "u", "ü"),
    ("ө", "о", "o", "ö"),
    ("ң", "н", "нг", "n", "ng"),
    ("ы", "и", "y", "i"),
    ("х", "h", "kh"),
    ("к", "q", "k"),
    ("гүл", "гуль", "gul", "gyul"),
)


@pytest.mark.parametrize("writings", SOUNDS, ids=lambda found: found[0])
@pytest.mark.parametrize("frame", ["{}анат", "Бо{}ат", "Та{}"])
def test_all_writings_of_a_sound_meet(writings, frame):
    assert len({skeletons(frame.format(one)) for one in writings}) == 1


def test_the_surname_of_six_writings_is_one():
    written = [
        "Жумагулов",
        "Джумагулов",
        "Zhumagulov",
        "Jumagulov",
        "Dzhumagulov",
        "Djumagulov",
        "Жумагулова",
    ]

    assert {skeletons(one) for one in written} == {("jumagul",)}


@pytest.mark.parametrize(
    "written",
    [
        ("Айжан", "Ayzhan", "Aijan", "Ayjan"),
        ("Эсенов", "Есенов", "Esenov", "Yesenov"),
        ("Гульнара", "Гулнара", "Gulnara", "Гүлнара", "Gülnara"),
        ("Абдиев", "Abdiyev", "Abdiev", "Abdiyeva"),
        ("Чыңгыз", "Chyngyz", "Чингиз", "Chynggyz"),
        ("Берметжан", "Bermetzhan", "Bermetjan", "Берметджан"),
        ("Батшах", "Batshah", "Batshakh", "Batşah"),
        ("Нурлан уулу", "Nurlan uulu", "Нурлан у.", "Нурланович", "Nurlanovna", "Нурлан кызы", "Нурлан тегин"),
    ],
    ids=lambda found: found[0],
)  # fmt: skip
def test_writings_of_one_name_meet(written):
    assert len({skeletons(one) for one in written}) == 1


@pytest.mark.parametrize("scheme", ["own", "russian", "icao", "bgn"])
def test_scripts_and_schemes_meet_for_nearly_all_names(scheme):
    names = [name for name in table().words if len(name) > 3]
    written = [skeletons(spell(name, scheme, (99,) * CHOICES)) for name in names]
    unlike = [
        name
        for name, one in zip(names, written, strict=True)
        if _likeness(one, skeletons(name)) <= 0.7
    ]

    # Schemes lose soft signs and write some sounds alike (ё as e); what is left is mostly the same letters.
    assert len(unlike) < 0.03 * len(names), unlike


@given(NAMES, st.booleans())
def test_a_surname_and_a_patronymic_show_the_name_they_come_from(name, woman):
    surname = surname_of_russian_style(name, woman=woman)

    assert skeletons(surname) == skeletons(patronymic(name, woman=woman))


@given(st.lists(NAMES, min_size=2, max_size=3))
def test_the_order_of_words_is_free(words):
    assert sorted(skeletons(" ".join(words))) == sorted(skeletons(" ".join(reversed(words))))


@given(st.text(max_size=40))
def test_any_text_gives_letters_of_one_alphabet(text):
    assert set(latin(text)) <= set("abcdefghijklmnopqrstuvwxyz ")
    assert all(word.isascii() and word.islower() for word in skeletons(text))


def test_a_slip_in_a_vowel_keeps_the_rough_form():
    assert rough(skeletons("Жумагулов")) == rough(skeletons("Жомагилов"))


def test_schemes_are_those_that_lists_are_written_in():
    assert SCHEMES == ("own", "russian", "icao", "bgn", "free")


def _likeness(one, other):
    pairs = [
        {word[i : i + 2] for word in words for i in range(len(word) - 1)} for words in (one, other)
    ]
    return 2 * len(pairs[0] & pairs[1]) / max(1, sum(map(len, pairs)))
