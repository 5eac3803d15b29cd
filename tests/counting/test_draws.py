"""Persons counted once, with the doubt of what is only possible."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.counting.draws import drawn
from korgoo.matching.counting import Evidence, overlaps


@dataclass(frozen=True)
class Pair:
    case_a: str
    owner_a: int
    case_b: str
    owner_b: int
    posterior: float
    is_same: bool | None = None


def pair(a, b, posterior=0.9, is_same=None):
    """Two cases named by organisation and number, such as a1 and b2."""
    return Pair(a, ord(a[0]), b, ord(b[0]), posterior, is_same)


def own(*cases, **leads):
    return {case: leads.get(case, case) for case in cases}


def counts(keys, *cases):
    wanted = cases or keys.cases
    return keys.count(np.array([keys.cases.index(one) for one in wanted], np.int64))


def test_without_a_pair_each_case_is_a_person():
    assert set(counts(drawn(own("a1", "a2", "b1"), []))) == {3}


def test_nobody_is_nobody():
    keys = drawn({}, [], draws=3)
    assert keys.persons.shape == (3, 0)
    assert counts(keys).tolist() == [0, 0, 0]


def test_cases_that_an_organisation_put_together_are_one_person():
    keys = drawn(own("a1", "a2", "a3", a2="a1"), [])
    assert set(counts(keys)) == {2}
    assert set(counts(keys, "a1", "a2")) == {1}


def test_a_lead_that_is_not_counted_itself_holds_its_parts_together():
    keys = drawn(own("a1", "a2", a1="a0", a2="a0"), [])
    assert set(counts(keys)) == {1}


def test_what_is_possible_is_drawn_by_its_posterior():
    found = counts(drawn(own("a1", "b1"), [pair("a1", "b1", 0.7)], draws=4_000))
    assert set(found) == {1, 2}
    assert found.mean() == pytest.approx(1.3, abs=0.03)


@pytest.mark.parametrize(("said", "persons"), [(True, {1}), (False, {2})])
def test_what_people_said_counts_whole(said, persons):
    assert set(counts(drawn(own("a1", "b1"), [pair("a1", "b1", 0.6, said)]))) == persons


def test_what_matching_would_not_show_is_no_evidence():
    assert set(counts(drawn(own("a1", "b1"), [pair("a1", "b1", 0.49)]))) == {2}


def test_what_was_settled_leaves_nothing_to_be_drawn_beside_it():
    pairs = [pair("a1", "b1", 0.6, True), pair("a1", "b2", 0.99), pair("a2", "b1", 0.99)]
    keys = drawn(own("a1", "a2", "b1", "b2"), pairs)
    assert set(counts(keys)) == {3}
    assert set(counts(keys, "a1", "b1")) == {1}


def test_two_cases_of_one_house_that_both_agreed_are_one_person():
    pairs = [pair("a1", "b1", 0.6, True), pair("a1", "b2", 0.6, True)]
    assert set(counts(drawn(own("a1", "b1", "b2"), pairs))) == {1}


def test_of_two_possible_partners_of_one_house_one_at_most_is_drawn():
    keys = drawn(own("a1", "b1", "b2"), [pair("a1", "b1", 0.9), pair("a1", "b2", 0.9)])
    assert set(counts(keys, "b1", "b2")) == {2}
    assert set(counts(keys)) <= {2, 3}


def test_a_third_house_joins_two_also_where_its_own_case_is_not_counted():
    pairs = [pair("a1", "c1", 0.9, True), pair("b1", "c1", 0.9, True)]
    keys = drawn(own("a1", "b1", "c1"), pairs)
    assert set(counts(keys, "a1", "b1")) == {1}


def test_pairs_of_the_parts_count_for_the_person():
    leads = own("a1", "a2", "b1", a2="a1")
    keys = drawn(leads, [pair("a2", "b1", 0.6, True)])
    assert set(counts(keys, "a1", "b1")) == {1}


def test_the_surest_pair_of_the_parts_counts_and_what_was_refused_once_is_refused():
    leads = own("a1", "a2", "b1", a2="a1")
    sure = drawn(leads, [pair("a1", "b1", 0.5), pair("a2", "b1", 1.0)])
    assert set(counts(sure, "a1", "b1")) == {1}
    refused = drawn(leads, [pair("a1", "b1", 1.0), pair("a2", "b1", 1.0, False)])
    assert set(counts(refused, "a1", "b1")) == {2}


def test_the_same_cases_give_the_same_counts():
    pairs = [pair("a1", "b1", 0.7), pair("b1", "c1", 0.6)]
    leads = own("a1", "b1", "c1")
    assert (drawn(leads, pairs).persons == drawn(leads, pairs).persons).all()


def test_it_agrees_with_the_counts_of_matching():
    rng = np.random.default_rng(3)
    posterior = np.round(rng.uniform(0.5, 1, 60), 3)
    cases = [f"{house}{n}" for house in "ab" for n in range(60)]
    pairs = [pair(f"a{n}", f"b{n}", float(p)) for n, p in enumerate(posterior)]
    here = np.arange(60)
    wanted = overlaps([60, 60], [Evidence(0, 1, here, here, posterior)], draws=400).persons
    found = counts(drawn(own(*cases), pairs, draws=400))
    assert found.mean() == pytest.approx(wanted.mean, abs=0.6)
    assert np.quantile(found, [0.025, 0.975]) == pytest.approx([wanted.low, wanted.high], abs=2)


def test_an_interval_holds_the_truth_where_the_posteriors_are_true():
    rng = np.random.default_rng(9)
    held = []
    for _round in range(200):
        posterior = rng.uniform(0.5, 1, 40)
        truth = 80 - int((rng.random(40) < posterior).sum())
        pairs = [pair(f"a{n}", f"b{n}", float(p)) for n, p in enumerate(posterior)]
        cases = [f"{house}{n}" for house in "ab" for n in range(40)]
        low, high = np.quantile(counts(drawn(own(*cases), pairs)), [0.025, 0.975])
        held.append(low <= truth <= high)
    assert np.mean(held) >= 0.93


CASES = [f"{house}{n}" for house in "abc" for n in range(3)]
PAIRS = st.lists(
    st.builds(
        pair,
        st.sampled_from(CASES),
        st.sampled_from(CASES),
        st.sampled_from([0.5, 0.8, 1.0]),
        st.sampled_from([None, None, True, False]),
    ).filter(lambda one: one.owner_a != one.owner_b),
    max_size=10,
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_whatever_the_pairs_the_order_does_not_matter_and_what_was_said_holds(pairs, random):
    keys = drawn(own(*CASES), pairs, draws=20)
    shuffled = list(pairs)
    random.shuffle(shuffled)
    assert (counts(drawn(own(*CASES), shuffled, draws=20)) == counts(keys)).all()
    for one in pairs:
        if one.is_same:
            assert set(counts(keys, one.case_a, one.case_b)) == {1}
    said = sum(one.is_same is True for one in pairs)
    assert counts(keys).max() <= len(CASES)
    assert counts(keys).min() >= len(CASES) - len(pairs)
    if said == len(pairs):
        assert len(set(counts(keys))) == 1


def test_adding_cases_never_lowers_a_count():
    pairs = [pair("a1", "b1", 0.7), pair("b1", "c1", 0.6), pair("a2", "c1", 0.8)]
    keys = drawn(own("a1", "a2", "b1", "c1"), pairs)
    sizes = [counts(keys, *keys.cases[:n]) for n in range(1, 5)]
    assert all((more >= less).all() for less, more in pairwise(sizes))
