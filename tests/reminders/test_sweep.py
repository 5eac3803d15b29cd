"""Who must act is woken in time, then the head, then the co-ordinator; never twice, never not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from korgoo.access.enums import Mandate, Role
from korgoo.access.models import Membership
from korgoo.casework import services as casework
from korgoo.casework.enums import PauseGround
from korgoo.casework.models import Case, CaseClock
from korgoo.lib import clock as platform_clock
from korgoo.reminders import services, sources
from korgoo.reminders.enums import Stage
from korgoo.reminders.models import Mail, OrganisationClock, Reminder
from korgoo.reminders.services import sweeping
from korgoo.reminders.sources import Due
from tests import factories, members
from tests import factories_casework as make
from tests.reminders.conftest import begin, staffed

pytestmark = pytest.mark.django_db
S = Stage


@pytest.fixture
def case(people):
    return make.case(people.worker)


def woken(**only):
    """Pairs of stage and member woken, in the order in which they were."""
    rows = Reminder.objects.filter(is_skipped=False, **only).order_by("pk")
    return list(rows.values_list("stage", "user_id"))


def test_the_worker_then_the_head_then_the_coordinator(people, case, clock):
    begin(case, people.worker)
    for days in (6, 1, 2, 1, 1, 2, 30):
        clock.forward(days=days)
        services.sweep()
        services.sweep()

    assert woken() == [
        (S.APPROACHING, people.worker.user.pk),
        (S.LATE, people.worker.user.pk),
        (S.HEAD, people.head.user.pk),
        (S.COORDINATOR, people.coordinator.user.pk),
    ]
    assert not Reminder.objects.filter(is_skipped=True).exists()
    assert CaseClock.objects.get().wake_at is None


def test_of_an_hour_the_last_quarter_is_near(people, case, clock):
    begin(case, people.worker, key="referral_answer", urgency="now")
    clock.forward(minutes=44)
    assert services.sweep() == 0
    clock.forward(minutes=1)
    assert services.sweep() == 1
    clock.forward(minutes=31)  # over, and a quarter of an hour more
    services.sweep()
    assert woken()[-1] == (S.HEAD, people.head.user.pk)


def test_a_worker_that_was_down_wakes_once_and_passes_over_nobody(people, case, clock):
    begin(case, people.worker)
    clock.forward(days=12)
    services.sweep()
    services.sweep()

    assert set(woken()) == {(S.HEAD, people.worker.user.pk), (S.HEAD, people.head.user.pk)}
    skipped = Reminder.objects.filter(is_skipped=True)
    assert set(skipped.values_list("stage", "user_id")) == {(S.APPROACHING, 0), (S.LATE, 0)}


def test_woken_again_the_earlier_reminder_is_over(people, case, clock):
    begin(case, people.worker)
    clock.forward(days=8)
    services.sweep()
    clock.forward(days=2)
    services.sweep()

    standing = Reminder.objects.unseen().filter(user_id=people.worker.user.pk)
    assert [row.stage for row in standing] == [S.LATE]


@pytest.mark.parametrize("deed", ["stop", "pause", "extend"])
def test_what_is_done_paused_or_extended_is_over_at_once(people, case, clock, deed):
    key = "programme_review" if deed == "pause" else "shelter_first_stay"
    row = begin(case, people.worker, key=key)
    if deed == "pause":  # the law leaves it open; a country may not
        due = clock.now + timedelta(days=10)
        CaseClock.objects.update(due_at=due, wake_at=due - timedelta(days=2))
    clock.forward(days=9)
    services.sweep()
    assert Reminder.objects.unseen().count() == 1

    actor = people.worker.actor
    if deed == "stop":
        casework.stop_clocks(case, key, actor=actor)
    elif deed == "pause":
        casework.pause_clock(case.pk, row.pk, PauseGround.HEALTH, actor=actor)
    else:
        until = clock.now + timedelta(days=30)
        casework.extend_clock(case.pk, row.pk, "trial", until=until, actor=actor)

    assert not Reminder.objects.unseen().exists()
    clock.forward(days=15)
    services.sweep()
    assert not Reminder.objects.unseen().exists()


def test_an_extended_clock_wakes_anew_for_its_new_end(people, case, clock):
    row = begin(case, people.worker)
    clock.forward(days=9)
    services.sweep()
    casework.extend_clock(
        case.pk, row.pk, "trial", until=clock.now + timedelta(days=20), actor=people.worker.actor
    )
    clock.forward(days=18)
    services.sweep()

    assert woken() == [(S.APPROACHING, people.worker.user.pk)] * 2


def test_a_receiver_is_woken_whole_and_one_without_members_leaves_it_to_the_owner(
    people, case, clock
):
    begin(case, people.worker, responsible=people.shelter.organisation)
    empty = factories.organisation(Mandate.SERVE, name="Invented Paper House")
    begin(case, people.worker, responsible=empty)
    clock.forward(days=9)
    services.sweep()

    owner = {m.user.pk for m in (people.worker, people.colleague, people.head)}
    assert {user for _stage, user in woken()} == owner | {people.shelter.user.pk}
    assert len(woken()) == 4


def test_a_worker_who_has_left_is_not_woken_but_the_house_is(people, case, clock):
    begin(case, people.worker)
    Membership.objects.filter(user=people.worker.user).update(
        valid_from=clock.now.date() - timedelta(days=9),
        valid_to=clock.now.date() - timedelta(days=1),
    )
    clock.forward(days=9)
    services.sweep()

    assert {user for _s, user in woken()} == {people.colleague.user.pk, people.head.user.pk}


def test_where_nobody_works_the_row_says_that_nobody_was_woken(clock, db):
    lonely = factories.member(Role.OFFICER)
    case = make.case(lonely)
    begin(case, lonely)
    Membership.objects.all().delete()
    clock.forward(days=9)
    services.sweep()
    services.sweep()

    [row] = Reminder.objects.all()
    assert (row.is_skipped, row.user_id) == (True, 0)


def test_a_clock_not_set_by_law_wakes_nobody(people, case, clock):
    begin(case, people.worker, key="reflection")
    clock.forward(days=4000)
    assert services.sweep() == 0


def test_a_half_year_report_wakes_its_organisation_until_it_is_sent(people, clock):
    clock.set(2026, 7, 1, 0, 0)
    house = people.house.pk
    for _again in range(2):
        services.run_step(house, "period_ended", subject="2026-1", actor=None)
    [row] = OrganisationClock.objects.all()
    assert row.due_at.date().isoformat() == "2026-07-15"  # midnight after the 15th in Bishkek

    clock.forward(days=13)
    services.sweep()
    assert {user for _s, user in woken(source="organisation_clock")} == {
        m.user.pk for m in (people.worker, people.colleague, people.head)
    }
    services.run_step(house, "report_sent", subject="2026-1", actor=people.head.actor)
    assert not Reminder.objects.unseen().exists()
    assert not services.stop_clock(house, "half_year_report", subject="2026-1", actor=None)


def test_a_published_text_is_checked_on_the_day_that_was_named(people, clock):
    day = clock.now + timedelta(days=200)
    services.start_clock(
        people.house.pk, "content_review", subject="card-7", due_at=day, actor=None
    )
    clock.set(2026, 9, 17, 9)
    assert services.sweep() == 3


@pytest.fixture
def follow_ups(monkeypatch):
    """Another mission's things that run out: a list that the test fills."""
    things = []
    monkeypatch.setitem(
        sources._registered,
        "follow_up",
        sources.Source(
            "follow_up",
            lambda before: [due for due in things if due.due_at < before],
            lambda label: f"Follow-up {label}",
        ),
    )
    return things


