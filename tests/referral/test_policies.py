"""Every deed by state, by organisation and by role, as tables."""

import pytest

from korgoo.access.actor import Actor
from korgoo.access.enums import Mandate, Role
from korgoo.referral import policies
from korgoo.referral.enums import LIVE, MOVES, RETURNED, Deed, ReferralState
from korgoo.referral.models import Referral

S, D = ReferralState, Deed
SENDER, RECEIVER, CENTRE, STRANGER = 1, 2, 3, 4
BY_SENDER = {
    S.DRAFT: {D.SEND, D.WITHDRAW},
    S.SENT: {D.WITHDRAW, D.CODE},
    S.RECEIVED: {D.WITHDRAW, D.CODE},
    S.NEEDS_INFORMATION: {D.INFORM, D.WITHDRAW, D.CODE},
    S.ACCEPTED: {D.WITHDRAW, D.CODE},
    S.IN_SERVICE: {D.WITHDRAW, D.CODE},
    S.COMPLETED: {D.CONFIRM, D.CODE},
    S.CONFIRMED: set(),
    S.DECLINED: {D.NOTE},
    S.WITHDRAWN: {D.NOTE},
    S.EXPIRED: {D.NOTE},
}
BY_RECEIVER = {
    S.DRAFT: set(),
    S.SENT: {D.ACKNOWLEDGE},
    S.RECEIVED: {D.ACCEPT, D.DECLINE, D.ASK},
    S.NEEDS_INFORMATION: {D.DECLINE},
    S.ACCEPTED: {D.START, D.DECLINE},
    S.IN_SERVICE: {D.REPORT},
    S.COMPLETED: set(),
    S.CONFIRMED: set(),
    S.DECLINED: set(),
    S.WITHDRAWN: set(),
    S.EXPIRED: set(),
}


def actor(organisation_id, *roles, mandates=frozenset(Mandate)):
    return Actor(9, organisation_id, frozenset(roles or (Role.CASE_WORKER,)), mandates)


def referral(state, **more):
    row = Referral(sender_id=SENDER, receiver_id=RECEIVER, state=state, **more)
    row.sent_at = None if state is S.DRAFT else "sent"
    return row


@pytest.mark.parametrize("state", list(S))
def test_deeds_of_the_sender(state):
    assert policies.deeds(actor(SENDER), referral(state)) == BY_SENDER[state]


@pytest.mark.parametrize("state", list(S))
def test_deeds_of_the_receiver(state):
    assert policies.deeds(actor(RECEIVER), referral(state)) == BY_RECEIVER[state]


@pytest.mark.parametrize("state", list(S))
def test_on_paper_the_sender_takes_the_steps_of_both(state):
    row = referral(state, is_on_paper=state is not S.DRAFT)
    share = {D.SHARE} if state in LIVE else set()

    assert policies.deeds(actor(SENDER), row) == BY_SENDER[state] | BY_RECEIVER[state] | share
    assert policies.deeds(actor(RECEIVER), row) == BY_RECEIVER[state]


@pytest.mark.parametrize("state", list(S))
def test_a_receiver_that_answers_itself_is_answered_for_no_more(state):
    row = referral(state, is_on_paper=True, answers_here_since="then", shared_at="then")

    assert policies.deeds(actor(SENDER), row) == BY_SENDER[state]


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("who", [actor(CENTRE, Role.COORDINATOR), actor(STRANGER)])
def test_paper_opens_nothing_to_others(state, who):
    assert policies.deeds(who, referral(state, is_on_paper=True)) == set()


def test_recorded_are_the_answers_and_nothing_else():
    by_receiver = {deed for deeds in BY_RECEIVER.values() for deed in deeds}

    assert {deed for deed, step in policies.DEEDS.items() if step.on_paper} == by_receiver


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("who", [actor(CENTRE, Role.COORDINATOR), actor(STRANGER)])
def test_nobody_else_does_anything(state, who):
    assert policies.deeds(who, referral(state)) == set()


@pytest.mark.parametrize(
    ("role", "may_answer", "may_send"),
    [
        (Role.OFFICER, True, True),
        (Role.CASE_WORKER, True, True),
        (Role.COORDINATOR, True, False),
        (Role.HOTLINE_OPERATOR, False, True),
        (Role.DATA_PROTECTION_OFFICER, False, False),
        (Role.ORGANISATION_ADMINISTRATOR, False, False),
    ],
)
def test_answering_and_sending_need_a_role(role, may_answer, may_send):
    row = referral(S.SENT)

    assert (D.ACKNOWLEDGE in policies.deeds(actor(RECEIVER, role), row)) is may_answer
    assert (D.WITHDRAW in policies.deeds(actor(SENDER, role), row)) is may_send


def test_note_of_a_return_is_taken_once():
    assert not policies.act(actor(SENDER), referral(S.DECLINED, noted_at="noted"), D.NOTE)


def test_a_draft_thrown_away_never_came_back():
    row = referral(S.WITHDRAWN)
    row.sent_at = None

    assert not policies.act(actor(SENDER), row, D.NOTE)


def test_every_deed_has_its_row():
    assert set(policies.DEEDS) == set(D)


def test_deeds_and_the_sweep_together_make_exactly_the_moves():
    made = {
        (before, after)
        for step in policies.DEEDS.values()
        for before in step.states
        for after in step.to
    }
    expiry = {(before, S.EXPIRED) for before in S if S.EXPIRED in MOVES[before]}
    allowed = {(before, after) for before, afters in MOVES.items() for after in afters}

    assert expiry
    assert made | expiry == allowed


def test_what_came_back_moves_no_more():
    assert all(not MOVES[state] for state in RETURNED | {S.CONFIRMED})
