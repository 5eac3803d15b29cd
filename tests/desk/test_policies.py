from datetime import datetime, timedelta

import pytest

from korgoo.desk import policies
from korgoo.desk.enums import When
from tests.conftest import BISHKEK

pytestmark = pytest.mark.usefixtures("_zone")


@pytest.fixture
def _zone(settings):
    settings.TIME_ZONE = "Asia/Bishkek"


def at(*parts):
    return datetime(*parts, tzinfo=BISHKEK)


@pytest.mark.parametrize(
    ("when", "now", "due"),
    [
        (When.HOUR, (2026, 3, 2, 9), (2026, 3, 2, 10)),
        (When.HOURS, (2026, 3, 2, 9), (2026, 3, 2, 12)),
        (When.EVENING, (2026, 3, 2, 9), (2026, 3, 2, 19)),
        (When.EVENING, (2026, 3, 2, 19), (2026, 3, 3, 19)),
        (When.MORNING, (2026, 3, 2, 23), (2026, 3, 3, 10)),
        (When.TOMORROW, (2026, 2, 28, 9), (2026, 3, 1, 19)),
        (When.DAYS, (2026, 3, 2, 9), (2026, 3, 5, 9)),
        (When.WEEK, (2026, 3, 2, 9), (2026, 3, 9, 9)),
    ],
)
def test_a_call_is_due_by_the_words_of_the_desk(when, now, due):
    assert policies.due_at(when, at(*now)) == at(*due)


def test_every_way_to_say_when_is_a_moment_to_come():
    now = at(2026, 3, 2, 9)
    assert all(policies.due_at(when, now) > now for when in When)


@pytest.mark.parametrize(
    ("has_words", "has_agreed", "may"),
    [(True, None, False), (True, True, True), (True, False, True), (False, None, True)],
)
def test_words_need_an_answer_to_whether_they_may_be_kept(has_words, has_agreed, may):
    verdict = policies.keep_words(has_words=has_words, has_agreed=has_agreed)
    assert bool(verdict) is may


@pytest.mark.parametrize(
    ("may_call", "has_number", "has_agreed", "may"),
    [
        ("yes", True, True, True),
        ("yes", False, True, False),
        ("yes", True, False, False),
        ("yes", True, None, False),
        ("never", True, True, False),
        ("", True, True, False),
    ],
)
def test_a_call_is_planned_only_to_whom_it_was_promised(may_call, has_number, has_agreed, may):
    verdict = policies.plan_call(
        may_call=may_call, when="hour", has_number=has_number, has_agreed=has_agreed
    )
    assert bool(verdict) is may


@pytest.mark.parametrize(
    ("answers", "has_words", "may"),
    [
        (["yes"], True, True),
        (["", "yes"], True, True),
        (["never", "yes"], True, False),
        (["yes", "never"], True, True),  # they changed it themselves, later
        (["", "never"], True, False),
        ([""], True, False),
        (["yes"], False, False),
        ([], True, False),
    ],
)
def test_the_last_word_of_a_person_on_calling_counts(answers, has_words, may):
    assert bool(policies.call_back(answers, has_words=has_words)) is may


@pytest.mark.parametrize(
    ("is_noise", "has_case", "may"),
    [(False, False, True), (True, False, False), (False, True, False)],
)
def test_one_case_for_one_person(is_noise, has_case, may):
    assert bool(policies.open_case(is_noise=is_noise, has_case=has_case)) is may


@pytest.mark.parametrize(
    ("is_same", "is_noise", "cases", "may"),
    [
        (False, False, 0, True),
        (False, False, 1, True),
        (False, False, 2, False),
        (True, False, 0, False),
        (False, True, 0, False),
    ],
)
def test_contacts_are_joined_unless_each_has_its_case(is_same, is_noise, cases, may):
    assert bool(policies.join(is_same=is_same, is_noise=is_noise, cases=cases)) is may


@pytest.mark.parametrize(("is_empty", "may"), [(False, True), (True, False)])
def test_something_must_be_handed_over(is_empty, may):
    assert bool(policies.hand_over(is_empty=is_empty)) is may


@pytest.mark.parametrize(
    ("is_taken", "is_own", "may"),
    [(False, False, True), (True, False, False), (False, True, False)],
)
def test_a_shift_is_taken_over_once_by_somebody_else(is_taken, is_own, may):
    assert bool(policies.take_over(is_taken=is_taken, is_own=is_own)) is may


@pytest.mark.parametrize(
    ("outcome", "passed_to", "may"),
    [("passed_on", "", False), ("passed_on", "police", True), ("informed", "", True)],
)
def test_who_was_sent_on_was_sent_somewhere(outcome, passed_to, may):
    assert bool(policies.say_outcome(outcome, passed_to=passed_to)) is may


@pytest.mark.parametrize(
    ("is_marked", "age_band", "is_child"),
    [
        (True, "unknown", True),
        (False, "doubt", True),
        (False, "12-17", True),
        (True, "25-39", True),
        (False, "18-24", False),
        (False, "unknown", False),
    ],
)
def test_who_may_be_a_child_is_treated_as_one(is_marked, age_band, is_child):
    assert policies.is_child(is_marked=is_marked, age_band=age_band) is is_child


@pytest.mark.parametrize(
    ("danger", "asked", "noise", "is_child", "hard"),
    [
        ("yes", "wages", "", False, True),
        ("no", "trafficking", "", False, True),
        ("no", "missing", "", False, True),
        ("", "", "abuse", False, True),
        ("unknown", "wages", "", True, True),
        ("no", "wages", "", True, False),
        ("", "", "silent", False, False),
        ("no", "information", "", False, False),
    ],
)
def test_what_weighs_on_who_listened(danger, asked, noise, is_child, hard):
    found = policies.is_hard(danger=danger, asked=asked, noise=noise, is_child=is_child)
    assert found is hard


@pytest.mark.parametrize(
    ("hours", "hard", "needs"), [(0, 0, False), (3, 2, False), (4, 0, True), (0, 3, True)]
)
def test_rest_is_called_to_mind(hours, hard, needs):
    assert policies.needs_rest(on_shift=timedelta(hours=hours), hard=hard) is needs
