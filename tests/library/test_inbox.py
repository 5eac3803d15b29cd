"""What concerns a member: grouped, late first; nothing that they may not know."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.library import inboxes
from korgoo.library.inboxes import InboxItem
from tests.members import words_of_main

DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def boxes(monkeypatch):
    monkeypatch.setattr(inboxes, "_registered", {})
    return inboxes


@given(days=st.lists(DAYS, min_size=1, max_size=8))
def test_the_earliest_day_comes_first_and_no_day_last(days):
    items = [InboxItem(str(n), "/", day) for n, day in enumerate(days)]
    ordered = [item.due_on for item in sorted(items, key=inboxes._place)]
    named = [day for day in ordered if day]
    assert ordered == sorted(named) + [None] * (len(days) - len(named))


def test_groups_stand_in_the_order_of_their_first_day(boxes):
    boxes.register_inbox("a", "Later", lambda actor: [InboxItem("x", "/", date(2026, 5, 1))])
    boxes.register_inbox("b", "Empty", lambda actor: [])
    boxes.register_inbox("c", "Sooner", lambda actor: [InboxItem("y", "/", date(2026, 4, 1))])
    boxes.register_inbox("d", "Never", lambda actor: [InboxItem("z", "/", None)])
    assert [group.words for group in boxes.gather(actor=None)] == ["Sooner", "Later", "Never"]


def test_the_page_says_what_is_late(people, enter, boxes):
    boxes.register_inbox(
        "a", "Promises", lambda actor: [InboxItem("Print", "/x/", date(2026, 2, 27), "Do it")]
    )
    page = words_of_main(enter(people.worker).get("inbox"))
    assert "1 thing is late" in page
    assert "3 days late" in page


def test_an_empty_inbox_is_kind(people, enter):
    assert "Nothing waits for you here." in words_of_main(enter(people.worker).get("inbox"))


def test_who_has_no_part_in_the_platform_finds_no_inbox(people, enter):
    browser = enter(people.administrator)
    for page in ("inbox", "list", "announcements", "add", "announce"):
        assert browser.get(page).status_code == 404, page
