from datetime import UTC, date, datetime, timedelta

from korgoo.lib import clock as platform_clock


def test_now_is_aware_and_in_utc():
    assert platform_clock.now().utcoffset() == timedelta(0)


def test_today_is_the_country_s_day_and_not_that_of_utc(clock):
    clock.set(2026, 3, 2, 0, 30)  # still 1 March in UTC
    assert platform_clock.now().date() == date(2026, 3, 1)
    assert platform_clock.today() == date(2026, 3, 2)


def test_a_stopped_clock_stands_until_it_is_moved(clock):
    first = platform_clock.now()
    assert platform_clock.now() == first == datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    clock.forward(days=1, hours=2)
    assert platform_clock.now() - first == timedelta(days=1, hours=2)
