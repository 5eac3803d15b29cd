"""No count that is shown points at a person, however often it is asked for."""

from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korgoo.identification import disclosure
from korgoo.identification.disclosure import LEAST, LEAST_HOUSES, STEP

show = partial(disclosure.show, houses=LEAST_HOUSES)

counts = st.integers(0, 10_000)
# Judged by what it finds, not by how busy the machine is.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_small_counts_are_withheld_and_none_looks_like_a_few():
    assert [show(count).about for count in range(LEAST)] == [None] * 5
    assert len({show(count) for count in range(LEAST)}) == 1


def test_the_first_counts_that_are_shown():
    assert [show(count).about for count in range(5, 14)] == [5, 5, 5, 10, 10, 10, 10, 10, 15]


@patient
@given(counts)
def test_what_is_shown_is_a_multiple_of_five_and_never_far_off(count):
    shown = show(count).about
    if count < LEAST:
        assert shown is None
    else:
        assert shown % STEP == 0
        assert abs(shown - count) <= STEP // 2


@patient
@given(counts)
def test_a_count_is_exact_only_where_it_is_a_multiple_of_five(count):
    assert (show(count).about == count) == (count >= LEAST and count % STEP == 0)


@patient
@given(counts, counts)
def test_more_cards_never_show_as_fewer(one, other):
    low, high = sorted((one, other))
    assert (show(low).about or 0) <= (show(high).about or 0)


@patient
@given(counts.filter(lambda count: count >= LEAST))
def test_each_number_shown_stands_for_several_counts(count):
    alike = [n for n in range(max(0, count - STEP), count + STEP) if show(n) == show(count)]
    assert len(alike) >= 3


@patient
@given(counts, st.integers(0, LEAST_HOUSES - 1))
def test_counts_of_few_organisations_are_withheld_whatever_they_are(count, houses):
    assert disclosure.show(count, houses=houses).about is None
