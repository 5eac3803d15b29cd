"""Who may do what with the plan, as tables."""

from datetime import date

import pytest

from korgoo.access.actor import Actor
from korgoo.access.enums import Mandate, Role
from korgoo.plan import policies
from korgoo.plan.enums import MOVES, ReportState, VersionState

KEEPER, OTHER = 1, 2
DRAFT, SENT, RETURNED, ACCEPTED = ReportState


def actor(role=Role.SECRETARY, house=KEEPER, mandate=Mandate.COORDINATE):
    return Actor(7, house, frozenset({role}), frozenset({mandate}))


@pytest.mark.parametrize(
    ("who", "allowed"),
    [
        (actor(), True),
        (actor(house=OTHER), False),
        (actor(Role.HEAD), False),
        (actor(mandate=Mandate.TAKE_PART), False),
        (None, True),
    ],
    ids=["keeper", "another body", "no secretary", "no mandate", "the platform"],
)
def test_only_the_secretary_of_who_collects_keeps_a_plan(who, allowed):
    assert bool(policies.keep(who, KEEPER)) is allowed


@pytest.mark.parametrize(
    ("who", "state", "allowed"),
    [
        (actor(mandate=Mandate.TAKE_PART), DRAFT, True),
        (actor(Role.HEAD, mandate=Mandate.SERVE), RETURNED, True),
        (actor(mandate=Mandate.TAKE_PART), SENT, False),
        (actor(mandate=Mandate.TAKE_PART), ACCEPTED, False),
        (actor(house=OTHER), DRAFT, False),
        (actor(Role.CAMPAIGN_OFFICER), DRAFT, False),
        (actor(Role.DATA_PROTECTION_OFFICER), DRAFT, False),
    ],
)
def test_a_report_is_written_by_those_who_speak_for_its_organisation(who, state, allowed):
    assert bool(policies.write(who, KEEPER, state)) is allowed


@pytest.mark.parametrize(
    ("house", "was_sent", "allowed"),
    [(2, False, True), (2, True, True), (1, False, False), (1, True, True), (3, True, False)],
    ids=["own draft", "own", "keeper, draft", "keeper, sent", "a third one"],
)
def test_a_report_is_read_by_its_own_and_when_sent_by_the_keeper(house, was_sent, allowed):
    who = actor(house=house)
    verdict = policies.read(who, bearer_id=2, keeper_id=1, was_sent=was_sent)
    assert bool(verdict) is allowed


def test_every_state_of_a_report_has_its_moves():
    assert set(MOVES) == set(ReportState)


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        (DRAFT, SENT, True),
        (SENT, RETURNED, True),
        (SENT, ACCEPTED, True),
        (RETURNED, SENT, True),
        (DRAFT, ACCEPTED, False),
        (ACCEPTED, RETURNED, False),
        (ACCEPTED, SENT, False),
        (SENT, SENT, False),
    ],
)
def test_a_report_moves_as_the_table_says(before, after, allowed):
    assert bool(policies.move(before, after)) is allowed


@pytest.mark.parametrize(
    ("state", "is_newest", "reason", "allowed"),
    [
        (ACCEPTED, True, "A figure was wrong", True),
        (ACCEPTED, True, "  ", False),
        (ACCEPTED, False, "A figure was wrong", False),
        (SENT, True, "A figure was wrong", False),
    ],
)
def test_only_the_newest_accepted_report_is_corrected_and_with_a_reason(
    state, is_newest, reason, allowed
):
    assert bool(policies.correct(state, is_newest=is_newest, reason=reason)) is allowed


@pytest.mark.parametrize(
    ("day", "newest", "is_empty", "allowed"),
    [
        (date(2026, 1, 1), None, False, True),
        (date(2026, 1, 1), None, True, False),
        (date(2025, 12, 31), None, False, False),
        (date(2028, 1, 1), None, False, False),
        (date(2026, 4, 1), date(2026, 1, 1), False, True),
        (date(2026, 1, 1), date(2026, 1, 1), False, False),
    ],
)
def test_a_version_is_in_force_after_the_one_before_and_within_the_plan(
    day, newest, is_empty, allowed
):
    years = {"first_day": date(2026, 1, 1), "last_day": date(2027, 12, 31)}
    assert bool(policies.adopt(day, newest=newest, is_empty=is_empty, **years)) is allowed


def test_nobody_responsible_and_nobody_to_report_are_named():
    assert "1.2" in str(policies.adopt_parts(unowned=["1.2"], silent=[]).reason)
    assert "Naryn" in str(policies.adopt_parts(unowned=[], silent=["Naryn"]).reason)
    assert policies.adopt_parts(unowned=[], silent=[])


def test_an_adopted_version_never_changes():
    assert policies.change(VersionState.DRAFT)
    assert not policies.change(VersionState.ADOPTED)


@pytest.mark.parametrize(
    ("today", "allowed"),
    [(date(2026, 5, 29), False), (date(2026, 5, 30), True), (date(2026, 7, 1), True)],
)
def test_a_round_opens_a_month_before_its_period_ends(today, allowed):
    assert bool(policies.open_round(date(2026, 6, 30), today)) is allowed
