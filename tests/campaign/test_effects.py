"""Effects before, during and after, compared by hand; and small counts that the public never sees."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.campaign.days import Span
from korgoo.campaign.effects import series, shown, shown_parts
from korgoo.campaign.registry import Effect

# Ten days, Monday to the Wednesday after: compared with the ten days two weeks earlier and later.
DURING = Span(date(2026, 3, 2), date(2026, 3, 11))
TOTAL = {
    date(2026, 2, 15): 100,  # a Sunday, before the stretch before
    date(2026, 2, 16): 3,
    date(2026, 2, 25): 4,
    date(2026, 3, 1): 50,  # between the two
    date(2026, 3, 2): 6,
    date(2026, 3, 11): 8,
    date(2026, 3, 16): 5,
    date(2026, 3, 25): 1,
    date(2026, 3, 26): 70,
}
CODED = {
    ("11111", date(2026, 3, 2)): 2,
    ("11111", date(2026, 3, 4)): 1,
    ("22222", date(2026, 3, 4)): 7,
}


def _between(first, last):
    return {day: count for day, count in TOTAL.items() if first <= day <= last}


def _coded(codes, first, last):
    return {key: n for key, n in CODED.items() if key[0] in codes and first <= key[1] <= last}


EFFECT = Effect("calls", "calls", _coded, _between)


def test_before_during_and_after_are_what_a_hand_adds_up():
    one = series(EFFECT, ["11111", "22222"], DURING, today=date(2026, 6, 1))
    assert one.periods.before == Span(date(2026, 2, 16), date(2026, 2, 25))
    assert one.periods.after == Span(date(2026, 3, 16), date(2026, 3, 25))
    found = [one.sum_of(p) for p in (one.periods.before, one.periods.during, one.periods.after)]
    assert found == [7, 14, 6]
    assert (one.coded, one.of_code("11111"), one.of_code("33333")) == (10, 3, 0)


def test_a_day_without_a_call_counts_as_nought():
    one = series(EFFECT, ["11111"], DURING, today=date(2026, 6, 1))
    by_day = dict(one.by_day(one.periods.during))
    assert len(by_day) == 10
    assert by_day[date(2026, 3, 2)] == 6
    assert by_day[date(2026, 3, 3)] == 0


def test_a_stretch_that_is_not_over_is_not_compared():
    one = series(EFFECT, ["11111"], DURING, today=date(2026, 3, 11))
    assert one.sum_of(one.periods.before) == 7
    assert one.sum_of(one.periods.during) is None
    assert one.sum_of(one.periods.after) is None


def test_what_counts_by_code_alone_says_nothing_of_the_time_before():
    one = series(Effect("x", "x", _coded), ["11111"], DURING, today=date(2026, 6, 1))
    assert one.total is None
    assert one.sum_of(one.periods.before) is None
    assert one.coded == 3


def test_without_a_code_nobody_is_asked():
    def never(*_asked):
        raise AssertionError

    assert series(Effect("x", "x", never), [], DURING, today=date(2026, 6, 1)).coded == 0


@pytest.mark.parametrize(("count", "seen"), [(0, 0), (1, None), (4, None), (5, 5), (80, 80)])
def test_the_public_sees_no_count_below_five(count, seen):
    assert shown(count, least=5) == seen


def test_a_single_small_count_is_not_given_away_by_the_sum():
    assert shown_parts({"a": 2, "b": 9, "c": 30}, least=5) == {"a": None, "b": None, "c": 30}
    assert shown_parts({"a": 2, "b": 9, "c": 0}, least=5) == {"a": None, "b": None, "c": 0}
    assert shown_parts({"a": 7, "b": 9}, least=5) == {"a": 7, "b": 9}


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 40), max_size=8))
def test_no_small_count_can_be_worked_out(parts):
    told = shown_parts(parts, least=5)
    hidden = [name for name, count in told.items() if count is None]
    assert all(count is None or count == 0 or count >= 5 for count in told.values())
    assert all(count == parts[name] for name, count in told.items() if count is not None)
    left_over = [name for name, count in told.items() if count]
    if hidden and left_over:
        assert len(hidden) > 1
        assert sum(parts[name] for name in hidden) >= 5
