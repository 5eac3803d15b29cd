import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korgoo.matching.documents import share
from korgoo.matching.learning import Lesson, Steps, teach
from korgoo.matching.odds import levelled

LOG_ODDS = st.lists(st.floats(-8, 8), min_size=1, max_size=30).map(np.array)


@given(LOG_ODDS, st.floats(0.01, 0.99))
def test_levelled_shares_add_up_to_the_total(log_odds, part):
    total = part * len(log_odds)
    moved = log_odds + levelled(log_odds, total)

    assert abs(share(moved).sum() - total) < 1e-3 or abs(levelled(log_odds, total)) > 9.99


def test_steps_keep_the_order_and_what_is_not_known():
    values = np.array([[0.1], [np.nan], [0.7], [0.3]], np.float32)
    found = Steps.of(values).taken(values)[:, 0]

    assert np.isnan(found[1])
    assert found[0] < found[3] < found[2]


def test_nobody_is_judged_by_what_it_taught():
    """Labels that are pure chance can be learnt by heart, but not told of others."""
    rng = np.random.default_rng(1)
    features = rng.integers(0, 200, (4_000, 3)).astype(np.float32)
    same, group = rng.integers(0, 2, 4_000).astype(float), np.arange(4_000) % 3
    trees = teach(Lesson(features, same, np.ones(4_000), group), 3)
    right = (trees.log_odds(features, group) > 0) == (same == 1)

    assert len(trees.models) == 3
    assert 0.45 < right.mean() < 0.55
