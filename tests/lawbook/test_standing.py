from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.countrypack.schema.lawbook import Instrument
from korgoo.lawbook import standing
from korgoo.lawbook.force import Force, force_on
from korgoo.lawbook.standing import Change, Version

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
WHEN = {"source": "invented", "as_of": "unknown", "trust": "proposal", "status": "needs_review"}
TITLE = {"en": "Shelters"}


def version(starts=None, text="words", **more):
    return Version("21", "21", TITLE, text={"en": text}, starts=starts, **more)


def instrument(*versions, **more):
    article = {"key": "21", "number": "21", "title": TITLE, "versions": list(versions)}
    return Instrument.model_validate(
        {
            "key": "law-1",
            "kind": "law",
            "title": {"en": "Invented law"},
            "short": {"en": "Law 1"},
            "text_status": "part",
            "articles": [article] if versions else [],
            "provenance": WHEN,
            **more,
        }
    )


def wording(**more):
    return {"text": {"en": "words"}, "provenance": WHEN, **more}


@given(st.lists(DAYS, min_size=1, max_size=6, unique=True), DAYS)
def test_it_stood_as_the_last_version_that_had_begun(starts, day):
    found = standing.on_day(standing.arrange([version(s) for s in starts]), day)

    begun = [s for s in starts if s <= day]
    assert (found.starts if found else None) == max(begun, default=None)


@given(st.lists(st.one_of(st.none(), DAYS), min_size=1, max_size=6), DAYS)
def test_never_two_versions_hold_one_day(starts, day):
    arranged = standing.arrange([version(s) for s in starts])

    assert sum(one.holds(day) for one in arranged) <= 1
    assert len(arranged) == len(starts)


@given(st.lists(DAYS, min_size=2, max_size=6, unique=True))
def test_no_day_is_lost_between_two_versions(starts):
    arranged = standing.arrange([version(s) for s in starts])

    for before, after in pairwise(arranged):
        assert before.ends == after.starts - timedelta(days=1)
    assert arranged[-1].ends is None


@given(DAYS, DAYS)
def test_nothing_holds_after_the_last_day_of_the_instrument(start, last):
    (one,) = standing.arrange([version(start)], last=last)

    assert not one.holds(last + timedelta(days=1))
    assert one.holds(start) == (start <= last)


def test_of_two_versions_of_one_day_the_later_adopted_stands():
    day = date(2026, 3, 1)
    arranged = standing.arrange([version(day, "first"), version(day, "second")])

    assert standing.on_day(arranged, day).text == {"en": "second"}


def test_a_version_that_ended_without_a_next_one_leaves_nothing():
    arranged = standing.arrange([version(date(2010, 1, 1), ends=date(2015, 12, 31))])

    assert standing.on_day(arranged, date(2015, 12, 31)) is not None
    assert standing.on_day(arranged, date(2016, 1, 1)) is None


def test_a_change_whose_day_is_not_known_is_not_older_than_the_act_that_brought_it():
    law = instrument(
        wording(),
        wording(amended_by="law-2", day_known=False),
        adopted="2005-03-17",
    )

    rows = standing.from_pack(law.articles[0], law, {"law-2": date(2011, 11, 18)})

    assert [(one.starts, one.is_day_known) for one in rows] == [
        (date(2005, 3, 17), True),
        (date(2011, 11, 18), False),
    ]


def test_a_change_by_an_act_without_a_day_begins_with_the_instrument():
    law = instrument(wording(amended_by="law-2", day_known=False), adopted="2005-03-17")

    (one,) = standing.from_pack(law.articles[0], law, {"law-2": None})

    assert one.starts == date(2005, 3, 17)


def test_an_instrument_on_a_day_has_one_version_of_each_article_that_stood():
    articles = {
        "1": standing.arrange([version(None, "old"), version(date(2018, 1, 11), "new")]),
        "2": standing.arrange([version(date(2020, 1, 1))]),
    }

    before = standing.all_on_day(articles, date(2018, 1, 10))
    after = standing.all_on_day(articles, date(2018, 1, 11))
    later = standing.all_on_day(articles, date(2020, 1, 1))

    assert [one.text["en"] for one in before] == ["old"]
    assert [one.text["en"] for one in after] == ["new"]
    assert len(later) == 2


def test_days_of_change_are_listed_once_each_with_what_brought_them():
    by = {"amended_by": "law-2", "is_day_known": False}
    articles = {
        "1": standing.arrange([version(None), version(date(2011, 11, 18), **by)]),
        "2": standing.arrange([version(date(2011, 11, 18), **by)]),
        "3": standing.arrange([version(date(2026, 5, 1), legal_basis="Order 7")]),
    }

    assert standing.changes(articles) == [
        Change(date(2011, 11, 18), False, ("1", "2"), "law-2"),
        Change(date(2026, 5, 1), True, ("3",), None, "Order 7"),
    ]


@pytest.mark.parametrize(
    ("known", "day", "expected"),
    [
        ({"in_force_from": "2019-01-01"}, date(2018, 12, 31), Force.NOT_YET),
        ({"in_force_from": "2019-01-01"}, date(2019, 1, 1), Force.IN_FORCE),
        ({"adopted": "2017-02-02"}, date(2017, 2, 1), Force.NOT_YET),
        ({"adopted": "2017-02-02"}, date(2017, 2, 2), Force.DAY_UNKNOWN),
        ({}, date(1900, 1, 1), Force.DAY_UNKNOWN),
        ({"in_force_to": "2021-11-30"}, date(2021, 11, 30), Force.DAY_UNKNOWN),
        ({"in_force_to": "2021-11-30"}, date(2021, 12, 1), Force.OVER),
    ],
)
def test_whether_an_instrument_was_in_force(known, day, expected):
    assert force_on(instrument(**known), day) is expected
