"""Shares with their intervals, calibration, groups: against known values and by simulation."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, fisher_exact

from korgoo.counting import quality
from korgoo.counting.intervals import chance, corrected, share
from korgoo.counting.quality import OTHERS, Pair


@given(st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_is_that_of_scipy(case):
    of, all_ = case
    found = share(of, all_)
    if all_:
        wanted = binomtest(of, all_).proportion_ci(0.95, method="exact")
        assert (found.low, found.high) == pytest.approx((wanted.low, wanted.high), abs=1e-9)
        assert found.low <= found.value <= found.high
    else:
        assert (found.value, found.low, found.high) == (None, 0.0, 1.0)


@pytest.mark.parametrize(
    ("of", "all_", "low", "high"),
    # Published: Newcombe 1998 (Statistics in Medicine 17, 857), table I, Clopper-Pearson.
    [
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0.0, 0.1684),
        (1, 29, 0.0009, 0.1776),
    ],
)
def test_an_interval_is_the_published_one(of, all_, low, high):
    found = share(of, all_)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("wrong", [(3, 2), (-1, 2)])
def test_more_than_all_is_refused(wrong):
    with pytest.raises(ValueError, match="of"):
        share(*wrong)


@pytest.mark.parametrize("true", [0.5, 0.9, 0.97, 0.995])
@pytest.mark.parametrize("pairs", [12, 80, 400])
def test_an_interval_holds_the_truth_in_95_of_100(true, pairs):
    drawn = np.random.default_rng(4).binomial(pairs, true, 4_000)
    held = [share(int(one), pairs) for one in drawn]
    assert np.mean([one.low <= true <= one.high for one in held]) >= 0.945


def judged(rng, number, *, is_calibrated=True):
    posterior = np.round(rng.beta(4, 1, number) / 2 + 0.5, 2)
    truth = posterior if is_calibrated else posterior - 0.3
    same = rng.random(number) < truth
    return [Pair(float(p), bool(s)) for p, s in zip(posterior, same, strict=True)]


def test_who_says_what_is_true_is_found_calibrated_in_95_of_100():
    rng = np.random.default_rng(5)
    steps = [one for _ in range(150) for one in quality.calibration(judged(rng, 300))]
    assert np.mean([one.share.low <= one.said <= one.share.high for one in steps]) >= 0.94


def test_who_says_too_much_is_found_out():
    steps = quality.calibration(judged(np.random.default_rng(6), 2_000, is_calibrated=False))
    assert all(one.said > one.share.high for one in steps)


KNOWN = [
    Pair(0.99, True),
    Pair(0.99, True),
    Pair(0.95, True),
    Pair(0.9, False),
    Pair(0.6, True),
    Pair(0.5, False),
    Pair(None, True),
]


@pytest.mark.parametrize(
    ("threshold", "right", "found", "moved"),
    [
        (0.5, (4, 6), (4, 5), (6, 2, 1)),
        (0.9, (3, 4), (3, 5), (4, 1, 2)),
        (0.99, (2, 2), (2, 5), (2, 0, 3)),
        (1.0, (0, 0), (0, 5), (0, 0, 5)),
    ],
)
def test_what_a_threshold_does(threshold, right, found, moved):
    precision, recall = quality.precision(KNOWN, threshold), quality.recall(KNOWN, threshold)
    assert (precision.of, precision.all) == right
    assert (recall.of, recall.all) == found
    assert quality.what_if(KNOWN, threshold)[1:] == moved


PAIRS = st.lists(
    st.builds(
        Pair,
        st.none() | st.integers(50, 100).map(lambda n: n / 100),
        st.booleans(),
        st.sampled_from(["a", "b", "c", "d", ""]),
    ).filter(lambda pair: pair.posterior is not None or pair.is_same)
)


@given(PAIRS, st.integers(50, 99).map(lambda n: n / 100))
def test_a_higher_threshold_never_shows_more_nor_misses_less(pairs, threshold):
    lower, higher = quality.what_if(pairs, threshold), quality.what_if(pairs, threshold + 0.01)
    assert higher.shown <= lower.shown
    assert higher.wrong <= lower.wrong
    assert higher.missed >= lower.missed
    assert lower.shown - lower.wrong + lower.missed == sum(pair.is_same for pair in pairs)


@given(PAIRS)
def test_every_proposed_pair_stands_in_one_step(pairs):
    proposed = sum(pair.posterior is not None for pair in pairs)
    assert sum(one.share.all for one in quality.calibration(pairs)) == proposed


@given(PAIRS, st.integers(1, 12))
def test_no_group_is_small_unless_all_together_are(pairs, least):
    sizes = Counter(pair.group for pair in quality.pool(pairs, least=least))
    assert sum(sizes.values()) == len(pairs)
    if len(pairs) >= least:
        assert all(size >= least for size in sizes.values())
    else:
        assert set(sizes) <= {OTHERS}


def grouped(rng, number, group, true):
    same = rng.random(number) < true
    return [Pair(0.9, bool(one), group) for one in same]


def test_a_group_that_fares_worse_is_named():
    rng = np.random.default_rng(7)
    pairs = [*grouped(rng, 400, "a", 0.97), *grouped(rng, 300, "b", 0.96)]
    pairs += [*grouped(rng, 120, "c", 0.75), *[Pair(None, True, "b")] * 60]
    found = {one.key: one for one in quality.by_group(pairs, least=10)}
    assert list(found) == ["a", "b", "c"]
    assert [key for key, one in found.items() if one.worse_right] == ["c"]
    assert [key for key, one in found.items() if one.worse_found] == ["b"]


def test_chance_alone_raises_an_alarm_in_one_table_of_twenty_at_most():
    rng = np.random.default_rng(8)
    alarms = 0
    for _ in range(400):
        pairs = [pair for group in "abcdef" for pair in grouped(rng, 60, group, 0.9)]
        alarms += any(one.worse_right for one in quality.by_group(pairs, least=10))
    assert alarms <= 400 * 0.05


def test_one_group_alone_is_worse_than_nobody():
    (one,) = quality.by_group([Pair(0.9, True, "a")] * 20, least=10)
    assert not one.worse_right


def test_the_chance_of_a_difference_is_the_published_one():
    # Fisher's tea: 3 of 4 cups told right on either side; 34/70 both ways.
    assert chance(3, 4, 1, 4) == pytest.approx(34 / 70)


SAMPLES = st.integers(0, 80).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(SAMPLES, SAMPLES)
def test_the_chance_of_a_difference_is_that_of_scipy(one, other):
    table = [[one[0], one[1] - one[0]], [other[0], other[1] - other[0]]]
    assert chance(*one, *other) == pytest.approx(fisher_exact(table).pvalue, abs=1e-7)


def test_a_correction_is_the_published_one():
    # Holm 1979, by hand: 4 x .01, 3 x .013, 2 x .014, and never less than the one before.
    assert corrected([0.013, 0.01, 0.014, 0.9]) == pytest.approx([0.04, 0.04, 0.04, 0.9])
    assert corrected([]) == []
