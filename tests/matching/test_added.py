import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korgoo.matching.added import MOST_STEPS, Layout, add_up
from korgoo.matching.courses import LONG, SHORT, Taught, course_of
from korgoo.matching.learning import Lesson, Steps


@given(st.lists(st.integers(1, 200), min_size=1, max_size=6), st.integers(0, 100))
def test_each_step_has_a_place_among_those_of_its_feature(steps, seed):
    rng = np.random.default_rng(seed)
    features = np.stack([rng.integers(0, one, 50) for one in steps], axis=1).astype(np.float32)
    features[rng.random(features.shape) < 0.2] = np.nan
    layout = Layout.of(steps)
    places = layout.places(features)

    for column, one in enumerate(steps):
        first, last = layout.starts[column], layout.starts[column + 1] - 1
        unknown = np.isnan(features[:, column])
        assert last - first == min(one, MOST_STEPS)
        assert (places[unknown, column] == last).all()
        assert ((places[~unknown, column] >= first) & (places[~unknown, column] < last)).all()
        order = np.argsort(features[~unknown, column])
        assert (np.diff(places[~unknown, column][order]) >= 0).all()


def lesson_of(same, features, group):
    return Lesson(features, same, np.ones(len(same)), group)


def test_sums_learn_what_adds_up_from_few_and_judge_nobody_by_itself():
    rng = np.random.default_rng(2)
    features = rng.integers(0, 10, (3_000, 4)).astype(np.float32)
    odds = features.sum(axis=1) - 18
    same, group = (rng.random(3_000) < 1 / (1 + np.exp(-odds))).astype(float), np.arange(3_000) % 3
    found = add_up(lesson_of(same, features, group), 3, [10] * 4).log_odds(features, group)
    by_chance = rng.permutation(same)
    told = add_up(lesson_of(by_chance, features, group), 3, [10] * 4).log_odds(features, group)

    assert np.corrcoef(found, odds)[0, 1] > 0.98
    assert abs(np.corrcoef(told, by_chance)[0, 1]) < 0.06


def test_a_short_list_is_taught_by_both_and_a_long_one_by_trees_alone():
    assert course_of(2_000) is SHORT
    assert course_of(10**6) is LONG
    rng = np.random.default_rng(3)
    features = rng.random((1_500, 3)).astype(np.float32)
    steps = Steps.of(features)
    taken, group = steps.taken(features), np.arange(1_500) % SHORT.groups
    same = (features[:, 0] > 0.5).astype(float)
    short, long = (Taught.by(lesson_of(same, taken, group), steps, one) for one in (SHORT, LONG))
    trees, sums = short.trees.log_odds(taken, group), short.sums.log_odds(taken, group)

    assert long.sums is None
    assert np.allclose(short.log_odds(taken, group), 0.6 * trees + 0.4 * sums)
    assert ((sums > 0) == (same == 1)).mean() > 0.95
