"""Contacts are not people: what can be said of people, and when nothing can."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.activities.reach import LEAST_ANSWERS, Basis, Event, estimate


@st.composite
def events(draw):
    contacts = draw(st.none() | st.integers(0, 400))
    asked = draw(st.integers(0, contacts or 0))
    before = draw(st.integers(0, asked))
    return Event(draw(st.sampled_from("abcd")), contacts, asked, before)


ROWS = st.lists(events(), max_size=12)


def test_without_events_nothing_is_said():
    assert estimate([]).basis is Basis.NOTHING
    assert estimate([Event("a", None)]).basis is Basis.NOTHING
    assert estimate([Event("a", None)]).uncounted == 1


def test_without_the_question_only_bounds_are_said():
    reach = estimate([Event("a", 60), Event("a", 40), Event("b", 30), Event("b", None)])

    assert (reach.events, reach.uncounted, reach.contacts) == (4, 1, 130)
    assert (reach.least, reach.most) == (90, 130)
    assert (reach.basis, reach.people, reach.low, reach.high) == (Basis.BOUNDS, None, None, None)


def test_few_answers_are_no_ground_for_an_estimate():
    few = LEAST_ANSWERS - 1

    assert estimate([Event("a", 200, few, 20), Event("b", 300)]).basis is Basis.BOUNDS


def test_answers_of_a_small_part_are_no_ground_either():
    assert estimate([Event("a", 100, 100, 20), Event("b", 401)]).basis is Basis.BOUNDS


def test_an_estimate_worked_by_hand():
    # Asked: 150 of 200, 30 came before (20 %); 50 of 100, 20 came before (40 %). By contacts:
    # (200 * 0.2 + 100 * 0.4) / 300 = 80 / 300. Of 500 contacts, 220 / 300 are first ones: 366.67.
    rows = [Event("a", 200, 150, 30), Event("a", 100, 50, 20), Event("b", 200)]
    reach = estimate(rows)

    assert (reach.contacts, reach.least, reach.most) == (500, 400, 450)
    assert (reach.basis, reach.answers, reach.covered) == (Basis.SAMPLE, 200, 0.6)
    # 367 lies below what is sure (400 different persons), so the bound stands. 200 answers count as 100;
    # Wilson: (0.266667 + 0.019207 - 0.088775) / 1.038415 = 0.18981 came before at least: 405 at most.
    assert (reach.people, reach.low, reach.high) == (400, 400, 405)


def test_an_interval_worked_by_hand():
    # 100 of 400 answers say yes; they count as 200. Wilson: (0.25 + 0.009604 -+ 0.060777) / 1.019207,
    # which is 0.19509 and 0.31436; of 1000 contacts 686 to 805 are first ones.
    reach = estimate([Event("a", 500, 400, 100), Event("a", 500)])

    assert (reach.people, reach.low, reach.high) == (750, 686, 805)


def test_when_everybody_was_asked_nothing_is_estimated():
    reach = estimate([Event("a", 50, 50, 0), Event("a", 40, 40, 25)])

    assert (reach.basis, reach.people, reach.low, reach.high) == (Basis.EVERYBODY, 65, 65, 65)


@pytest.mark.parametrize("wrong", [(10, 11, 0), (10, 5, 6), (None, 1, 0), (10, -1, -1)])
def test_an_impossible_count_is_refused(wrong):
    with pytest.raises(ValueError, match="does not hold"):
        Event("a", *wrong)


@given(ROWS)
def test_bounds_and_interval_lie_inside_each_other(rows):
    reach = estimate(rows)

    assert 0 <= reach.least <= reach.most <= reach.contacts
    if reach.people is not None:
        assert reach.least <= reach.low <= reach.people <= reach.high <= reach.most


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(rows, chance):
    turned = list(rows)
    chance.shuffle(turned)

    assert estimate(turned) == estimate(rows) or _alike(estimate(turned), estimate(rows))


def _alike(one, other):
    """Sums in another order may differ in the last digit before rounding."""
    same = (one.contacts, one.least, one.most, one.basis) == (
        *(other.contacts, other.least, other.most),
        other.basis,
    )
    return same and abs((one.people or 0) - (other.people or 0)) <= 1


@given(ROWS, events())
def test_one_more_event_never_takes_contacts_or_sure_people_away(rows, more):
    before, after = estimate(rows), estimate([*rows, more])

    assert after.contacts >= before.contacts
    assert after.least >= before.least


@given(st.integers(0, 2**32), st.integers(1, 8), st.integers(1, 3))
def test_when_all_say_the_truth_the_number_is_the_true_one(seed, how_many, places):
    # An invented country: everybody lives in one place and goes to events there, some of them often.
    chance = random.Random(seed)  # noqa: S311 - an invented country, not a key
    been: set[tuple[str, int]] = set()
    rows = []
    for _ in range(how_many):
        place = chance.choice("abc"[:places])
        there = {(place, chance.randrange(60)) for _ in range(chance.randrange(1, 80))}
        rows.append(Event(place, len(there), len(there), len(there & been)))
        been |= there
    reach = estimate(rows)

    assert reach.people == len(been)
    assert reach.least <= len(been) <= reach.most
