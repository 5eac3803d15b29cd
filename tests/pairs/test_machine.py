"""An ask walked at random: who may know what is said a second time, and nobody ever knows more."""

import json
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from korgoo.casework.services import closing
from korgoo.lib.errors import DomainError
from korgoo.pairs import presentation, selectors, services
from korgoo.pairs.enums import PersonSays, QuestionState
from korgoo.pairs.models import Ask, Connection, Question

pytestmark = pytest.mark.django_db
SHORT = settings(max_examples=20, stateful_step_count=16)
DAY = timedelta(days=1)
ANSWERS = st.sampled_from([QuestionState.AGREED, QuestionState.NOT_NOW, QuestionState.NOT_SAME])


class Talk(RuleBasedStateMachine):
    """One person in two houses, the centre between them; the model says what each may know."""

    people = clock = pair = None

    def __init__(self):
        super().__init__()
        self.point = transaction.atomic()
        self.point.__enter__()
        self.began = self.clock.now
        self.here, self.there = self.pair
        # What happened, said a second time.
        self.asked_at = self.passed_at = self.answer = None
        self.is_closed = self.is_connected = self.is_parted = self.is_remembered = False
        self.restricted = set()

    def teardown(self):
        transaction.set_rollback(True)
        self.point.__exit__(None, None, None)
        transaction.set_rollback(False)
        self.clock.now = self.began

    @property
    def centre(self):
        return self.people.coordinator.actor

    @property
    def ask_row(self):
        return Ask.objects.filter(case=self.here).first()

    @property
    def question(self):
        return Question.objects.filter(case=self.there).order_by("-asked_on", "pk").last()

    def tried(self, deed):
        """Do a deed that may be refused; tell whether it was done."""
        try:
            with transaction.atomic():
                deed()
        except DomainError:
            return False
        return True

    @property
    def is_over(self):
        return self.asked_at is not None and self.clock.now >= self.ends_at

    def may_be_asked(self):
        if self.restricted & {self.here.pk} or self.is_connected or self.is_parted:
            return False
        return self.asked_at is None or self.clock.now >= self.ends_at + 30 * DAY

    @rule(says=st.sampled_from(list(PersonSays)))
    def ask(self, says):
        expected = self.may_be_asked()
        deed = lambda: services.ask(self.here.pk, says=says, actor=self.people.shelter.actor)  # noqa: E731
        assert self.tried(deed) == expected
        if expected:
            self.asked_at, self.ends_at = self.clock.now, self.ask_row.answer_at
            self.passed_at, self.answer, self.is_closed = None, None, False

    @precondition(lambda self: self.asked_at)
    @rule()
    def pass_on(self):
        row = self.ask_row
        pairs = selectors.list_pairs(actor=self.centre)
        mark = pairs[0].mark if pairs else "0" * 32
        deed = lambda: services.pass_on(row.pk, mark=mark, actor=self.centre)  # noqa: E731
        expected = (
            not self.restricted
            and self.passed_at is None
            and not (self.is_closed or self.is_connected or self.is_remembered)
            and self.clock.now <= self.asked_at + 7 * DAY
        )
        assert self.tried(deed) == expected
        if expected:
            self.passed_at = self.clock.now

    def question_waits(self):
        return (
            self.passed_at is not None
            and not (self.is_closed or self.is_connected)
            and self.there.pk not in self.restricted
            and self.clock.now.date() <= self.passed_at.date() + 14 * DAY
        )

    @precondition(lambda self: self.passed_at and self.question)
    @rule(to=ANSWERS)
    def reply(self, to):
        deed = lambda: services.answer(self.question.pk, to, actor=self.people.officer.actor)  # noqa: E731
        expected = self.question_waits() and self.answer is None
        assert self.tried(deed) == expected
        if expected:
            self.answer = to

    @precondition(lambda self: self.answer and self.question)
    @rule()
    def take_answer_back(self):
        deed = lambda: services.take_answer_back(  # noqa: E731
            self.question.pk, actor=self.people.officer.actor
        )
        expected = self.question_waits()
        assert self.tried(deed) == expected
        if expected:
            self.answer = None

    @precondition(lambda self: self.asked_at and self.ask_row)
    @rule()
    def release(self):
        deed = lambda: services.release(self.ask_row.pk, actor=self.centre)  # noqa: E731
        expected = self.answer == QuestionState.AGREED and not (
            self.is_closed or self.is_connected or self.is_over or self.restricted
        )
        assert self.tried(deed) == expected
        self.is_connected |= expected

    @precondition(lambda self: self.asked_at and self.ask_row)
    @rule()
    def close(self):
        deed = lambda: services.close(self.ask_row.pk, actor=self.centre)  # noqa: E731
        expected = not (self.is_closed or self.is_connected or self.here.pk in self.restricted)
        assert self.tried(deed) == expected
        if expected:
            self.is_closed = True
            self.is_remembered |= (
                self.answer == QuestionState.NOT_SAME and self.there.pk not in self.restricted
            )

    @precondition(lambda self: self.asked_at and not self.is_connected)
    @rule()
    def take_back(self):
        deed = lambda: services.take_back(self.here.pk, actor=self.people.shelter.actor)  # noqa: E731
        expected = not self.is_over and self.here.pk not in self.restricted
        assert self.tried(deed) == expected
        if expected:
            services.close_left(actor=self.centre)
            self.asked_at = self.passed_at = self.answer = None
            self.is_closed = False
            Question.objects.filter(case=self.there).delete()

    @precondition(lambda self: self.is_connected and not self.restricted)
    @rule(side=st.sampled_from(["officer", "shelter"]))
    def part(self, side):
        row = Connection.objects.get()
        services.part(row.pk, actor=getattr(self.people, side).actor)
        self.is_connected, self.is_parted, self.is_remembered = False, True, True
        self.asked_at = self.passed_at = self.answer = None

    @rule(place=st.sampled_from([0, 1]))
    def restrict_or_lift(self, place):
        case = self.pair[place]
        self.restricted ^= {case.pk}
        closing.set_restricted(case, is_restricted=case.pk in self.restricted)

    @rule(days=st.integers(1, 9))
    def time_passes(self, days):
        self.clock.now += days * DAY

    @rule()
    def sweep(self):
        if self.asked_at and self.clock.now > self.ends_at + 30 * DAY and not self.is_connected:
            return  # then it is forgotten: test_asking
        services.sweep()

    def said_to(self, case, member):
        return json.dumps(
            presentation.of_case(case.pk, actor=member.actor), default=str, ensure_ascii=False
        )

    @invariant()
    def nobody_reads_of_the_other_before_they_are_connected(self):
        for mine, other, member in (
            (self.here, self.there, self.people.shelter),
            (self.there, self.here, self.people.officer),
        ):
            said = self.said_to(mine, member)
            knows = self.is_connected and not self.restricted
            assert (other.owner.name_en in said) == knows
            assert (other.spoken_code in said) == knows
            assert str(other.pk) not in said

    @invariant()
    def who_asked_sees_only_that_it_waits_or_that_it_ended(self):
        if self.here.pk in self.restricted:
            assert self.said_to(self.here, self.people.shelter) == "[]"
            return
        (row,) = presentation.of_case(self.here.pk, actor=self.people.shelter.actor)
        if self.is_connected or self.asked_at is None:
            assert row["asked"] is None
        else:
            assert row["asked"]["waits"] == (not self.is_over)
        assert bool(row["near"]) == (not self.is_parted)
        assert row["may_ask"] == self.may_be_asked()

    @invariant()
    def the_other_owner_sees_a_question_only_while_it_waits(self):
        found = selectors.list_questions(actor=self.people.officer.actor)
        assert bool(found) == self.question_waits()

    @invariant()
    def nobody_else_sees_anything(self):
        for member in (self.people.stranger, self.people.police, self.people.minder):
            for case in self.pair:
                assert presentation.of_case(case.pk, actor=member.actor) == []
            assert selectors.list_questions(actor=member.actor) == []


def test_whatever_happens_nobody_learns_more_than_they_may(people, pair, clock):
    talk = type("Talk", (Talk,), {"people": people, "clock": clock, "pair": pair})
    run_state_machine_as_test(talk, settings=SHORT)
