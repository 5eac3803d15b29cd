"""Rules as tables: the states, who may what, what is missing."""

from itertools import product
from types import SimpleNamespace

import pytest

from korgoo.access.actor import Actor
from korgoo.access.enums import Mandate, Permission, Relation, Role
from korgoo.casework.enums import Scope
from korgoo.safe_return import missing, policies
from korgoo.safe_return.enums import (
    GOING_ON,
    LIVE,
    MOVES,
    STOPPING,
    Deed,
    Ground,
    How,
    Missing,
    PlanState,
)

S = PlanState
ME, OWNER_ID = 7, 1


def actor(*mandates, role=Role.CASE_WORKER, at=ME):
    return Actor(1, at, frozenset({role}), frozenset(mandates))


def plan(**facts):
    usual = {
        "state": S.DRAFTED,
        "meets_id": None,
        "papers": "unknown",
        "ticket": "unknown",
        "escort": "unknown",
        "ban_told": "no",
        "fitness": "unknown",
        "guardian": "",
        "best_interest": "",
        "court": "",
    }
    return SimpleNamespace(**{**usual, **facts})


def test_the_deeds_walk_exactly_the_table_of_moves():
    walked = {(state, step.to) for step in policies.DEEDS.values() for state in step.states}
    assert walked == {(state, to) for state, following in MOVES.items() for to in following}


def test_every_state_can_be_reached_and_only_the_closed_one_is_an_end():
    reached, edge = {S.DRAFTED}, {S.DRAFTED}
    while edge:
        edge = {to for state in edge for to in MOVES[state]} - reached
        reached |= edge
    assert reached == set(S)
    assert [state for state in S if not MOVES[state]] == [S.CLOSED]
    assert all(S.STOPPED in MOVES[state] for state in LIVE)


@pytest.mark.parametrize(("deed", "wish"), list(product(Deed, ["", "yes", "no", "undecided"])))
def test_only_a_yes_moves_a_person_on_and_no_answer_holds_the_rest_up(deed, wish):
    is_held = deed in {Deed.AGREE, Deed.PREPARE, Deed.DEPART} and wish != "yes"
    assert bool(policies.wish_allows(deed, wish)) is not is_held


WHO = [
    # relation, mandates, role: view, write, place
    (Relation.OWNER, {Mandate.SERVE}, Role.CASE_WORKER, (True, True, True)),
    (Relation.OWNER, {Mandate.CONSULAR}, Role.OFFICER, (True, True, True)),
    (Relation.OWNER, {Mandate.ADVISE}, Role.HOTLINE_OPERATOR, (True, True, True)),
    (Relation.OWNER, {Mandate.INVESTIGATE}, Role.OFFICER, (True, True, False)),
    (Relation.RECEIVER, {Mandate.CONSULAR}, Role.OFFICER, (True, True, False)),
    (Relation.RECEIVER, {Mandate.SERVE}, Role.CASE_WORKER, (True, False, True)),
    (Relation.RECEIVER, {Mandate.INVESTIGATE}, Role.OFFICER, (False, False, False)),
    (Relation.RECEIVER, {Mandate.INVESTIGATE, Mandate.SERVE}, Role.OFFICER, (False,) * 3),
    (Relation.RECEIVER, {Mandate.INSPECT}, Role.OFFICER, (False, False, False)),
    (Relation.RECEIVER, {Mandate.SERVE}, Role.HOTLINE_OPERATOR, (False, False, False)),
    (Relation.COORDINATOR, {Mandate.COORDINATE}, Role.COORDINATOR, (False, False, False)),
    (Relation.NONE, {Mandate.SERVE, Mandate.CONSULAR}, Role.CASE_WORKER, (False, False, False)),
]


@pytest.mark.parametrize(("relation", "mandates", "role", "expected"), WHO)
def test_who_sees_writes_and_opens(relation, mandates, role, expected):
    asked = (Permission.RETURN_VIEW, Permission.RETURN_WRITE, Permission.RETURN_PLACE)
    who = actor(*mandates, role=role)
    assert tuple(bool(policies.may(who, p, relation)) for p in asked) == expected


@pytest.mark.parametrize(
    ("relation", "meets", "may"),
    [
        (Relation.RECEIVER, ME, True),
        (Relation.RECEIVER, 99, False),
        (Relation.OWNER, 99, True),
        (Relation.COORDINATOR, ME, False),
    ],
)
def test_who_meets_the_person_confirms_and_the_owner_records(relation, meets, may):
    under_way = plan(state=S.UNDER_WAY, meets_id=meets)
    assert bool(policies.act(actor(Mandate.SERVE), under_way, relation, Deed.ARRIVE)) is may


