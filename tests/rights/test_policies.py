"""What may be told on a day: tables."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from korgoo.rights import policies
from korgoo.rights.enums import ENDED, MOVES, OPEN, Confidence, Standing, VersionState

TODAY = date(2026, 3, 2)
BEFORE, AFTER = date(2026, 3, 1), date(2026, 3, 3)
S, V = Standing, VersionState


@dataclass(frozen=True)
class Version:
    """The days of a version."""

    state: str = V.PUBLISHED
    valid_from: date | None = None
    valid_to: date | None = None
    review_by: date = AFTER
    ended_at: datetime | None = None
    number: int = 1


STANDINGS = [
    (Version(), S.CURRENT),
    (Version(review_by=TODAY), S.CURRENT),
    (Version(review_by=BEFORE), S.STALE),
    (Version(valid_to=TODAY), S.CURRENT),
    (Version(valid_to=BEFORE), S.HISTORY),
    (Version(valid_to=BEFORE, review_by=BEFORE), S.HISTORY),
    (Version(valid_from=TODAY), S.CURRENT),
    (Version(valid_from=AFTER), S.COMING),
    (Version(valid_from=AFTER, review_by=BEFORE), S.STALE),
    (Version(state=V.EXPIRED), S.HISTORY),
    (Version(state=V.SUPERSEDED), S.HISTORY),
    (Version(state=V.DRAFT), S.UNVERIFIED),
    (Version(state=V.WAITING), S.UNVERIFIED),
    (Version(state=V.DROPPED), S.UNVERIFIED),
    (Version(state=V.DRAFT, valid_to=BEFORE), S.UNVERIFIED),
]


@pytest.mark.parametrize(("version", "expected"), STANDINGS)
def test_the_standing_of_a_version(version, expected):
    assert policies.standing(version, TODAY) == expected


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (Version(), S.HISTORY),
        (Version(review_by=BEFORE), S.HISTORY),
        (Version(state=V.DRAFT), S.UNVERIFIED),
    ],
)
def test_what_another_statement_replaced_is_history(version, expected):
    assert policies.standing(version, TODAY, is_replaced=True) == expected


@pytest.mark.parametrize(
    ("begins", "replaced"), [(None, {"old"}), (TODAY, {"old"}), (AFTER, set())]
)
def test_a_statement_replaces_others_from_its_first_day(begins, replaced):
    new = SimpleNamespace(valid_from=begins, supersedes=["old"])
    assert policies.replaced_keys([new], TODAY) == replaced


@pytest.mark.parametrize(
    ("trust", "sort", "shown"),
    [
        ("sourced", "law", True),
        ("sourced", "advice", True),
        ("proposal", "advice", True),
        ("proposal", "law", False),
        ("background-high", "law", False),
        ("background-high", "advice", False),
        ("background-medium", "number", False),
    ],
)
def test_background_knowledge_is_never_shown_as_a_rule(trust, sort, shown):
    assert policies.may_be_shown(trust, sort) is shown


@pytest.mark.parametrize(
    ("trust", "source", "official", "sure"),
    [
        ("sourced", "law", True, Confidence.HIGH),
        ("sourced", "embassy", True, Confidence.HIGH),
        ("sourced", "press", False, Confidence.MEDIUM),
        ("sourced", "ngo", False, Confidence.MEDIUM),
        ("background-high", "law", False, Confidence.LOW),
        ("proposal", "platform", False, Confidence.MEDIUM),
    ],
)
def test_press_and_organisations_report_and_do_not_say_what_holds(trust, source, official, sure):
    assert policies.is_official(trust, source) is official
    assert policies.confidence(trust, source) == sure


@pytest.mark.parametrize(
    ("trust", "checked", "offered"),
    [
        ("sourced", None, True),
        ("background-high", None, False),
        ("background-high", BEFORE, True),
        ("proposal", None, False),
    ],
)
def test_a_number_is_offered_when_a_source_or_a_person_stands_for_it(trust, checked, offered):
    assert policies.may_be_offered(trust, checked) is offered


@pytest.mark.parametrize(
    ("review_by", "fresh"), [(None, False), (BEFORE, False), (TODAY, True), (AFTER, True)]
)
def test_a_number_is_fresh_until_its_day(review_by, fresh):
    assert policies.is_fresh(review_by, TODAY) is fresh


OLD = Version(state=V.SUPERSEDED, number=1)
NEW = Version(valid_from=date(2025, 11, 11), number=2)
CORRECTED = Version(valid_from=date(2025, 11, 11), number=3)
ENDED_RULE = Version(valid_from=date(2024, 1, 1), valid_to=date(2025, 11, 10))
WITHDRAWN = Version(state=V.EXPIRED, ended_at=datetime(2026, 1, 10, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("versions", "day", "held"),
    [
        ([OLD, NEW], date(2025, 11, 10), OLD),
        ([OLD, NEW], date(2025, 11, 11), NEW),
        ([NEW, OLD], date(2026, 3, 2), NEW),
        ([OLD, NEW, CORRECTED], date(2026, 1, 1), CORRECTED),
        ([ENDED_RULE], date(2023, 12, 31), None),
        ([ENDED_RULE], date(2024, 1, 1), ENDED_RULE),
        ([ENDED_RULE], date(2025, 11, 10), ENDED_RULE),
        ([ENDED_RULE], date(2025, 11, 11), None),
        ([WITHDRAWN], date(2026, 1, 10), WITHDRAWN),
        ([WITHDRAWN], date(2026, 1, 11), None),
        ([], TODAY, None),
    ],
)
def test_which_wording_held_on_a_day(versions, day, held):
    assert policies.held_on(versions, day) == held


def test_every_state_has_its_moves_and_can_be_reached_from_a_draft():
    assert set(MOVES) == set(V)
    reached, edge = {V.DRAFT}, {V.DRAFT}
    while edge:
        edge = {to for state in edge for to in MOVES[state]} - reached
        reached |= edge
    assert reached == set(V)
    assert {state for state in V if not MOVES[state]} == ENDED
    assert not OPEN & ENDED
    assert policies.may_move(V.WAITING, V.PUBLISHED)
    assert not policies.may_move(V.DRAFT, V.PUBLISHED)


def test_nobody_checks_what_they_wrote(people):
    editor, second = people.editor.actor, people.second.actor
    assert policies.may_review(editor, None)
    assert policies.may_review(second, editor.user_id)
    assert not policies.may_review(editor, editor.user_id)
    assert not policies.may_review(people.worker.actor, None)
    assert not policies.may_review(people.elsewhere.actor, None)
