"""Answers as small integers: what goes in, and what is refused."""

import tracemalloc

import numpy as np
import pytest

from korgoo.identification import bulk
from korgoo.identification.rules import Guideline, Value
from tests.identification.rules.unweighted import SEEN, SIGNS
from tests.identification.rules.weights import ADULT, present

CODES = [sign.code for sign in SIGNS]


def test_each_value_has_its_number_and_each_sign_its_column():
    rows = [
        dict(zip(CODES, [*Value], strict=False)),
        {},
        {CODES[-1]: Value.PRESENT, CODES[0]: Value.ABSENT},
    ]
    assert bulk.encode(rows, SEEN).tolist() == [
        [bulk.PRESENT, bulk.ABSENT, 0, 0, 0, 0, 0, 0],
        [bulk.NOT_ANSWERED] * 8,
        [1, 0, 0, 0, 0, 0, 0, 2],
    ]


def test_rows_may_come_one_at_a_time():
    found = bulk.encode((row for row in [{}, present("A1.01")]), SEEN)
    assert (found.dtype, found.shape) == (np.int8, (2, 8))


def test_a_guideline_without_signs_has_no_columns():
    nothing = Guideline("k", "1", "p", ())
    found = bulk.outcomes(nothing, bulk.encode([{}, {}], nothing))
    assert [bulk.REASONS[code].value for code in found.because] == ["nothing_answered"] * 2


def test_a_code_the_guideline_lacks_is_named():
    with pytest.raises(ValueError, match=r"unodc 1 has no X1\.01, X1\.02"):
        bulk.encode([{}, present("X1.02 A1.01 X1.01")], SEEN)


def test_a_value_that_is_no_answer_is_named():
    with pytest.raises(ValueError, match="'yes' is not an answer"):
        bulk.encode([{"A1.01": "yes"}], SEEN)


@pytest.mark.parametrize(
    "matrix",
    [
        np.zeros((2, 7), dtype=np.int8),
        np.zeros(8, dtype=np.int8),
        np.zeros((2, 8), dtype=np.int64),
    ],
)
def test_a_matrix_of_another_form_is_refused(matrix):
    with pytest.raises(ValueError, match=r"guideline unodc reads int8 \(n, 8\), not"):
        bulk.outcomes(SEEN, matrix)


@pytest.mark.parametrize("code", [-1, 3])
def test_a_code_that_is_no_answer_is_refused(code):
    matrix = np.zeros((20, 8), dtype=np.int8)
    matrix[19, 7] = code
    with pytest.raises(ValueError, match="answers are 0, 1 or 2"):
        bulk.outcomes(SEEN, matrix, chunk=3)


def peak_while_reading(screenings):
    matrix = np.zeros((screenings, len(ADULT.indicators)), dtype=np.int8)
    tracemalloc.start()
    bulk.outcomes(ADULT, matrix, chunk=500)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_ten_times_the_screenings_take_little_more_memory_than_their_result():
    assert peak_while_reading(50_000) - peak_while_reading(5_000) < 45_000 * 4
