from datetime import datetime

import pytest

from korgoo.directory.opening import is_open

HOURS = {"0": ("09:00", "18:00"), "4": ("22:00", "06:00")}
MONDAY, FRIDAY, SATURDAY, SUNDAY = (2, 6, 7, 8)  # of March 2026


@pytest.mark.parametrize(
    ("day", "hour", "is_so"),
    [
        (MONDAY, 8, False),
        (MONDAY, 9, True),
        (MONDAY, 18, False),
        (FRIDAY, 21, False),
        (FRIDAY, 23, True),
        (SATURDAY, 5, True),
        (SATURDAY, 6, False),
        (SUNDAY, 12, False),
    ],
)
def test_hours_of_a_week(day, hour, is_so):
    assert is_open(HOURS, (), datetime(2026, 3, day, hour)) is is_so  # noqa: DTZ001


def test_a_closed_day_is_closed_and_so_is_the_night_after_it():
    assert is_open(HOURS, ["2026-03-02"], datetime(2026, 3, 2, 12)) is False  # noqa: DTZ001
    assert is_open(HOURS, ["2026-03-06"], datetime(2026, 3, 7, 5)) is False  # noqa: DTZ001


def test_hours_that_nobody_gave_are_not_known():
    assert is_open({}, (), datetime(2026, 3, 2, 12)) is None  # noqa: DTZ001
