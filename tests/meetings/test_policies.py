"""What may become of a meeting and of a decision, who may answer, which days can be: tables."""

from datetime import date, timedelta

import pytest

from korgoo.meetings import policies
from korgoo.meetings.enums import (
    DECISION_MOVES,
    MEETING_MOVES,
    DecisionState,
    MeetingState,
)
from korgoo.meetings.policies import Part

TODAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
M, D = MeetingState, DecisionState


@pytest.mark.parametrize("moves", [MEETING_MOVES, DECISION_MOVES])
def test_every_state_has_its_moves_and_can_be_reached(moves):
    kind = type(next(iter(moves)))
    assert set(moves) == set(kind)
    reached = {next(iter(moves))}
    for _step in moves:
        reached |= {to for state in reached for to in moves[state]}
    assert reached == set(kind)


@pytest.mark.parametrize("state", list(M))
@pytest.mark.parametrize("to", list(M))
def test_a_meeting_moves_as_the_table_says(state, to):
    assert bool(policies.move(state, to)) == (to in MEETING_MOVES[state])


@pytest.mark.parametrize("state", list(D))
@pytest.mark.parametrize("to", list(D))
def test_a_decision_moves_as_the_table_says(state, to):
    assert bool(policies.decision_move(state, to)) == (to in DECISION_MOVES[state])


KEEPER, MEMBER = Part(keeps=True), Part(is_invited=True, is_voting=True)
OBSERVER, STRANGER = Part(is_invited=True), Part()


@pytest.mark.parametrize(
    ("part", "state", "knows", "reads"),
    [
        (KEEPER, M.PLANNED, True, True),
        (MEMBER, M.PLANNED, False, False),
        (MEMBER, M.INVITED, True, False),
        (MEMBER, M.WRITING, True, False),
        (MEMBER, M.SENT, True, True),
        (OBSERVER, M.SIGNED, True, True),
        (OBSERVER, M.CANCELLED, True, False),
        (STRANGER, M.SIGNED, False, False),
    ],
)
def test_who_is_invited_learns_of_a_meeting_and_reads_minutes_when_they_are_sent(
    part, state, knows, reads
):
    assert policies.knows(part, state) == knows
    assert policies.sees_minutes(part, state) == reads


@pytest.mark.parametrize(
    ("day", "is_past", "fits"),
    [
        (TODAY, False, True),
        (YESTERDAY, False, False),
        (date(2037, 1, 1), False, False),
        (YESTERDAY, True, True),
        (TOMORROW, True, False),
        (date(1990, 1, 1), True, False),
    ],
)
def test_a_meeting_to_come_lies_ahead_and_one_that_was_held_behind(day, is_past, fits):
    assert bool(policies.begins(day, TODAY, is_past=is_past)) == fits


@pytest.mark.parametrize(
    ("due_on", "kind", "is_past", "fits"),
    [
        (TOMORROW, "decision", False, True),
        (TODAY, "decision", False, True),
        (YESTERDAY, "decision", False, False),
        (None, "decision", False, False),
        (None, "recommendation", False, True),
        (YESTERDAY, "recommendation", False, False),
        (YESTERDAY, "decision", True, True),
        (TODAY - timedelta(days=9), "decision", True, False),
        (date(2040, 1, 1), "decision", False, False),
    ],
)
def test_a_decision_is_due_after_it_was_made_and_not_in_the_past(due_on, kind, is_past, fits):
    meeting_day = TODAY - timedelta(days=5)
    verdict = policies.due(
        due_on, kind=kind, meeting_day=meeting_day, today=TODAY, is_past=is_past
    )
    assert bool(verdict) == fits


def test_a_decision_without_an_owner_is_refused_in_words():
    verdict = policies.owner(None)
    assert not verdict
    assert "without an owner" in str(verdict.reason)
    assert policies.owner(7)


@pytest.mark.parametrize(
    ("part", "state", "until", "words_needed", "may"),
    [
        (MEMBER, M.SENT, TODAY, False, True),
        (MEMBER, M.SENT, YESTERDAY, False, False),
        (MEMBER, M.WRITING, TODAY, False, False),
        (MEMBER, M.SENT, TODAY, True, False),
        (OBSERVER, M.SENT, TODAY, False, False),
        (KEEPER, M.SENT, TODAY, False, False),
    ],
)
def test_members_with_a_seat_answer_in_time(part, state, until, words_needed, may):
    verdict = policies.reply(part, state, until, TODAY, words_needed=words_needed)
    assert bool(verdict) == may


@pytest.mark.parametrize(
    ("missing", "objections", "until", "may"),
    [
        (0, 0, TOMORROW, True),
        (1, 0, TOMORROW, False),
        (1, 0, TODAY, False),
        (1, 0, YESTERDAY, True),
        (0, 1, TOMORROW, False),
        (0, 1, YESTERDAY, True),
    ],
)
def test_minutes_are_signed_when_all_agree_or_their_time_is_over(missing, objections, until, may):
    verdict = policies.sign(missing=missing, objections=objections, until=until, today=TODAY)
    assert bool(verdict) == may
