"""Rules of reports and of reading answers, as tables."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from korgoo.offers import policies
from korgoo.offers.enums import Reply, ReportState
from korgoo.offers.reading import read
from korgoo.offers.told import Told, from_data

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SIGNS = [SimpleNamespace(key=key, is_grave=key in {"b", "d"}) for key in ("a", "b", "c", "d", "e")]


@pytest.mark.parametrize(
    ("seconds", "is_allowed"),
    [
        (-5, False),
        (0, False),
        (2.9, False),
        (3, True),
        (3600, True),
        (86400, True),
        (86401, False),
    ],
)
def test_a_report_is_sent_by_somebody_who_looked_it_through(seconds, is_allowed):
    verdict = policies.send(NOW - timedelta(seconds=seconds), now=NOW)

    assert bool(verdict) is is_allowed


@pytest.mark.parametrize(
    ("told", "has_picture", "is_allowed"),
    [
        ({}, False, False),
        ({"country": "TR", "pay": "2000", "visa": "tourist", "language": "ky"}, False, False),
        ({"text": "a"}, False, True),
        ({"agency": "a"}, False, True),
        ({"job": "a"}, False, True),
        ({"link": "a"}, False, True),
        ({}, True, True),
    ],
)
def test_a_report_says_something_that_can_be_looked_into(told, has_picture, is_allowed):
    assert bool(policies.take(Told(**told), has_picture=has_picture)) is is_allowed


@pytest.mark.parametrize("state", list(ReportState))
@pytest.mark.parametrize("seen", list(ReportState))
def test_who_settles_has_seen_what_stands_there(state, seen):
    assert bool(policies.settle(state, seen=seen)) is (state == seen)


@pytest.mark.parametrize(
    ("replies", "grave", "other", "unknown", "has_answers"),
    [
        ({}, "", "", "", False),
        ({"a": "", "b": "perhaps"}, "", "", "", False),
        (dict.fromkeys("abcde", Reply.NO), "", "", "", True),
        (dict.fromkeys("edcba", Reply.YES), "bd", "ace", "", True),
        ({"d": "yes", "a": "yes", "c": "unknown", "b": "unknown"}, "d", "a", "bc", True),
        ({"unheard-of": "yes"}, "", "", "", False),
    ],
)
def test_answers_are_sorted_and_never_counted(replies, grave, other, unknown, has_answers):
    found = read(SIGNS, replies)

    keys = ["".join(s.key for s in part) for part in (found.grave, found.other, found.unknown)]
    assert keys == [grave, other, unknown]
    assert found.has_answers is has_answers
    assert found.has_signs is bool(grave or other)


def test_what_was_told_is_read_again_without_what_an_older_form_knew():
    told = Told(agency="Үлгү", when="кечээ")

    assert from_data(told.as_data() | {"fax": "1"}) == told
