"""An officer opens sixty files at night: nobody is stopped, and who minds data is told the same hour."""

import pytest
from django.urls import reverse

from korgoo.access import alarms, audit
from korgoo.access.enums import Event, Facet, Mandate, Role
from korgoo.access.models import AuditEvent, ReadingAlarm
from korgoo.casework import services
from korgoo.lib.errors import NotFound
from tests import factories, factories_casework, members

pytestmark = pytest.mark.django_db
PLACE = reverse("access:audit")


@pytest.fixture
def house(clock):
    at = factories.organisation(Mandate.PRESUME, Mandate.SERVE, name="Invented House")
    officer = factories.member(Role.OFFICER, at=at, name="Officer One")
    minder = factories.member(Role.DATA_PROTECTION_OFFICER, at=at, name="Minder Two")
    return officer, minder


def opened(officer, number, *, again=1):
    targets = [f"casework.Case:{n}" for n in range(number)] * again
    audit.record_many(Event.FACET_OPENED, actor=officer.actor, targets=targets, detail="story")


@pytest.mark.parametrize(
    ("hour", "cases", "is_raised"),
    [(23, 20, True), (23, 19, False), (3, 60, True), (10, 60, True), (10, 59, False)],
)
def test_more_cases_than_usual_in_an_hour_raise_an_alarm(house, clock, hour, cases, is_raised):
    officer, _minder = house
    clock.set(2026, 3, 2, hour, 10)
    opened(officer, cases, again=2)

    assert alarms.sweep() == int(is_raised)
    assert alarms.sweep() == 0, "an hour counts once"
    if is_raised:
        row = ReadingAlarm.objects.get()
        assert (row.cases, row.is_night) == (cases, hour in {23, 3})
        assert AuditEvent.objects.filter(event=Event.ALARM_RAISED, detail=str(cases)).count() == 1


def test_a_slow_evening_is_no_alarm_and_a_count_grows_while_the_hour_lasts(house, clock):
    officer, _minder = house
    clock.set(2026, 3, 2, 21, 59)
    opened(officer, 15)
    clock.set(2026, 3, 2, 22, 1)
    opened(officer, 15)
    assert alarms.sweep() == 0

    opened(officer, 30)
    assert alarms.sweep() == 1
    opened(officer, 40)
    assert alarms.sweep() == 0
    assert ReadingAlarm.objects.get().cases == 40


def test_a_worker_that_was_down_for_a_day_finds_the_night(house, clock):
    officer, _minder = house
    clock.set(2026, 3, 2, 2, 30)
    opened(officer, 25)
    clock.set(2026, 3, 3, 9, 0)
    assert alarms.sweep() == 1


def test_real_openings_count(house, clock):
    officer, _minder = house
    clock.set(2026, 3, 2, 23, 5)
    cases = [factories_casework.case(officer, is_told=True) for _n in range(3)]
    for case in cases:
        services.open_facet(case.pk, Facet.STORY, actor=officer.actor)
    found = alarms._openings(clock.now - alarms.LOOK_BACK)
    assert found == []  # three are not busy
    opened(officer, 17)
    assert [count for *_who, count in alarms._openings(clock.now - alarms.LOOK_BACK)] == [20]


def test_only_who_minds_data_in_that_house_sees_it_and_settles_it(house, clock, client):
    officer, minder = house
    other = factories.member(Role.DATA_PROTECTION_OFFICER, at=factories.organisation())
    clock.set(2026, 3, 2, 23, 5)
    opened(officer, 60)
    alarms.sweep()
    row = ReadingAlarm.objects.get()
    place = reverse("access:look_into", args=[row.pk])

    for wrong in (officer, other):
        assert alarms.list_open(actor=wrong.actor) == []
        assert members.Browser(client, wrong).post(place).status_code == 404
        with pytest.raises(NotFound):
            alarms.look_into(row.pk, actor=wrong.actor)
    page = members.Browser(client, minder)
    said = members.words(page.get(PLACE))
    assert "Officer One opened sealed parts of 60 cases in the hour from 02.03.2026 23:00." in said
    assert "It was at night." in said
    assert "1 alarm to look into" in members.words(page.get(reverse("web:home")))

    assert page.post(place).url == PLACE
    assert "Many cases opened" not in members.words(page.get(PLACE))
    assert page.post(place).status_code == 404
    assert AuditEvent.objects.filter(event=Event.ALARM_SEEN).count() == 1


@pytest.mark.parametrize(
    ("hour", "times", "is_raised"), [(10, 400, True), (10, 399, False), (3, 160, True)]
)
def test_looking_for_more_people_than_usual_raises_an_alarm(house, clock, hour, times, is_raised):
    officer, minder = house
    clock.set(2026, 3, 2, hour, 10)
    for _time in range(times):
        alarms.count_search(actor=officer.actor)

    rows = alarms.list_open(actor=minder.actor)
    assert [(row.kind, row.cases) for row in rows] == ([("sought", times)] if is_raised else [])
    assert AuditEvent.objects.filter(event=Event.ALARM_RAISED).count() == int(is_raised)


def test_searches_count_on_within_the_hour_beside_cases_opened(house, clock):
    officer, minder = house
    clock.set(2026, 3, 2, 10, 10)
    for _time in range(405):
        alarms.count_search(actor=officer.actor)
    opened(officer, 60)
    alarms.sweep()

    rows = {row.kind: row.cases for row in alarms.list_open(actor=minder.actor)}
    assert rows == {"sought": 405, "opened": 60}
    clock.set(2026, 3, 2, 11, 1)
    alarms.count_search(actor=officer.actor)
    assert len(alarms.list_open(actor=minder.actor)) == 2, "a new hour begins at nothing"
