"""No way through the states sends a person home against their word, or opens a place without a yes."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from korgoo.casework import api as casework
from korgoo.casework.enums import Scope
from korgoo.lib.errors import DomainError
from korgoo.safe_return import policies, services
from korgoo.safe_return.enums import MOVES, Deed, Ground, How, PlanState
from korgoo.safe_return.models import PlanMove, ReturnPlan, SealedPlace, WishTalk
from tests import factories_casework as cases
from tests import factories_return as make

S = PlanState
SCOPES = st.sampled_from([(), (Scope.IDENTITY,), (Scope.WHEREABOUTS,)])
# Grounds that fit more often than not, or nothing would ever move.
GROUNDS = st.sampled_from([Ground.AS_PLANNED, Ground.AS_PLANNED, Ground.PERSON])


class Way(RuleBasedStateMachine):
    """A return, its owner, who meets the person, and the person who may say no at any time."""

    team = None

    def __init__(self):
        super().__init__()
        self.found = make.case(self.team)
        cases.share(self.found, self.team.shelter, Scope.WHEREABOUTS, by=self.team.worker)
        self.plan = make.prepared(self.team, found=self.found)
        self.wish, self.asked = "yes", 1

    @property
    def state(self):
        return S(ReturnPlan.objects.get(pk=self.plan.pk).state)

    @rule(deed=st.sampled_from(Deed), ground=GROUNDS, is_owner=st.booleans())
    def move(self, deed, ground, is_owner):
        before, who = self.state, self.team.worker if is_owner else self.team.shelter
        is_told = is_owner and deed in {Deed.ARRIVE, Deed.NIGHT}
        how = How.PHONE if is_told else How.HERE
        try:
            services.move(self.plan.pk, deed, ground=ground, how=how, actor=who.actor)
        except DomainError:
            assert self.state == before
            return
        assert self.state in MOVES[before]
        assert self.state == policies.DEEDS[deed].to
        assert self.wish == "yes" or self.state not in {S.AGREED, S.READY, S.UNDER_WAY}

    @rule(wish=st.sampled_from(["yes", "yes", "no", "undecided"]))
    def ask(self, wish):
        try:
            services.record_wish(
                self.plan.pk, wish=wish, freely="yes", actor=self.team.worker.actor
            )
        except DomainError:
            assert self.state in {S.CLOSED, S.STOPPED}
            return
        self.wish, self.asked = wish, self.asked + 1

    @rule(scopes=SCOPES)
    def agree(self, scopes):
        cases.agree(self.found, self.team.shelter, *scopes, by=self.team.worker)

    @rule()
    def pass_on(self):
        services.pass_on_places(self.plan.pk, actor=self.team.worker.actor)

    @invariant()
    def every_move_is_kept(self):
        moves = list(PlanMove.objects.filter(plan=self.plan).order_by("pk"))
        states = [S.DRAFTED, *(S(move.after) for move in moves)]
        assert states[-1] == self.state
        assert all(S(m.before) == before for m, before in zip(moves, states, strict=False))
        assert WishTalk.objects.filter(plan=self.plan).count() == self.asked

    @invariant()
    def a_place_lies_only_with_whom_the_person_chose(self):
        house = self.team.shelter.organisation.pk
        agreed = casework.scopes_in_force(self.found.pk, recipient_id=house)
        theirs = SealedPlace.objects.filter(plan=self.plan, organisation_id=house)
        assert Scope.WHEREABOUTS in agreed or not theirs.exists()


@pytest.mark.django_db
def test_no_way_leads_against_the_persons_word(team, monkeypatch):
    monkeypatch.setattr(Way, "team", team)
    run_state_machine_as_test(
        Way,
        settings=settings(
            max_examples=8,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
