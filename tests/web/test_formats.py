from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from korgoo.web import formats

DAY = date(2026, 11, 3)
# 22:30 in London is half past four of the next morning in Bishkek.
NIGHT = datetime(2026, 11, 2, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "words"),
    [("ky", "2026-ж., 3-ноябрь"), ("ru", "3 ноября 2026 г."), ("en", "3 November 2026")],
)
def test_a_day_is_written_as_the_language_writes_it(language, words):
    with translation.override(language):
        assert formats.date(DAY).replace("\u202f", " ").replace("\u00a0", " ") == words


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_a_moment_is_shown_in_the_time_of_bishkek(language):
    with translation.override(language):
        words = formats.moment(NIGHT)
        assert words.startswith(formats.date(DAY))
        assert "04:30" in words
        assert "'" not in words


def test_the_day_of_a_moment_is_the_day_in_bishkek():
    with translation.override("en"):
        assert formats.date(NIGHT) == "3 November 2026"


@pytest.mark.parametrize(
    ("language", "words"),
    [("ky", "12\u00a0345,6"), ("ru", "12\u00a0345,6"), ("en", "12,345.6")],
)
def test_kyrgyz_numbers_have_a_decimal_comma(language, words):
    with translation.override(language):
        assert formats.number(12345.6) == words


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(days=3), "3 days"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=2, hours=5, minutes=9), "2 days 5 hours"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(minutes=90), "1 hour 30 minutes"),
        (timedelta(seconds=5), "1 minute"),
    ],
)
def test_a_length_of_time_is_said_in_its_two_largest_units(english, length, words):
    assert formats.duration_words(length) == words


def test_a_negative_length_is_refused():
    with pytest.raises(ValueError, match="not negative"):
        formats.duration_words(timedelta(seconds=-1))


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="naive"):
        formats.moment(datetime(2026, 11, 3))  # noqa: DTZ001 -- the mistake under test


def test_days_left_counts_days_of_the_calendar(clock):
    clock.set(2026, 3, 2, 23, 50)
    assert formats.days_left(date(2026, 3, 2)) == 0
    assert formats.days_left(date(2026, 3, 3)) == 1
    assert formats.days_left(clock.now - timedelta(days=2)) == -2


@pytest.mark.parametrize(
    ("now", "due", "words"),
    [
        ((2026, 3, 2, 9), (2026, 3, 2, 9, 40), "40 minutes left"),
        ((2026, 3, 2, 9), (2026, 3, 2, 18), "Today, until 18:00"),
        ((2026, 3, 2, 9), (2026, 3, 3, 8), "Tomorrow"),
        ((2026, 3, 2, 23, 30), (2026, 3, 3, 0, 30), "1 hour left"),
        ((2026, 3, 2, 9), (2026, 3, 5, 9), "In 3 days"),
        ((2026, 3, 5, 9), (2026, 3, 4, 9), "1 day late"),
        ((2026, 3, 5, 9), (2026, 3, 3, 8), "2 days late"),
    ],
)
def test_due_words_are_those_of_people(english, clock, now, due, words):
    clock.set(*due)
    moment = clock.now
    clock.set(*now)
    assert formats.due_words(moment) == words


def test_due_words_say_what_is_left_and_what_is_late(english, clock):
    due = clock.now + timedelta(hours=3)
    assert formats.due_words(due) == "3 hours left"
    assert not formats.is_past(due)
    clock.forward(hours=5)
    assert formats.due_words(due) == "Late by 2 hours"
    assert formats.is_past(due)
