"""The rules of needs and programmes, as tables."""

from datetime import date, timedelta

import pytest

from korgoo.access.actor import Actor
from korgoo.access.enums import Mandate, Relation, Role
from korgoo.assistance import policies
from korgoo.assistance.enums import (
    ITEM_MOVES,
    Agreed,
    AppointedBy,
    GuardianKind,
    ItemState,
    Level,
    PlanType,
)
from korgoo.assistance.models import ProgrammeItem
from korgoo.casework.enums import Scope
from korgoo.countrypack import api as packs

TODAY = date(2026, 3, 10)
SOON, BEFORE = TODAY + timedelta(days=3), TODAY - timedelta(days=3)
S = ItemState


def actor(role=Role.CASE_WORKER, *mandates, organisation=1):
    return Actor(1, organisation, frozenset({role}), frozenset(mandates or {Mandate.SERVE}))


@pytest.mark.parametrize(
    ("level", "grounds", "review", "is_allowed"),
    [
        (Level.HIGH, ("threats",), SOON, True),
        (Level.HIGH, ("threats",), None, True),
        (Level.HIGH, (), SOON, False),
        (Level.OPEN, ("threats",), None, False),
        (Level.OPEN, ("not_enough",), None, True),
        (Level.LOW, ("factors",), BEFORE, False),
    ],
)
def test_a_judgement_names_its_grounds_and_looks_ahead(level, grounds, review, is_allowed):
    assert bool(policies.assess(level, grounds, review, TODAY)) is is_allowed


@pytest.mark.parametrize(
    ("start", "end", "agreed", "agreed_on", "is_allowed"),
    [
        (None, None, Agreed.NOT_ASKED, None, True),
        (BEFORE, SOON, Agreed.YES, TODAY, True),
        (SOON, BEFORE, Agreed.NOT_ASKED, None, False),
        (None, None, Agreed.NO, None, False),
        (None, None, Agreed.YES, SOON, False),
    ],
)
def test_a_plan_is_in_order_and_an_answer_has_its_day(start, end, agreed, agreed_on, is_allowed):
    verdict = policies.plan(start=start, end=end, agreed=agreed, agreed_on=agreed_on, today=TODAY)
    assert bool(verdict) is is_allowed


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("to", list(S))
def test_an_item_moves_as_its_table_says(state, to):
    item = ProgrammeItem(state=state)
    assert bool(policies.move(item, to, TODAY, TODAY)) is (to in ITEM_MOVES[state])


def test_every_state_of_an_item_can_be_reached_from_the_plan():
    reached, edge = {S.PLANNED}, {S.PLANNED}
    while edge:
        edge = {to for state in edge for to in ITEM_MOVES[state]} - reached
        reached |= edge
    assert reached == set(S) == set(ITEM_MOVES)


@pytest.mark.parametrize(("on", "is_allowed"), [(TODAY, True), (BEFORE, False), (SOON, False)])
def test_help_ends_after_it_began_and_not_tomorrow(on, is_allowed):
    item = ProgrammeItem(state=S.UNDER_WAY, actual_start=TODAY - timedelta(days=1))
    assert bool(policies.move(item, S.DONE, on, TODAY)) is is_allowed


@pytest.mark.parametrize(
    ("state", "start", "end", "is_late"),
    [
        (S.PLANNED, BEFORE, None, True),
        (S.AGREED, TODAY, None, False),
        (S.UNDER_WAY, BEFORE, None, False),
        (S.UNDER_WAY, BEFORE, BEFORE, True),
        (S.DONE, BEFORE, BEFORE, False),
        (S.STOPPED, BEFORE, BEFORE, False),
        (S.PLANNED, None, None, False),
    ],
)
def test_help_is_late_when_it_should_have_begun_or_ended(state, start, end, is_late):
    item = ProgrammeItem(state=state, planned_start=start, planned_end=end)
    assert item.is_late(TODAY) is is_late


ALL, CARE = {Scope.REFERRAL, Scope.HEALTH}, {Scope.REFERRAL}


@pytest.mark.parametrize(
    ("agreed", "provider", "plan_type", "is_shown"),
    [
        (set(), 1, PlanType.HEALTH, True),
        (set(), 2, PlanType.LEGAL, False),
        (CARE, 2, PlanType.LEGAL, True),
        (CARE, 2, PlanType.HEALTH, False),
        (ALL, 2, PlanType.HEALTH, True),
    ],
)
def test_a_receiver_sees_its_own_items_and_the_rest_by_consent(
    agreed, provider, plan_type, is_shown
):
    me = actor()
    found = policies.reach(me, Relation.RECEIVER, agreed)
    item = ProgrammeItem(provider_id=provider, plan_type=plan_type)
    assert policies.shows(found, item, me) is is_shown
    assert not (found.words)
    assert not (found.providers)
    assert not (found.assessment)


@pytest.mark.parametrize(
    ("who", "relation", "sees_dangers"),
    [
        (actor(), Relation.OWNER, True),
        (actor(Role.COORDINATOR, Mandate.COORDINATE), Relation.OWNER, False),
        (actor(Role.COORDINATOR, Mandate.COORDINATE), Relation.COORDINATOR, False),
    ],
)
def test_dangers_and_words_are_for_the_front_line_of_the_owner(who, relation, sees_dangers):
    found = policies.reach(who, relation, frozenset(Scope))
    assert found.assessment is found.words is sees_dangers
    assert found.providers


@pytest.mark.parametrize(
    ("guardian", "interviewer", "decided", "missing"),
    [
        ("", "", False, ["guardian", "interviewer", "best_interest"]),
        ("none", "no", True, ["guardian", "interviewer"]),
        ("relative", "unknown", True, ["interviewer"]),
        ("parent", "yes", True, []),
    ],
)
def test_the_child_rule_asks_until_everything_is_there(guardian, interviewer, decided, missing):
    found = policies.missing_for_child(
        guardian=guardian, trained_interviewer=interviewer, has_best_interest=decided
    )
    assert found == missing


def test_nobody_is_appointed_by_nobody():
    assert not policies.guardian(GuardianKind.NONE, AppointedBy.COURT)
    assert policies.guardian(GuardianKind.NONE, AppointedBy.NOT_YET)


def test_every_service_of_the_pack_has_a_type_of_the_standard():
    services = packs.load("countries/kg").services
    assert {PlanType(one.plan_type) for one in services.values()} == set(PlanType)
    assert all(one.provenance.status == "needs_review" for one in services.values())
