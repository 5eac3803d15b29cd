"""Reading many at once gives what reading each gives, for every rule kind."""

from itertools import product

import numpy as np
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from korgoo.identification import bulk
from korgoo.identification.rules import Because, Outcome, Value, read
from tests.identification.rules import test_branches, unweighted
from tests.identification.rules.strategies import MOODS, guidelines_of_every_kind
from tests.identification.rules.test_every_picture import STATES, answers_for
from tests.identification.rules.weights import ADULT, ADULT_WITH_VULNERABILITY, CHILD

LISTS = [ADULT, ADULT_WITH_VULNERABILITY, CHILD, unweighted.ACT_MEANS_PURPOSE]


@st.composite
def many_screenings(draw):
    guideline = draw(guidelines_of_every_kind(11) | st.sampled_from(LISTS))
    rows = []
    for _ in range(draw(st.integers(0, 6))):
        moods = {dimension: draw(MOODS) for dimension in guideline.dimensions}
        row = {sign.code: draw(moods[sign.dimension]) for sign in guideline.indicators}
        rows.append({code: value for code, value in row.items() if value})
    return guideline, rows


def in_words(found):
    return [
        (bulk.OUTCOMES[outcome], bulk.REASONS[because])
        for outcome, because in zip(found.outcome, found.because, strict=True)
    ]


def one_by_one(guideline, rows):
    readings = [read(guideline, row) for row in rows]
    return [(reading.outcome, reading.because) for reading in readings]


def at_once(guideline, rows, **more):
    return in_words(bulk.outcomes(guideline, bulk.encode(rows, guideline), **more))


@given(many_screenings(), st.integers(1, 7))
@settings(max_examples=400)
def test_many_at_once_are_read_as_each_alone(screenings, chunk):
    guideline, rows = screenings
    found = at_once(guideline, rows, chunk=chunk)
    for _, because in found:
        event(f"{guideline.rule}: {because}")
    assert found == one_by_one(guideline, rows)


BRANCHES = [*test_branches.BRANCHES, *unweighted.BRANCHES]


@pytest.mark.parametrize(("guideline", "answers", "outcome", "because"), BRANCHES)
def test_every_branch_is_reached(guideline, answers, outcome, because):
    assert at_once(guideline, [answers]) == [(Outcome(outcome), Because(because))]


@pytest.mark.parametrize("guideline", [ADULT, ADULT_WITH_VULNERABILITY, CHILD])
def test_all_pictures_of_six_dimensions_are_read_alike(guideline):
    rows = [answers_for(guideline, picture) for picture in product(STATES, repeat=6)]
    assert len(rows) == 729
    assert at_once(guideline, rows, chunk=100) == one_by_one(guideline, rows)


@pytest.mark.parametrize("guideline", [unweighted.ACT_MEANS_PURPOSE, unweighted.FOR_CHILDREN])
def test_all_answers_to_a_small_list_are_read_alike(guideline):
    values = (Value.PRESENT, Value.ABSENT, Value.REFUSED)
    codes = sorted(guideline.codes)
    rows = [dict(zip(codes, row, strict=True)) for row in product(values, repeat=len(codes))]
    assert len(rows) == 3**8
    assert at_once(guideline, rows) == one_by_one(guideline, rows)


@pytest.mark.parametrize("guideline", LISTS)
def test_the_result_does_not_depend_on_the_slices(guideline):
    chance = np.random.default_rng(3)
    matrix = chance.integers(0, 3, size=(1000, len(guideline.indicators)), dtype=np.int8)
    whole = bulk.outcomes(guideline, matrix)
    for chunk in (1, 7, 999, 1000, 1001):
        found = bulk.outcomes(guideline, matrix, chunk=chunk)
        assert (found.outcome == whole.outcome).all()
        assert (found.because == whole.because).all()


def test_codes_are_one_byte_and_stand_for_words():
    found = bulk.outcomes(CHILD, bulk.encode([{}, {"D4.01": Value.PRESENT}], CHILD))
    assert (found.outcome.dtype, found.because.dtype) == (np.uint8, np.uint8)
    assert (found.outcome.shape, found.because.shape) == ((2,), (2,))
    assert (set(bulk.OUTCOMES), set(bulk.REASONS)) == (set(Outcome), set(Because))


def test_no_screenings_give_no_readings():
    found = bulk.outcomes(ADULT, bulk.encode([], ADULT))
    assert found.outcome.shape == found.because.shape == (0,)
