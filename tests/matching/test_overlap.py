import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korgoo.matching.candidates import Candidates
from korgoo.matching.odds import one_of_each
from korgoo.matching.overlap import fit, reach

PAIRS = 40_000


def invented(believed: float, seed: int = 1):
    """Give posteriors of pairs of which too few (or many) of the doubtful are believed, and their documents."""
    rng = np.random.default_rng(seed)
    same = rng.random(PAIRS) < 0.5
    doubtful = rng.random(PAIRS) < 0.3
    posterior = np.where(same, np.where(doubtful, 0.5 * believed, 0.999), 0.0)
    equal = np.where(same & (rng.random(PAIRS) < 0.7), 1.0, 0.0)
    equal[rng.random(PAIRS) < 0.6] = np.nan
    return posterior, equal.astype(np.float32), same


@given(st.floats(0.3, 1.9), st.integers(0, 50))
def test_documents_say_how_many_more_are_the_same_than_is_believed(believed, seed):
    posterior, equal, same = invented(believed, seed)
    needed = same.sum() / posterior.sum()
    found = fit(posterior, equal, np.ones(PAIRS, bool))

    assert abs(found / needed - 1) < 0.04


def test_a_pair_that_came_by_its_document_says_nothing():
    posterior, equal, _same = invented(1.0)
    by_names = np.ones(PAIRS, bool)
    plain = fit(posterior, equal, by_names)
    more = np.concatenate([equal, np.ones(5_000, np.float32)])
    unlike = np.concatenate([posterior, np.full(5_000, 0.01)])

    assert fit(unlike, more, np.concatenate([by_names, np.zeros(5_000, bool)])) == plain
    assert fit(unlike, more, np.ones(len(more), bool)) > 1.2 * plain


def test_few_documents_move_little_and_very_few_nothing():
    posterior, equal, _same = invented(0.3)
    everyone = np.ones(PAIRS, bool)
    of_all, of_few = (
        fit(posterior, equal, everyone),
        fit(posterior[:2_000], equal[:2_000], everyone[:2_000]),
    )

    assert 1 < of_few < of_all
    assert fit(posterior[:200], equal[:200], everyone[:200]) == 1


def test_reach_is_the_share_of_the_same_whom_names_bring():
    posterior = np.concatenate([np.full(900, 1.0), np.full(300, 0.0), np.full(100, 1.0)])
    by_names = np.concatenate([np.ones(900, bool), np.zeros(400, bool)])

    assert reach(posterior, by_names) == 0.9
    assert reach(posterior[:50], by_names[:50]) == 1


LINES = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.floats(-12, 12)), min_size=1, max_size=20
)


@given(LINES)
def test_nobody_is_two_people(lines):
    left, right, odds = (
        np.array(one)
        for one in zip(*{(a, b): (a, b, o) for a, b, o in lines}.values(), strict=True)
    )
    pairs = Candidates(left, right, np.zeros(len(left), np.uint32))
    found = one_of_each(pairs, odds, 5, 5)

    assert (np.bincount(left, found) <= 1 + 1e-9).all()
    assert (np.bincount(right, found) <= 1 + 1e-9).all()
