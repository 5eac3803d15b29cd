"""Who may do what with a promise, as a table."""

from types import SimpleNamespace

import pytest

from korgoo.access.actor import Actor
from korgoo.access.enums import Mandate, Role
from korgoo.commitments import policies
from korgoo.commitments.enums import MOVES, State
from korgoo.commitments.standing import Standing

BEARER, OTHER, CENTRE, KEEPER = 1, 2, 3, 4


def actor(organisation, *roles, central=False):
    mandates = {Mandate.COORDINATE} if central else {Mandate.TAKE_PART}
    return Actor(9, organisation, frozenset(roles), frozenset(mandates))


def standing(state=State.OPEN, *, bearer=BEARER, kept=False, coordinates=False, to=None):
    row = SimpleNamespace(state=state, promiser_id=bearer, beneficiary_organisation_id=to)
    return Standing(row, bearer, bearer_coordinates=coordinates, is_kept_here=kept)


WHO = {
    "speaks for the bearer": (actor(BEARER, Role.SECRETARY), {}),
    "head of the bearer": (actor(BEARER, Role.HEAD), {}),
    "officer of the bearer": (actor(BEARER, Role.OFFICER), {}),
    "secretary of another body": (actor(OTHER, Role.SECRETARY), {}),
    "keeper of the meeting": (actor(KEEPER, Role.SECRETARY), {"kept": True}),
    "central secretary": (actor(CENTRE, Role.SECRETARY, central=True), {}),
    "central officer": (actor(CENTRE, Role.OFFICER, central=True), {}),
    "central bearer itself": (
        actor(BEARER, Role.SECRETARY, central=True),
        {"coordinates": True},
    ),
}
OWN = {"change", "show", "fulfil", "withdraw"}
ALL_OF_THE_SECRETARIAT = {"change", "withdraw"}
# Who may do what while a promise is open, and while it waits to be confirmed.
TABLE = [
    ("speaks for the bearer", OWN, {"show", "add_evidence", "reopen", "withdraw"}),
    ("head of the bearer", OWN, {"show", "add_evidence", "reopen", "withdraw"}),
    ("officer of the bearer", set(), set()),
    ("secretary of another body", set(), set()),
    ("keeper of the meeting", ALL_OF_THE_SECRETARIAT, {"confirm", "reopen", "withdraw"}),
    ("central secretary", ALL_OF_THE_SECRETARIAT, {"confirm", "reopen", "withdraw"}),
    ("central officer", set(), set()),
    ("central bearer itself", OWN, {"show", "add_evidence", "reopen", "withdraw"}),
]
DEEDS = ("change", "show", "fulfil", "add_evidence", "confirm", "reopen", "withdraw")


@pytest.mark.parametrize(("who", "when_open", "when_said"), TABLE, ids=[row[0] for row in TABLE])
def test_who_may_do_what(who, when_open, when_said):
    somebody, traits = WHO[who]
    for state, awaited in ((State.OPEN, when_open), (State.FULFILLED, when_said)):
        row = standing(state, **traits)
        assert {d for d in DEEDS if getattr(policies, d)(somebody, row)} == awaited, state


def test_what_the_centre_promised_is_confirmed_by_whom_it_was_promised_to():
    row = standing(State.FULFILLED, coordinates=True, to=OTHER)
    assert policies.confirm(actor(OTHER, Role.SECRETARY), row)
    assert not policies.confirm(actor(OTHER, Role.OFFICER), row)
    assert not policies.confirm(actor(KEEPER, Role.SECRETARY), row)


def test_to_whom_others_promised_does_not_confirm_it():
    row = standing(State.FULFILLED, to=OTHER)
    assert not policies.confirm(actor(OTHER, Role.SECRETARY), row)


@pytest.mark.parametrize(
    ("somebody", "origin", "is_public", "allowed"),
    [
        (actor(BEARER, Role.SECRETARY), "letter", True, True),
        (actor(BEARER, Role.CAMPAIGN_OFFICER), "letter", False, True),
        (actor(BEARER, Role.OFFICER), "letter", False, False),
        (actor(OTHER, Role.SECRETARY), "letter", False, False),
        (actor(OTHER, Role.SECRETARY), "meeting", False, True),
        (actor(OTHER, Role.SECRETARY), "meeting", True, False),
        (actor(CENTRE, Role.SECRETARY, central=True), "letter", False, True),
        (actor(CENTRE, Role.SECRETARY, central=True), "letter", True, False),
    ],
)
def test_who_writes_a_promise_down(somebody, origin, is_public, allowed):
    verdict = policies.record(somebody, bearer_id=BEARER, origin_kind=origin, is_public=is_public)
    assert bool(verdict) is allowed


def test_every_state_has_its_moves_and_can_be_reached():
    assert set(MOVES) == set(State)
    reached, edge = {State.OPEN}, {State.OPEN}
    while edge:
        edge = {to for state in edge for to in MOVES[state]} - reached
        reached |= edge
    assert reached == set(State)
