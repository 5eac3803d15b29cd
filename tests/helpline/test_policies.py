from datetime import UTC, datetime, timedelta

import pytest

from korgoo.helpline import policies
from korgoo.helpline.enums import MOVES, OPEN, Danger, State

ME, OTHER = 1, 2
NOW = datetime(2026, 3, 2, 3, 17, 44, 123, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "taken_by", "may"),
    [
        (State.NEW, None, True),
        (State.TAKEN, ME, True),
        (State.TAKEN, OTHER, False),
        (State.ANSWERED, OTHER, True),
        (State.ENDED, ME, False),
        (State.PASSED_ON, ME, False),
        (State.SPAM, ME, False),
    ],
)
def test_one_takes_what_is_open_and_nobody_elses(state, taken_by, may):
    assert bool(policies.take(state, taken_by=taken_by, by=ME)) is may
    for to in (State.ENDED, State.PASSED_ON, State.SPAM):
        assert bool(policies.end(state, to, taken_by=taken_by, by=ME)) is may


@pytest.mark.parametrize(
    ("state", "taken_by", "is_head", "may"),
    [
        (State.TAKEN, ME, False, True),
        (State.TAKEN, OTHER, False, False),
        (State.TAKEN, OTHER, True, True),
        (State.NEW, None, True, False),
        (State.ANSWERED, ME, False, False),
    ],
)
def test_one_gives_back_ones_own_and_a_head_what_a_colleague_took(state, taken_by, is_head, may):
    verdict = policies.release(state, taken_by=taken_by, by=ME, is_head=is_head)
    assert bool(verdict) is may


@pytest.mark.parametrize(
    ("seconds", "danger", "may"),
    [
        (2, Danger.NO, False),
        (3, Danger.NO, True),
        (0, Danger.UNKNOWN, False),
        (0, Danger.YES, True),
        (0, None, False),
        (86_400, Danger.NO, True),
    ],
)
def test_only_a_program_or_a_cry_is_that_quick(seconds, danger, may):
    shown = NOW - timedelta(seconds=seconds)
    assert bool(policies.send_in_time(shown, now=NOW, danger=danger)) is may


def test_a_form_that_nobody_showed_is_looked_at_once_more():
    assert not policies.send_in_time(None, now=NOW, danger=Danger.NO)


@pytest.mark.parametrize(("unread", "may"), [(0, True), (19, True), (20, False)])
def test_a_person_writes_until_very_much_waits(unread, may):
    assert bool(policies.write(unread=unread)) is may


def test_danger_has_a_budget_that_others_cannot_use_up():
    quiet, _most = policies.budget_of(Danger.NO)
    loud, most = policies.budget_of(Danger.YES)
    assert policies.budget_of(Danger.UNKNOWN)[0] == quiet != loud
    assert most > policies.SENT_PER_HOUR


def test_of_a_time_only_the_hour_is_kept():
    assert policies.to_the_hour(NOW) == datetime(2026, 3, 2, 3, tzinfo=UTC)


def test_whatever_is_over_opens_again_when_the_person_writes():
    assert all(State.NEW in MOVES[state] for state in set(State) - {State.NEW})
    assert all(MOVES[state] == {State.NEW} for state in set(State) - OPEN)