def test_who_was_told_says_how_and_who_did_it_does_not():
    shelter, under_way = actor(Mandate.SERVE), plan(state=S.UNDER_WAY, meets_id=ME)
    assert policies.ways_told(shelter, under_way, Relation.RECEIVER, Deed.ARRIVE) == ()
    told = policies.ways_told(
        actor(Mandate.SERVE, at=OWNER_ID), under_way, Relation.OWNER, Deed.ARRIVE
    )
    assert How.PAPER in told
    assert not policies.told_fits(told, How.HERE)
    assert not policies.told_fits((), How.PAPER)
    assert policies.told_fits((), How.HERE)


@pytest.mark.parametrize(("deed", "lacks"), list(product(Deed, [(), (Missing.RISK,)])))
def test_a_ground_for_going_on_and_for_stopping(deed, lacks):
    expected = STOPPING if deed is Deed.STOP else GOING_ON if lacks else (Ground.AS_PLANNED,)
    assert policies.grounds(deed, lacks) == expected
    for ground in Ground:
        assert bool(policies.ground_fits(deed, lacks, ground)) is (ground in expected)


def known(**facts):
    usual = {
        "wish": SimpleNamespace(wish="yes", freely="yes"),
        "risk": SimpleNamespace(level="low"),
        "transit": [],
        "has_night": True,
        "is_child": False,
    }
    return missing.Known(**{**usual, **facts})


WHOLE = {
    "papers": "passport",
    "ticket": "issued",
    "escort": "none",
    "ban_told": "none",
    "fitness": "yes",
    "meets_id": 3,
}
CHILD = {"guardian": "agreed", "best_interest": "return", "court": "not_needed"}
GAPS = [
    ({}, {}, set()),
    ({"papers": "applied"}, {}, {Missing.PAPERS}),
    ({"ticket": "booked"}, {}, {Missing.TICKET}),
    ({"escort": "unknown"}, {}, {Missing.ESCORT}),
    ({"ban_told": "no"}, {}, {Missing.BAN}),
    ({"fitness": "needs_paper"}, {}, {Missing.FITNESS}),
    ({"meets_id": None}, {"has_night": False}, {Missing.MEETS, Missing.NIGHT}),
    ({}, {"risk": None}, {Missing.RISK}),
    ({}, {"wish": SimpleNamespace(wish="yes", freely="unsure")}, {Missing.WISH}),
    ({}, {"transit": [SimpleNamespace(risks=["debt"], measures=[])]}, {Missing.TRANSIT}),
    ({}, {"transit": [SimpleNamespace(risks=["debt"], measures=["met"])]}, set()),
    ({}, {"is_child": True}, {Missing.GUARDIAN, Missing.BEST_INTEREST, Missing.COURT}),
    (CHILD, {"is_child": True}, set()),
    ({**CHILD, "best_interest": "stay"}, {"is_child": True}, {Missing.BEST_INTEREST}),
    ({**CHILD, "court": "refused"}, {"is_child": True}, {Missing.COURT}),
]


@pytest.mark.parametrize(("facts", "besides", "expected"), GAPS)
def test_what_is_missing_before_leaving(facts, besides, expected):
    row = plan(**{**WHOLE, **facts})
    found = missing.missing_for(Deed.DEPART, row, known(**besides))
    assert set(found) == expected
    assert set(missing.missing_for(Deed.AGREE, row, known(**besides))) == expected & {
        Missing.WISH,
        Missing.RISK,
    }
    assert missing.missing_for(Deed.STOP, row, known(**besides)) == ()


@pytest.mark.parametrize(
    ("mandates", "scopes", "reaches"),
    [
        ({"serve"}, {Scope.WHEREABOUTS}, True),
        ({"serve"}, {Scope.IDENTITY}, False),
        ({"consular"}, {Scope.WHEREABOUTS}, False),
        ({"investigate", "serve"}, {Scope.WHEREABOUTS}, False),
    ],
)
def test_a_place_reaches_who_serves_and_whom_the_person_chose(mandates, scopes, reaches):
    assert policies.place_reaches(frozenset(mandates), frozenset(scopes)) is reaches


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("against", [{"best_interest": "stay"}, {"court": "refused"}])
def test_a_child_is_not_sent_home_against_a_decision(deed, against):
    is_held = deed in {Deed.AGREE, Deed.PREPARE, Deed.DEPART}
    row = plan(**{**WHOLE, **CHILD, **against})
    assert bool(policies.child_allows(deed, row, is_child=True)) is not is_held
    assert policies.child_allows(deed, row, is_child=False)
    assert policies.child_allows(deed, plan(**{**WHOLE, **CHILD}), is_child=True)
