"""Who may change what, and which picture everybody may see, as tables."""

from types import SimpleNamespace

import pytest

from korgoo.access.enums import Mandate, Role
from korgoo.activities import policies
from korgoo.activities.enums import ACTIVITY_MOVES, Consent, ListState, State


def actor(organisation=1, role=Role.CAMPAIGN_OFFICER, mandate=Mandate.TAKE_PART, user=7):
    return SimpleNamespace(
        organisation_id=organisation,
        roles=frozenset({role}),
        mandates=frozenset({mandate}),
        user_id=user,
    )


CHANGES = [
    ("who logged it", actor(), 1, [], 9, True),
    ("who held it", actor(), 2, [1], 9, True),
    ("somebody else", actor(), 2, [3], 9, False),
    ("who runs the campaign", actor(mandate=Mandate.COORDINATE), 2, [3], 1, True),
    ("the house that keeps it, without the mandate", actor(), 2, [3], 1, False),
    (
        "a role without a part in campaigns",
        actor(role=Role.ORGANISATION_ADMINISTRATOR),
        1,
        [],
        1,
        False,
    ),
]


@pytest.mark.parametrize(
    ("who", "logged_by", "organisers", "keeper", "may"),
    [c[1:] for c in CHANGES],
    ids=[c[0] for c in CHANGES],
)
def test_who_may_change_an_activity(who, logged_by, organisers, keeper, may):
    assert (
        policies.changes(who, logged_by=logged_by, organisers=organisers, keeper_id=keeper) is may
    )


SHOWN = [
    # faces, children, consent, may be shown
    (False, False, Consent.NOBODY, True),
    (False, False, Consent.NONE, True),
    (True, False, Consent.NONE, False),
    (True, False, Consent.SPOKEN, False),
    (True, False, Consent.WRITTEN, True),
    (True, False, Consent.GUARDIAN, True),
    (True, True, Consent.WRITTEN, False),
    (True, True, Consent.GUARDIAN, True),
    (False, True, Consent.NOBODY, False),
]


@pytest.mark.parametrize(("faces", "children", "consent", "may"), SHOWN)
def test_faces_are_shown_only_with_consent_that_can_be_proved(faces, children, consent, may):
    verdict = policies.may_be_shown(has_faces=faces, has_children=children, consent=consent)

    assert bool(verdict) is may


def test_a_second_person_lets_a_picture_out():
    boss = actor(mandate=Mandate.COORDINATE)

    assert policies.approve_photo(boss, added_by=8, keeper_id=1)
    assert not policies.approve_photo(boss, added_by=7, keeper_id=1)
    assert not policies.approve_photo(actor(), added_by=8, keeper_id=1)


def test_every_state_has_its_moves_and_nothing_leads_back_from_held():
    assert set(ACTIVITY_MOVES) == set(State)
    assert not ACTIVITY_MOVES[State.HELD]
    assert not policies.move(State.HELD, State.PLANNED)
    assert policies.move(State.PLANNED, State.HELD)


@pytest.mark.parametrize("state", ListState)
def test_only_a_waiting_list_is_taken(state):
    assert bool(policies.take_list(state)) is (state is ListState.WAITING)
