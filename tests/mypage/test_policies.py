from datetime import UTC, date, datetime, timedelta

import pytest

from korgoo.mypage import policies
from korgoo.mypage.models import Page

NOW = datetime(2026, 3, 2, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("wrong", "wait"),
    [
        (0, 0 * MINUTE),
        (4, 0 * MINUTE),
        (5, MINUTE),
        (6, 2 * MINUTE),
        (10, 32 * MINUTE),
        (15, 1024 * MINUTE),
        (16, DAY),
        (10_000, DAY),
    ],
)
def test_each_wrong_code_doubles_the_wait(wrong, wait):
    assert policies.wait_after(wrong) == wait


def test_a_year_of_guessing_is_a_few_hundred_tries():
    """The figure of the decision record: tries in a year against one page, of 10^12 codes."""
    spent, tries = timedelta(0), 0
    while spent < policies.CODE_LIFE:
        tries += 1
        spent += policies.wait_after(tries)
    assert 300 < tries < 400
    assert tries / 10**policies.CODE_DIGITS < 1e-9


@pytest.mark.parametrize(
    ("change", "may"),
    [
        ({}, True),
        ({"cancelled_at": NOW}, False),
        ({"expires_at": NOW}, False),
        ({"waits_until": NOW + MINUTE}, False),
        ({"waits_until": NOW}, True),
    ],
)
def test_a_code_is_compared_only_on_an_open_page_that_does_not_wait(change, may):
    page = Page(**{"expires_at": NOW + DAY, **change})
    assert policies.look_at_code(page, now=NOW) is may


def test_no_page_compares_no_code():
    assert not policies.look_at_code(None, now=NOW)


@pytest.mark.parametrize(
    ("code", "may"),
    [("", True), ("996555000111", True), ("12345", False), ("99655500011a", False)],
)
def test_the_other_code_has_the_length_of_every_code(code, may):
    assert bool(policies.choose_other_code(code)) is may


@pytest.mark.parametrize(("month", "quarter"), [(1, 1), (3, 1), (4, 2), (9, 3), (10, 4), (12, 4)])
def test_a_day_lies_in_its_quarter(month, quarter):
    assert policies.quarter_of(date(2026, month, 28)) == f"2026-{quarter}"


@pytest.mark.parametrize(
    ("count", "quarter", "may"),
    [(5, "2025-4", True), (4, "2025-4", False), (500, "2026-1", False), (0, "2025-4", False)],
)
def test_opinions_wait_for_company_and_for_the_end_of_the_quarter(count, quarter, may):
    verdict = policies.show_opinions(count=count, quarter=quarter, today=date(2026, 3, 2))
    assert bool(verdict) is may
    assert may or str(verdict.reason)