def test_things_of_other_missions_wake_too_and_end_when_they_are_gone(
    people, case, clock, follow_ups
):
    due = clock.now + timedelta(days=5)
    thing = Due("f-1", case.pk, people.house.pk, people.worker.user.pk, due, "m3")
    follow_ups.append(thing)
    assert services.sweep() == 0
    clock.forward(days=3)
    assert services.sweep() == 1
    assert services.sweep() == 0

    follow_ups.clear()
    services.sweep()
    assert not Reminder.objects.unseen().exists()


def asked_by_a_sweep():
    with CaptureQueriesContext(connection) as asked:
        services.sweep()
    return [q["sql"] for q in asked if q["sql"].startswith("SELECT")]


def test_a_sweep_with_nothing_due_asks_little(people, case, clock):
    begin(case, people.worker)
    services.sweep()
    taken = [s for s in sources.registered() if isinstance(s, sources.TakenSource)]
    found = [s for s in sources.registered() if isinstance(s, sources.Source)]
    assert taken
    assert found

    selects = asked_by_a_sweep()

    # Each takes its turn and looks once; what is found anew looks at the standing reminders too.
    # Reviews stand in four tables, and so look three times more; reports on the plan ask once
    # more who bears the duties of bodies that ended.
    assert len(selects) <= 2 * len(taken) + 3 * len(found) + 4, selects


def test_a_sweep_of_clocks_with_nothing_due_asks_little(people, case, clock, monkeypatch):
    begin(case, people.worker)
    clocks = {s.name: s for s in sources.registered() if isinstance(s, sources.TakenSource)}
    monkeypatch.setattr(sources, "_registered", clocks)
    services.sweep()

    selects = asked_by_a_sweep()

    assert len(selects) <= 6, selects


def test_more_than_a_batch_is_swept_to_the_end(people, case, clock, monkeypatch):
    monkeypatch.setattr(sweeping, "BATCH", 3)
    for _number in range(7):
        begin(case, people.worker)
    clock.forward(days=9)
    assert services.sweep() == 7
    assert Mail.objects.count() == 1


def test_a_fault_in_a_batch_leaves_nothing_of_it(people, case, clock, monkeypatch):
    begin(case, people.worker)
    clock.forward(days=9)
    with monkeypatch.context() as broken:
        broken.setattr(sweeping, "ask_to_mail", lambda *a: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            services.sweep()
    assert not Reminder.objects.exists()
    assert services.sweep() == 1


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_once_wake_everybody_once(monkeypatch):
    people = staffed()
    case = make.case(people.worker)
    for _number in range(6):
        begin(case, people.worker)
    later = platform_clock.now() + timedelta(days=9)
    monkeypatch.setattr(platform_clock, "now", lambda: later)
    monkeypatch.setattr(sweeping, "BATCH", 2)

    made = members.at_once(services.sweep, services.sweep, services.sweep)
    services.sweep()

    assert all(isinstance(number, int) for number in made), made
    assert Reminder.objects.count() == 6
    assert Mail.objects.count() == 1
    assert Case.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_clock_stopped_during_a_sweep_wakes_nobody_for_ever(monkeypatch):
    people = staffed()
    case = make.case(people.worker)
    begin(case, people.worker)
    later = platform_clock.now() + timedelta(days=9)
    monkeypatch.setattr(platform_clock, "now", lambda: later)

    def stop():
        return casework.stop_clocks(case, "shelter_first_stay", actor=people.worker.actor)

    outcomes = members.at_once(services.sweep, stop)
    services.sweep()

    assert not [one for one in outcomes if isinstance(one, Exception)], outcomes
    assert not Reminder.objects.unseen().exists()
