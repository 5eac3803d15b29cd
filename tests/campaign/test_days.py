"""The days of a campaign: at their borders, of any length, in the country's time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.campaign import api, days
from korgoo.campaign.days import Span
from korgoo.lib import clock

FIRST = date(2026, 7, 31)
SPANS = st.builds(
    lambda first, length: Span(first, days.last_day(first, length)),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(1, 366),
)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2026, 7, 30), None),
        (date(2026, 7, 31), 1),
        (date(2026, 8, 1), 2),
        (date(2026, 11, 7), 100),
        (date(2026, 11, 8), None),
    ],
)
def test_a_hundred_days_are_counted_from_one_to_a_hundred(day, number):
    assert days.number_of(day, FIRST, days.last_day(FIRST, 100)) == number


@pytest.mark.parametrize(
    ("length", "last"),
    [(1, FIRST), (16, date(2026, 8, 15)), (100, date(2026, 11, 7)), (366, date(2027, 7, 31))],
)
def test_any_other_length_has_its_last_day(length, last):
    assert days.last_day(FIRST, length) == last
    assert days.number_of(last, FIRST, last) == length


def test_no_campaign_lasts_no_day():
    with pytest.raises(ValueError, match="0"):
        days.last_day(FIRST, 0)
    with pytest.raises(ValueError, match="lies before"):
        Span(FIRST, FIRST - timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "left"),
    [(date(2026, 7, 1), 100), (FIRST, 99), (date(2026, 11, 7), 0), (date(2027, 1, 1), 0)],
)
def test_the_days_to_come_are_counted(day, left):
    assert days.left(day, FIRST, date(2026, 11, 7)) == left


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        (datetime(2026, 7, 30, 17, 59, tzinfo=UTC), None),
        (datetime(2026, 7, 30, 18, 0, tzinfo=UTC), 1),  # midnight in Bishkek
        (datetime(2026, 11, 7, 17, 59, tzinfo=UTC), 100),
        (datetime(2026, 11, 7, 18, 0, tzinfo=UTC), None),
    ],
)
def test_a_day_begins_at_midnight_in_the_country(moment, number):
    with clock.stopped_at(moment):
        assert days.number_of(clock.today(), FIRST, days.last_day(FIRST, 100)) == number


@given(SPANS)
def test_stretches_to_compare_are_alike_and_do_not_meet(span):
    found = api.comparable(span)
    for other in (found.before, found.after):
        assert other.days == span.days
        assert other.first.weekday() == span.first.weekday()
    assert found.before.last < span.first
    assert found.after.first > span.last
    assert (span.first - found.before.last).days <= days.WEEK


@given(SPANS)
def test_each_day_of_a_stretch_has_its_own_number(span):
    numbers = [days.number_of(day, span.first, span.last) for day in span.each()]
    assert numbers == list(range(1, span.days + 1))
