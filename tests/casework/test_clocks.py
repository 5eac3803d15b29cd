"""Any clock of a pack runs by the steps of a case; members pause it, extend it and end it."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from korgoo.access.enums import Event, Mandate, Role
from korgoo.access.models import AuditEvent
from korgoo.casework import policies, services, steps, time_limits
from korgoo.casework.enums import Danger, Decision, PauseGround, Protection, StopGround
from korgoo.casework.models import CaseClock, ClockPause, TimelineEntry
from korgoo.countrypack import api as packs
from korgoo.lib import clock as platform_clock
from korgoo.lib.errors import Forbidden, NotFound
from tests import factories, members
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
FICTITIOUS = str(Path(__file__).parents[1] / "countrypack" / "packs" / "zz")
SHELTER = "shelter_first_stay"


@pytest.fixture
def case(clock, people):
    return make.case(people.officer)


@pytest.fixture
def stay(case, people):
    return start(case, people.officer, SHELTER)


def start(case, member, key):
    return services.start_clock(case, key, responsible_id=case.owner_id, actor=member.actor)


def running(case):
    return set(CaseClock.objects.running().filter(case=case).values_list("key", flat=True))


def presume(case, member):
    services.decide_after_screening(case.pk, Decision.PRESUMED, reason="", actor=member.actor)


def test_a_step_starts_what_the_pack_ties_to_it_and_once(case, people):
    presume(case, people.officer)
    presume(case, people.officer)

    assert CaseClock.objects.running().filter(case=case, key="reflection").count() == 1


def test_a_step_stops_what_the_pack_ties_to_it(case, people):
    presume(case, people.officer)
    services.change_protection(case.pk, Protection.WITHDRAWN, actor=people.officer.actor)

    assert running(case) == set()


@pytest.mark.parametrize(("danger", "minutes"), [(Danger.YES, 30), (Danger.NO, None)])
def test_a_clock_of_any_country_runs_without_code(people, clock, danger, minutes):
    with override_settings(COUNTRY_PACK=FICTITIOUS):
        case = make.case(people.officer, danger=danger)
        presume(case, people.officer)
        row = CaseClock.objects.get(case=case)

        assert row.key == "by_need"
        assert row.due_at == (clock.now + timedelta(minutes=minutes) if minutes else None)
        # Warned ten minutes before, as that pack says.
        assert row.wake_at == (clock.now + timedelta(minutes=20) if minutes else None)

        services.change_protection(case.pk, Protection.LOST_CONTACT, actor=people.officer.actor)
        assert CaseClock.objects.running().get(case=case).pk != row.pk


def test_a_new_agreement_starts_the_review_anew(case, people, clock):
    actor = people.officer.actor
    services.run_step(case, "programme_agreed", actor=actor)
    first = CaseClock.objects.get(key="programme_review")
    clock.forward(days=3)
    services.run_step(case, "programme_reviewed", actor=actor)

    second = CaseClock.objects.running().get(key="programme_review")
    assert second.started_at - first.started_at == timedelta(days=3)


def test_the_body_that_decides_answers_for_its_own_clock(case, people):
    body = factories.organisation(Mandate.DECIDE, name="Invented Deciding Body")
    services.run_step(case, "identification_requested", actor=people.officer.actor)

    assert CaseClock.objects.get(key="status_decision").responsible_id == body.pk


def test_without_such_a_body_the_owner_answers(case, people):
    services.run_step(case, "identification_requested", actor=people.officer.actor)

    assert CaseClock.objects.get(key="status_decision").responsible_id == case.owner_id


def test_the_end_of_a_case_stops_its_clocks(case, people, stay):
    services.run_step(case, "case_closed", actor=people.officer.actor)

    assert running(case) == {"followup_3", "followup_6", "followup_12"}
    stay.refresh_from_db()
    assert stay.wake_at is None


def test_every_step_of_the_table_is_a_word_of_packs():
    assert set(steps._words.values()) <= set(packs.CASE_STEPS)
    with pytest.raises(ValueError, match="no step"):
        steps.register(Event.CASE_VIEWED, "something_else")


def test_a_pause_adds_the_time_that_it_took(case, people, clock):
    with override_settings(COUNTRY_PACK=FICTITIOUS):
        row = services.start_clock(
            case,
            "by_need",
            responsible_id=case.owner_id,
            actor=people.officer.actor,
            urgency="day",
        )
        due = row.due_at
        clock.forward(hours=2)
        services.pause_clock(case.pk, row.pk, PauseGround.HEALTH, actor=people.officer.actor)
        row.refresh_from_db()
        assert (row.wake_at, row.due_at, row.is_paused) == (None, due, True)

        clock.forward(days=4)
        assert not CaseClock.objects.late(clock.now).exists()
        services.resume_clock(case.pk, row.pk, actor=people.officer.actor)

        row.refresh_from_db()
        assert row.due_at == due + timedelta(days=4)
        assert row.wake_at == row.due_at - timedelta(minutes=10)
        [pause] = row.pauses.all()
        assert (pause.ground, pause.until - pause.since) == ("health", timedelta(days=4))
    assert AuditEvent.objects.filter(event=Event.CLOCK_PAUSED, detail="by_need:health").exists()


def test_a_clock_without_a_limit_pauses_and_goes_on_without_one(case, people, clock):
    row = start(case, people.officer, "programme_review")
    services.pause_clock(case.pk, row.pk, PauseGround.PERSON, actor=people.officer.actor)
    clock.forward(days=9)
    services.resume_clock(case.pk, row.pk, actor=people.officer.actor)

    row.refresh_from_db()
    assert (row.due_at, row.wake_at, row.paused_at) == (None, None, None)


def test_a_paused_clock_that_stops_ends_its_pause_too(case, people):
    row = start(case, people.officer, "programme_review")
    services.pause_clock(case.pk, row.pk, PauseGround.PERSON, actor=people.officer.actor)
    services.end_clock(case.pk, row.pk, StopGround.DONE, actor=people.officer.actor)

    assert not ClockPause.objects.filter(until__isnull=True).exists()
    assert running(case) == set()


def test_the_first_stay_is_extended_for_the_time_of_investigation(case, people, stay, clock):
    until = clock.now + timedelta(days=40)
    services.extend_clock(
        case.pk, stay.pk, "investigation", until=until, actor=people.officer.actor
    )

    stay.refresh_from_db()
    assert stay.due_at == until
    assert stay.wake_at == until - timedelta(days=3)
    [extension] = stay.extensions.all()
    assert extension.due_after - extension.due_before == timedelta(days=30)


@pytest.mark.parametrize(
    ("key", "ground", "days"),
    [
        (SHELTER, "kindness", 40),
        (SHELTER, "trial", 9),
        ("programme_review", "trial", 40),
    ],
    ids=["no such ground", "not longer", "the pack does not extend it"],
)
def test_an_extension_is_refused(case, people, clock, key, ground, days):
    row = start(case, people.officer, key)
    until = clock.now + timedelta(days=days)
    with pytest.raises(Forbidden):
        services.extend_clock(case.pk, row.pk, ground, until=until, actor=people.officer.actor)
    row.refresh_from_db()
    assert not row.extensions.exists()


def test_what_the_law_does_not_pause_is_not_paused(case, people, stay):
    with pytest.raises(Forbidden):
        services.pause_clock(case.pk, stay.pk, PauseGround.HEALTH, actor=people.officer.actor)


def test_a_clock_of_a_referral_is_nobodys_to_change(case, people):
    row = services.start_clock(
        case,
        "referral_answer",
        responsible_id=case.owner_id,
        actor=people.officer.actor,
        referral_id=case.pk,
        urgency="day",
    )
    with pytest.raises(Forbidden):
        services.end_clock(case.pk, row.pk, StopGround.MISTAKE, actor=people.officer.actor)


def test_others_find_no_clock(case, people, stay, clock):
    police = factories.member(Role.OFFICER, at=factories.organisation(Mandate.INVESTIGATE))
    make.share(case, people.shelter, by=people.officer)
    for somebody in (people.stranger, people.coordinator, police, people.shelter):
        with pytest.raises(NotFound):
            services.end_clock(case.pk, stay.pk, StopGround.DONE, actor=somebody.actor)


def test_a_receiver_keeps_the_clocks_of_its_own_duties(case, people):
    make.share(case, people.shelter, by=people.officer)
    row = services.start_clock(
        case,
        "programme_review",
        responsible_id=people.shelter.organisation.pk,
        actor=people.officer.actor,
    )
    services.pause_clock(case.pk, row.pk, PauseGround.PERSON, actor=people.shelter.actor)

    assert TimelineEntry.objects.filter(event=Event.CLOCK_PAUSED).exists()


def test_a_fault_in_the_middle_leaves_nothing_half(case, people, monkeypatch):
    row = start(case, people.officer, "programme_review")
    monkeypatch.setattr("korgoo.casework.services.keeping.leave", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.pause_clock(case.pk, row.pk, PauseGround.PERSON, actor=people.officer.actor)

    row.refresh_from_db()
    assert not row.is_paused
    assert not ClockPause.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_pause_at_once_one_is_told(people):
    case = make.case(people.officer)
    row = start(case, people.officer, "programme_review")
    colleague = factories.member(Role.CASE_WORKER, at=people.officer.organisation)
    outcomes = members.at_once(
        *(
            lambda who=who: services.pause_clock(
                case.pk, row.pk, PauseGround.PERSON, actor=who.actor
            )
            for who in (people.officer, colleague)
        )
    )

    assert sum(isinstance(outcome, Forbidden) for outcome in outcomes) == 1
    assert ClockPause.objects.count() == 1


def test_sleeping_cases_come_to_the_worker_then_the_head_then_the_coordinator(clock):
    people = make.mechanism()
    head = factories.member(Role.HEAD, at=people.officer.organisation)
    case = make.case(people.officer)
    watched = make.case(people.officer)
    start(watched, people.officer, SHELTER)
    unset = make.case(people.officer)
    start(unset, people.officer, "reflection")
    asleep = {case.pk, unset.pk}
    seen_by = []
    for days in (29, 1, 15, 15):
        clock.forward(days=days)
        for somebody in (people.officer, head, people.coordinator, people.stranger):
            found = {row.pk for row in time_limits.list_sleeping(actor=somebody.actor, most=9)}
            assert found in (set(), asleep)
            seen_by.append(bool(found))

    assert seen_by == [
        *(False, False, False, False),
        *(True, False, False, False),
        *(True, True, False, False),
        *(True, True, True, False),
    ]


def test_a_step_or_the_end_wakes_a_sleeping_case(clock):
    people = make.mechanism()
    case = make.case(people.officer)
    clock.forward(days=31)
    presume(case, people.officer)

    assert time_limits.list_sleeping(actor=people.officer.actor, most=9) == []


@pytest.mark.parametrize(
    ("role", "relation_of", "may"),
    [
        (Role.CASE_WORKER, "owner", True),
        (Role.CASE_WORKER, "duty", True),
        (Role.CASE_WORKER, "receiver", False),
        (Role.HOTLINE_OPERATOR, "duty", False),
        (Role.DATA_PROTECTION_OFFICER, "owner", False),
        (Role.COORDINATOR, "coordinator", False),
    ],
)
def test_who_keeps_a_clock(role, relation_of, may):
    from korgoo.access.actor import Actor
    from korgoo.access.enums import Relation

    row = CaseClock(key=SHELTER, responsible_id=7 if relation_of == "duty" else 1)
    actor = Actor(1, 7, frozenset({role}), frozenset(Mandate))
    stands = Relation.RECEIVER if relation_of in ("duty", "receiver") else Relation(relation_of)
    assert bool(policies.keep_clock(actor, stands, row)) is may


class Keeping(RuleBasedStateMachine):
    """Whatever members do, no clock is lost, and its end is what was agreed plus what it stood."""

    @initialize()
    def begin(self):
        from django.db import transaction

        self.block = transaction.atomic()
        self.block.__enter__()
        self.pack = override_settings(COUNTRY_PACK=FICTITIOUS)
        self.pack.enable()
        self.now = platform_clock.now()
        self.owner = factories.member(Role.CASE_WORKER)
        self.case = make.case(self.owner)
        row = services.start_clock(
            self.case,
            "by_need",
            responsible_id=self.case.owner_id,
            actor=self.owner.actor,
            urgency="day",
        )
        self.pk, self.due, self.paused_at, self.is_stopped = row.pk, row.due_at, None, False
        self.now = row.started_at

    def do(self, deed, *args, **more):
        with platform_clock.stopped_at(self.now):
            return deed(self.case.pk, self.pk, *args, actor=self.owner.actor, **more)

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)

    @rule(ground=st.sampled_from(PauseGround))
    def pause(self, ground):
        try:
            self.do(services.pause_clock, ground)
        except (Forbidden, NotFound):
            assert self.paused_at or self.is_stopped
        else:
            self.paused_at = self.now

    @rule()
    def go_on(self):
        try:
            self.do(services.resume_clock)
        except (Forbidden, NotFound):
            assert self.paused_at is None or self.is_stopped
        else:
            self.due += self.now - self.paused_at
            self.paused_at = None

    @rule(hours=st.integers(-5, 100))
    def extend(self, hours):
        until = self.due + timedelta(hours=hours)
        try:
            self.do(services.extend_clock, "flood", until=until)
        except (Forbidden, NotFound):
            assert self.paused_at or self.is_stopped or until <= max(self.due, self.now)
        else:
            self.due = until

    @precondition(lambda self: not self.is_stopped)
    @rule(ground=st.sampled_from(StopGround))
    def end(self, ground):
        self.do(services.end_clock, ground)
        self.is_stopped = True

    @invariant()
    def the_row_says_so(self):
        if not hasattr(self, "pk"):
            return
        row = CaseClock.objects.get(pk=self.pk)
        assert row.due_at == self.due
        assert (row.stopped_at is not None) == self.is_stopped
        ticks = not self.is_stopped and self.paused_at is None
        assert (row.wake_at is not None) == ticks
        assert ClockPause.objects.filter(clock=row, until__isnull=True).count() == (
            self.paused_at is not None and not self.is_stopped
        )

    def teardown(self):
        if hasattr(self, "pack"):
            from django.db import transaction

            self.pack.disable()
            transaction.set_rollback(True)
            self.block.__exit__(None, None, None)


def test_no_clock_is_lost_whatever_is_done(db):
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Keeping, settings=hypothesis_settings(max_examples=15, stateful_step_count=12)
    )


class TestPages:
    def test_the_page_of_a_case_says_days_left_and_leads_to_the_clock(
        self, case, people, stay, enter, words_of
    ):
        page = words_of(enter(people.officer).get("case", case.pk))
        assert "In 10 days" in page
        assert "Pause, extend or end" in page

    def test_a_pause_is_said_on_the_page_with_its_ground(self, case, people, enter, words_of):
        row = start(case, people.officer, "programme_review")
        browser = enter(people.officer)
        answer = browser.post("clock_deed", case.pk, row.pk, "pause", ground="health")
        assert answer.status_code == 302

        page = words_of(browser.get("case", case.pk))
        assert "Paused since 2 March 2026 The person is ill or in hospital" in page
        timeline = "A time limit was paused: Review of the individual programme"
        assert f"{timeline} (The person is ill or in hospital)" in page
        clock_page = words_of(browser.get("clock", case.pk, row.pk))
        assert "Let a time limit go on" in clock_page
        assert "Pause a time limit" not in clock_page

    def test_an_extension_is_taken_once_and_a_refusal_keeps_what_was_typed(
        self, case, people, stay, enter, words_of
    ):
        browser = enter(people.officer)
        early = browser.post(
            "clock_deed", case.pk, stay.pk, "extend", ground="trial", until="2026-03-05"
        )
        assert early.status_code == 422
        assert 'value="2026-03-05"' in early.text

        key = "5b0c7f5e-7b0b-4d3c-9d0e-1f7b2d1c9a11"
        for _again in range(2):
            done = browser.post(
                "clock_deed",
                case.pk,
                stay.pk,
                "extend",
                ground="trial",
                until="01.05.2026",
                submission_key=key,
            )
            assert done.status_code == 302
        assert stay.extensions.count() == 1
        assert "When it was extended" in words_of(browser.get("clock", case.pk, stay.pk))

    def test_a_deed_that_is_not_offered_has_no_page(self, case, people, stay, enter):
        browser = enter(people.officer)
        assert browser.get("clock_deed", case.pk, stay.pk, "end").status_code == 200
        assert browser.get("clock_deed", case.pk, stay.pk, "resume").status_code == 404

    def test_who_may_not_finds_no_page(self, case, people, stay, enter):
        make.share(case, people.shelter, by=people.officer)
        hotline = factories.member(Role.HOTLINE_OPERATOR)
        for somebody in (people.stranger, people.shelter, people.coordinator, hotline):
            browser = enter(somebody)
            assert browser.get("clock", case.pk, stay.pk).status_code == 404
            answer = browser.post("clock_deed", case.pk, stay.pk, "end", ground="done")
            assert answer.status_code == 404
        assert CaseClock.objects.running().filter(pk=stay.pk).exists()

    def test_the_list_says_which_time_limit_ends_first(
        self, case, people, stay, enter, words_of, clock
    ):
        clock.forward(days=12)
        page = words_of(enter(people.officer).get("list"))
        assert "A time limit has passed: 2 days late" in page
