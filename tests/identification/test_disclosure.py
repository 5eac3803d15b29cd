"""No count that is shown points at a person, however often it is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from korgoo.identification.disclosure import LEAST, STEP, show

counts = st.integers(0, 10_000)


def test_small_counts_are_withheld_and_none_looks_like_a_few():
    assert [show(count).about for count in range(LEAST)] == [None] * 5
    assert len({show(count) for count in range(LEAST)}) == 1


def test_the_first_counts_that_are_shown():
    assert [show(count).about for count in range(5, 14)] == [5, 5, 5, 10, 10, 10, 10, 10, 15]


@given(counts)
def test_what_is_shown_is_a_multiple_of_five_and_never_far_off(count):
    shown = show(count).about
    if count < LEAST:
        assert shown is None
    else:
        assert shown % STEP == 0
        assert abs(shown - count) <= STEP // 2


@given(counts)
def test_a_count_is_exact_only_where_it_is_a_multiple_of_five(count):
    assert (show(count).about == count) == (count >= LEAST and count % STEP == 0)


@given(counts, counts)
def test_more_cards_never_show_as_fewer(one, other):
    low, high = sorted((one, other))
    assert (show(low).about or 0) <= (show(high).about or 0)


@given(counts.filter(lambda count: count >= LEAST))
def test_each_number_shown_stands_for_several_counts(count):
    alike = [n for n in range(max(0, count - STEP), count + STEP) if show(n) == show(count)]
    assert len(alike) >= 3
