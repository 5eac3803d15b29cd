"""Both statuses and the decision, walked at random: the tables hold, the axes never mix."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from korgoo.casework import services as casework
from korgoo.casework.enums import (
    AWAY,
    BY_DECISION,
    PROCEDURAL_MOVES,
    PROTECTION_MOVES,
    Axis,
    Procedural,
    ProceduralGround,
    Protection,
)
from korgoo.casework.models import Case, StatusMove
from korgoo.determination import services
from korgoo.determination.enums import (
    MOVES,
    STANDING,
    Conflict,
    DecisionState,
    Finding,
    Outcome,
)
from korgoo.determination.models import Proceeding
from korgoo.lib.errors import DomainError
from tests import factories_determination as make

TABLES = {Axis.PROTECTION: PROTECTION_MOVES, Axis.PROCEDURAL: PROCEDURAL_MOVES}
STEPS = ("clear", "review", "decide", "notify", "appeal")
OUTCOMES = {
    Outcome.IDENTIFIED: {"outcome": Outcome.IDENTIFIED},
    Outcome.NOT_IDENTIFIED: make.NO,
    Outcome.MORE_NEEDED: {"act": Finding.OPEN, "outcome": Outcome.MORE_NEEDED},
}


class Life(RuleBasedStateMachine):
    """One case: its owner, a deciding body, and whatever they try."""

    people = None

    def __init__(self):
        super().__init__()
        self.case_id = make.presumed(self.people).pk
        self.rows, self.states = 1, {}

    @property
    def case(self):
        return Case.objects.get(pk=self.case_id)

    @rule(status=st.sampled_from(Protection))
    def owner_moves_protection(self, status):
        before, stood = self.case, self._stood()
        moved = self._try(
            lambda: casework.change_protection(
                self.case_id, status, actor=self.people.officer.actor
            )
        )
        assert self.case.procedural == before.procedural
        if moved and status in BY_DECISION:
            assert before.protection in AWAY
            assert status == stood

    @rule(status=st.sampled_from(Procedural), ground=st.sampled_from(ProceduralGround))
    def owner_moves_proceedings(self, status, ground):
        before = self.case
        moved = self._try(
            lambda: casework.change_procedural(
                self.case_id, status, ground=ground, actor=self.people.officer.actor
            )
        )
        assert self.case.protection == before.protection
        assert moved <= (status in PROCEDURAL_MOVES[Procedural(before.procedural)])

    @rule(outcome=st.sampled_from(Outcome))
    def body_proposes(self, outcome):
        proposal = make.proposal(self.people, **OUTCOMES[outcome])
        self._try(lambda: services.propose(self.case_id, proposal, actor=self.people.first.actor))

    @precondition(lambda self: self._rows().exists())
    @rule(step=st.sampled_from(STEPS), which=st.integers(0, 3))
    def somebody_takes_a_step(self, step, which):
        rows = list(self._rows())
        self._try(lambda: make.do(step, rows[which % len(rows)].pk, self.people))

    @precondition(lambda self: self._rows().exists())
    @rule()
    def the_second_steps_aside(self):
        pk = self._rows().first().pk
        self._try(lambda: make.clear(pk, self.people.second, Conflict.HAS))

    @invariant()
    def the_history_leads_to_where_the_case_stands(self):
        moves = list(StatusMove.objects.filter(case_id=self.case_id).order_by("pk"))
        assert len(moves) >= self.rows, "a row of history is gone"
        self.rows = len(moves)
        stands = {Axis.PROTECTION: "contact", Axis.PROCEDURAL: "none"}
        for move in moves:
            axis = Axis(move.axis)
            assert stands[axis] == move.before
            assert move.after in TABLES[axis][type(next(iter(TABLES[axis])))(move.before)]
            stands[axis] = move.after
        case = self.case
        assert (case.protection, case.procedural) == tuple(stands.values())

    @invariant()
    def decisions_move_as_the_table_says_and_one_holds(self):
        rows = list(self._rows())
        for row in rows:
            was = self.states.get(row.pk, DecisionState.PROPOSED)
            assert row.state == was or row.state in MOVES[was]
            self.states[row.pk] = DecisionState(row.state)
        assert sum(row.state in STANDING for row in rows) <= 1

    @invariant()
    def who_is_identified_was_decided_so(self):
        if self.case.protection in BY_DECISION:
            assert self._rows().filter(outcome=self.case.protection, state__in=STANDING).exists()

    def _rows(self):
        return Proceeding.objects.filter(case_id=self.case_id).order_by("proposed_at", "pk")

    def _stood(self):
        rows = StatusMove.objects.filter(case_id=self.case_id, axis=Axis.PROTECTION)
        return rows.exclude(before__in=AWAY).values_list("before", flat=True).first()

    def _try(self, deed):
        try:
            deed()
        except DomainError:
            return False
        return True


@pytest.mark.django_db
def test_the_life_of_both_statuses_and_of_decisions(people):
    machine = type("LifeHere", (Life,), {"people": people})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=8,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
