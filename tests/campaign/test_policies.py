"""Who may do what with a campaign, as tables."""

from datetime import date

import pytest

from korgoo.campaign import policies
from korgoo.campaign.enums import (
    MOVES,
    OPEN_TO_AIMS,
    OPEN_TO_PARTS,
    OPEN_TO_RESULTS,
    PUBLIC,
    Part,
    State,
)

READY = {"open_risks": 0, "unlooked": 0, "unready": 0, "is_over": False, "words": ""}


def test_every_state_has_its_moves_and_can_be_reached():
    assert set(MOVES) == set(State)
    reached = {State.DRAFT} | {to for ways in MOVES.values() for to in ways}
    assert reached == set(State)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("to", State)
def test_only_the_moves_of_the_table_are_allowed(state, to):
    assert bool(policies.move(state, to, seen=state)) is (to in MOVES[state])


def test_who_looked_at_an_older_page_is_told_so():
    assert not policies.move(State.PLANNED, State.RUNNING, seen=State.DRAFT)


@pytest.mark.parametrize("state", State)
def test_aims_stand_fast_once_it_runs_and_parts_once_it_is_over(state):
    assert bool(policies.change(state)) is (state in OPEN_TO_AIMS)
    assert bool(policies.change_part(state, Part.OBJECTIVE)) is (state in OPEN_TO_AIMS)
    assert bool(policies.change_part(state, Part.PARTNER)) is (state in OPEN_TO_PARTS)
    assert bool(policies.make_code(state)) is (state in OPEN_TO_PARTS)
    assert bool(policies.write_results(state)) is (state in OPEN_TO_RESULTS)


def test_what_runs_or_ran_is_public_and_nothing_else():
    assert set(PUBLIC) == {State.RUNNING, State.ENDED, State.REPORTED}


@pytest.mark.parametrize(
    ("changed", "may"),
    [
        ({}, True),
        ({"open_risks": 1}, False),
        ({"unlooked": 1}, False),
        ({"unready": 2}, False),
        ({"unready": 2, "words": "  "}, False),
        ({"unready": 2, "words": "The second line opens on Monday."}, True),
        ({"open_risks": 1, "words": "No time."}, False),
        ({"unlooked": 1, "words": "No time."}, False),
        ({"is_over": True}, False),
    ],
)
def test_a_launch_is_stopped_by_silence_and_not_by_unreadiness(changed, may):
    assert bool(policies.launch(**(READY | changed))) is may


@pytest.mark.parametrize(
    ("missing", "objectives", "audiences", "may"),
    [([], 1, 1, True), (["ky"], 1, 1, False), ([], 0, 1, False), ([], 1, 0, False)],
)
def test_a_plan_is_shown_when_it_is_whole(missing, objectives, audiences, may):
    verdict = policies.plan(missing=missing, objectives=objectives, audiences=audiences)
    assert bool(verdict) is may


@pytest.mark.parametrize(
    ("is_early", "words", "may"), [(False, "", True), (True, "", False), (True, "Floods.", True)]
)
def test_ending_early_is_said_in_words(is_early, words, may):
    assert bool(policies.end(is_early=is_early, words=words)) is may


@pytest.mark.parametrize(
    ("ends_on", "may"),
    [
        (date(2026, 7, 30), False),
        (date(2026, 7, 31), True),
        (date(2027, 7, 31), True),
        (date(2027, 8, 1), False),
    ],
)
def test_days_fit_each_other(ends_on, may):
    assert bool(policies.dates(date(2026, 7, 31), ends_on)) is may


@pytest.mark.parametrize(
    ("asked", "remember", "acted", "messages", "may"),
    [
        (10, 10, 10, 10, True),
        (10, 11, 0, 0, False),
        (10, 5, 6, 0, False),
        (10, 5, 5, 6, False),
        (10, 0, 0, 0, True),
    ],
)
def test_counts_of_a_survey_fit_each_other(asked, remember, acted, messages, may):
    assert bool(policies.recall_counts(asked, remember, acted, most_messages=messages)) is may


def test_not_ready_is_said_with_words():
    assert policies.say_ready(is_ready=True, words="")
    assert not policies.say_ready(is_ready=False, words=" ")
    assert policies.say_ready(is_ready=False, words="One line is out.")


def test_every_result_is_written_before_the_report_closes():
    assert policies.report(without_result=0)
    assert not policies.report(without_result=1)
