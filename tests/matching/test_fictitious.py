from collections import Counter

import numpy as np
import pytest

from korgoo.matching.fictitious.people import make
from korgoo.matching.fictitious.spelling import SCHEMES, slip, spell
from korgoo.matching.fictitious.writing import two_lists


@pytest.fixture(scope="module")
def both(lists, truth):
    return [(here, there) for here, there in enumerate(truth) if there >= 0]


def test_the_same_seed_makes_the_same_people():
    one, again = (two_lists(make(500, seed=7), overlap=0.3, seed=8) for _time in range(2))

    assert one[0].surname == again[0].surname
    assert one[1].birth == again[1].birth


def test_few_of_the_same_people_are_written_the_same(lists, both):
    here, there = lists
    same = [
        (here.surname[i], here.given[i], here.birth[i])
        == (there.surname[j], there.given[j], there.birth[j])
        for i, j in both
    ]
    assert 0.08 < np.mean(same) < 0.16


def test_a_quarter_agree_on_a_document(lists, both):
    here, there = lists
    same = [
        here.document[i] == there.document[j] != "" or here.number[i] == there.number[j] != ""
        for i, j in both
    ]

    assert 0.2 < np.mean(same) < 0.31


def test_there_are_twins_brothers_and_fathers_with_their_sons():
    people = make(20_000, seed=1)
    families = Counter(
        zip(people.stem, people.father, people.grandfather, people.place, strict=True)
    )
    births = Counter(
        zip(
            people.stem,
            people.father,
            people.place,
            people.year,
            people.month,
            people.day,
            strict=True,
        )
    )

    assert sum(number > 1 for number in families.values()) > 2_000
    assert sum(number > 1 for number in births.values()) > 100


def test_no_name_is_too_common():
    people = make(50_000, seed=1)

    assert max(Counter(people.given.tolist()).values()) / 50_000 < 0.02


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_writes_letters_of_one_script(scheme):
    text = spell("Үсөнжан", scheme, (0,) * 8)

    assert len({letter.isascii() for letter in text}) == 1


@pytest.mark.parametrize("kind", range(4))
def test_a_slip_changes_a_letter_inside(kind):
    assert slip("Нурбек", kind, 1, 4) != "Нурбек"
    assert slip("Нурбек", kind, 1, 4)[0] == "Н"
    assert slip("Ай", kind, 1, 4) == "Ай"
