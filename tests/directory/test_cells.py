"""Small numbers stay hidden whatever one adds and subtracts."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korgoo.directory.cells import ALL, protect

LEAST = 5
AXES = (("jan", "feb"), ("women", "men", "families"), ("north", "south", "unknown"))
TABLES = st.lists(st.integers(0, 12) | st.just(0), min_size=18, max_size=18).map(
    lambda numbers: dict(zip(product(*AXES), numbers, strict=True))
)


def sums(counts):
    found = dict.fromkeys(product(*([*axis, ALL] for axis in AXES)), 0)
    for key, number in counts.items():
        for place in product(*((value, ALL) for value in key)):
            found[place] += number
    return found


def equations(shown):
    """What a reader knows: each line adds up, and what is shown is what it is."""
    order = {key: place for place, key in enumerate(shown)}
    rows = []
    for axis, values in enumerate(AXES):
        for key in shown:
            if key[axis] == ALL:
                row = np.zeros(len(order))
                row[order[key]] = -1
                for value in values:
                    row[order[(*key[:axis], value, *key[axis + 1 :])]] = 1
                rows.append(row)
    for key, number in shown.items():
        if number is not None:
            row = np.zeros(len(order))
            row[order[key]] = 1
            rows.append(row)
    return np.array(rows), order


@settings(max_examples=25)
@given(TABLES)
def test_no_small_number_is_shown_or_follows_from_what_is(counts):
    shown, real = protect(counts, AXES, least=LEAST), sums(counts)
    known, order = equations(shown)
    rank = np.linalg.matrix_rank(known)

    assert set(shown) == set(real)
    for key, number in real.items():
        assert shown[key] in (None, number)
        if 0 < number < LEAST:
            assert shown[key] is None
            row = np.zeros((1, len(order)))
            row[0, order[key]] = 1
            assert np.linalg.matrix_rank(np.vstack([known, row])) == rank + 1, key


@settings(max_examples=25)
@given(TABLES)
def test_no_shown_sum_leaves_a_small_rest(counts):
    shown, real = protect(counts, AXES, least=LEAST), sums(counts)
    for axis, values in enumerate(AXES):
        for key in shown:
            if key[axis] == ALL and shown[key] is not None:
                cells = [(*key[:axis], value, *key[axis + 1 :]) for value in values]
                hidden = [cell for cell in cells if shown[cell] is None]
                assert not hidden or sum(real[cell] for cell in hidden) >= LEAST


@pytest.mark.parametrize("counts", [{}, {("a", "x"): 40, ("b", "y"): 7}])
def test_large_numbers_and_zeros_are_shown(counts):
    shown = protect(counts, (("a", "b"), ("x", "y")), least=LEAST)

    assert None not in shown.values()
    assert shown[ALL, ALL] == sum(counts.values())


def test_one_small_cell_takes_others_with_it():
    counts = {("a", "x"): 2, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 40}
    shown = protect(counts, (("a", "b"), ("x", "y")), least=LEAST)

    assert shown["a", "x"] is None
    assert [shown["a", "y"], shown["b", "x"]] == [None, None]
    assert shown[ALL, ALL] == 92
