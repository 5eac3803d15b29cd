"""A budget for everybody together: counted without addresses, new with each stretch of time."""

from datetime import timedelta

import pytest

from korgoo.access import api, floods
from korgoo.access.models import Flood
from tests.members import at_once

MINUTES = timedelta(minutes=10)


@pytest.mark.django_db
def test_a_budget_is_used_up_and_new_with_the_next_stretch(clock):
    given = [floods.within("test:form", most=3) for _number in range(5)]
    clock.forward(hours=1)

    assert given == [True, True, True, False, False]
    assert floods.within("test:form", most=3)
    assert Flood.objects.get().taken == 1


@pytest.mark.django_db
def test_budgets_do_not_share_what_is_left(clock):
    assert floods.within("test:one", most=1)

    assert floods.within("test:two", most=1)
    assert not floods.within("test:one", most=1)


@pytest.mark.django_db
def test_a_budget_of_nothing_lets_nothing_through(clock):
    assert not floods.within("test:form", most=0)
    assert not floods.within("test:form", most=0)


@pytest.mark.django_db
def test_it_says_when_to_come_again(clock):
    clock.set(2026, 3, 2, 9, 7)

    assert floods.seconds_left(MINUTES) == 180
    assert floods.seconds_left() == 53 * 60


@pytest.mark.django_db
def test_old_counters_go_with_what_is_old(clock):
    floods.within("test:form", most=3)
    clock.forward(days=20)
    api.throw_away_old()
    assert Flood.objects.exists()

    clock.forward(days=11)
    api.throw_away_old()
    assert not Flood.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_do_not_share_the_last_place():
    calls = [lambda: floods.within("test:form", most=1, per=timedelta(days=1))] * 2

    assert sorted(at_once(*calls)) == [False, True]
    assert Flood.objects.get().taken == 1
