"""The life of a case after its end, walked at random: nothing is erased that should be kept."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from korgoo.casework.models import Case, CaseClock, SealedFacet
from korgoo.closing import services
from korgoo.closing.enums import Answer, Asked, Hold, LastRisk, Outcome, Reason, Way
from korgoo.closing.models import FollowUp, KeptFor, PersonRequest
from korgoo.closing.services import Reply
from tests import factories_casework as make

pytestmark = pytest.mark.django_db
SHORT = settings(max_examples=12, stateful_step_count=14)


class Life(RuleBasedStateMachine):
    """One case of one house; the database goes back after each walk."""

    house = clock = None

    def __init__(self):
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        self.began = self.clock.now
        self.case = make.case(self.house.officer, is_told=True)
        self.held = False

    def teardown(self):
        transaction.set_rollback(True)
        self.point.__exit__(None, None, None)
        transaction.set_rollback(False)
        self.clock.now = self.began

    @property
    def now(self):
        return Case.objects.get(pk=self.case.pk)

    @property
    def announced(self):
        return KeptFor.objects.announced().first()

    @precondition(lambda self: not self.now.closed_at)
    @rule()
    def close(self):
        services.close_case(
            self.case.pk, Reason.GOAL, last_risk=LastRisk.SAFE, actor=self.house.officer.actor
        )

    @precondition(lambda self: self.now.closed_at)
    @rule()
    def reopen(self):
        services.reopen_case(self.case.pk, actor=self.house.officer.actor)

    @rule()
    def years_pass(self):
        self.clock.now += timedelta(days=700)

    @rule()
    def sweep(self):
        before = set(self.kinds())
        may = self.may_go()
        services.sweep_retention()
        assert set(self.kinds()) >= before - may

    @precondition(lambda self: self.announced)
    @rule()
    def hold(self):
        services.hold_back(self.announced.pk, Hold.COURT, actor=self.house.head.actor)

    @precondition(lambda self: self.announced)
    @rule()
    def release(self):
        services.release(self.announced.pk, actor=self.house.head.actor)

    @precondition(lambda self: not PersonRequest.objects.open().exists())
    @rule()
    def ask(self):
        services.take_request(
            self.case.pk, Asked.COPY, way=Way.PHONE, actor=self.house.officer.actor
        )

    @precondition(lambda self: PersonRequest.objects.open().exists())
    @rule()
    def reply(self):
        row = PersonRequest.objects.open().get()
        services.answer_request(row.pk, Reply(Answer.GRANTED), actor=self.house.officer.actor)

    @precondition(lambda self: FollowUp.objects.open().exists())
    @rule()
    def follow_up(self):
        row = FollowUp.objects.open().first()
        services.record_follow_up(row.pk, Outcome.SAFE, actor=self.house.officer.actor)

    def kinds(self):
        return SealedFacet.objects.filter(case=self.case).values_list("kind", flat=True)

    def may_go(self):
        """Say what a sweep may take now, said a second time: announced for 30 days, not held, nothing waits."""
        if not self.now.closed_at or PersonRequest.objects.open().exists():
            return set()
        rows = KeptFor.objects.filter(
            erased_at=None, held_at=None, noticed_at__lte=self.clock.now - timedelta(days=30)
        )
        parts = {"reach": {"contact"}, "help": {"identity", "story"}}
        return {part for row in rows for part in parts.get(row.purpose, ())}

    @invariant()
    def no_clock_is_lost_or_left(self):
        running = CaseClock.objects.running().filter(case=self.case)
        expected = FollowUp.objects.open().count() + PersonRequest.objects.open().count()
        assert running.count() == expected

    @invariant()
    def an_open_case_has_nothing_to_be_erased(self):
        if not self.now.closed_at:
            assert not KeptFor.objects.filter(erased_at=None).exists()


def test_whatever_happens_nothing_is_lost_too_early(house, clock):
    life = type("Life", (Life,), {"house": house, "clock": clock})
    run_state_machine_as_test(life, settings=SHORT)
