from datetime import date

import pytest

from korgoo.desk import api, services
from korgoo.desk.api import Axis, Unit
from tests.desk.conftest import record, told

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


def many(house, number, **more):
    return [record(house.operator, told(**more)) for _ in range(number)]


def test_each_unit_is_counted_by_itself(house):
    many(house, 6, asked="wages", ending=("informed",))
    many(house, 5, asked="trafficking")
    for _ in range(5):
        services.record_noise("silent", actor=house.operator.actor)

    found = api.counts(FIRST, LAST)

    totals = {unit: found[unit].total for unit in Unit}
    assert totals == {
        Unit.CONTACT: 11,
        Unit.CONSULTATION: 6,
        Unit.SIGNAL: 5,
        Unit.NOISE: 5,
    }
    assert found[Unit.CONTACT].by[Axis.CHANNEL] == {"phone": 11}
    assert found[Unit.CONTACT].by[Axis.MONTH] == {"2026-03": 11}
    assert found[Unit.CONTACT].by[Axis.COUNTRY] == {"unknown": 11}


def test_a_person_who_calls_often_is_one_signal_and_many_contacts(house):
    first, *_others = many(house, 5, asked="trafficking")
    many(house, 4, asked="trafficking", beside=first.pk)

    found = api.counts(FIRST, LAST)

    assert found[Unit.CONTACT].total == 9
    assert found[Unit.SIGNAL].total == 5


def test_a_person_who_became_a_case_is_counted_once(house):
    row, *_others = many(house, 5, asked="trafficking")
    services.open_case(row.pk, words_may_go=False, actor=house.operator.actor)

    assert api.counts(FIRST, LAST)[Unit.SIGNAL].total == 5


def test_small_numbers_are_hidden_and_do_not_follow_from_the_others(house):
    many(house, 9, language="ky")
    many(house, 8, language="ru")
    many(house, 2, language="en")

    by = api.counts(FIRST, LAST)[Unit.CONTACT].by[Axis.LANGUAGE]

    assert by["en"] is None
    assert None in (by["ky"], by["ru"])  # the total is shown: one other number is hidden with it
    assert api.counts(FIRST, LAST)[Unit.CONTACT].total == 19


def test_fewer_than_five_are_not_shown_at_all(house):
    many(house, 3)

    found = api.counts(FIRST, LAST)[Unit.CONTACT]

    assert found.total is None
    assert set(found.by[Axis.CHANNEL].values()) == {None}


def test_nothing_is_nothing(house):
    found = api.counts(FIRST, LAST)[Unit.SIGNAL]
    assert (found.total, dict(found.by[Axis.MONTH])) == (0, {})


def test_a_period_is_of_days_in_the_country_and_of_one_house_if_asked(house, clock):
    many(house, 6)
    clock.set(2026, 3, 31, 23, 59)
    many(house, 5)
    clock.set(2026, 4, 1, 0, 1)
    many(house, 7)

    assert api.counts(FIRST, LAST)[Unit.CONTACT].total == 11
    other = house.stranger.organisation.pk
    assert api.counts(FIRST, LAST, organisation_id=other)[Unit.CONTACT].total == 0
