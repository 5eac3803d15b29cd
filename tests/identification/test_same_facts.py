"""One fact asked in several catalogues: answered once, it is answered everywhere."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.identification.guidelines import second_answers, spread
from korgoo.identification.rules import Value
from korgoo.identification.same_facts import same_facts
from tests.identification.catalogues_by_hand import catalogue, sign

PRESENT, ABSENT, UNKNOWN, REFUSED = Value.PRESENT, Value.ABSENT, Value.UNKNOWN, Value.REFUSED


def same(code, *others):
    return sign(code, profiles=["adult"], same_as=others)


LABOUR = catalogue(same("D1.01"), same("D1.02"), same("D2.01"), rule="signs")
SEXUAL = catalogue(same("S1.01", "D1.01"), same("S1.02"), rule="signs")
SEEN = catalogue(same("U1.01", "S1.01"), same("U1.02", "D2.01"), rule="signs")
FORCED = catalogue(same("F1.01", "D1.01", "D1.02"), same("F1.02"), rule="signs", second_to="list")
ALL = (LABOUR, SEXUAL, SEEN, FORCED)


def test_an_answer_holds_there_and_back_and_through_others():
    for code in ("D1.01", "S1.01", "U1.01"):
        found = spread({code: (PRESENT, "document")}, ALL)
        assert found == dict.fromkeys(["D1.01", "S1.01", "U1.01"], (PRESENT, "document"))


def test_what_is_asked_in_one_catalogue_only_stays_there():
    told = {"D1.02": (ABSENT, "told"), "S1.02": (PRESENT, "told"), "X9.99": (PRESENT, "told")}
    assert spread(told, ALL) == told


def test_present_counts_before_absent_and_keeps_its_source():
    told = {"D1.01": (ABSENT, "told"), "U1.01": (PRESENT, "observed")}
    assert spread(told, ALL) == dict.fromkeys(["D1.01", "S1.01", "U1.01"], (PRESENT, "observed"))


@pytest.mark.parametrize("silent", [UNKNOWN, REFUSED])
def test_an_answer_counts_before_none(silent):
    told = {"D1.01": (silent, "told"), "S1.01": (ABSENT, "document")}
    assert spread(told, ALL)["D1.01"] == (ABSENT, "document")


def test_an_answer_that_says_as_much_keeps_its_own_source():
    told = {"S1.01": (PRESENT, "told"), "D1.01": (PRESENT, "document")}
    found = spread(told, ALL)
    assert found["S1.01"] == (PRESENT, "told")
    assert found["U1.01"] == (PRESENT, "document")


def test_what_sums_others_up_does_not_make_them_the_same():
    assert spread({"D1.01": (PRESENT, "told")}, ALL).keys().isdisjoint({"D1.02", "F1.01"})
    assert same_facts(ALL) == [["D1.01", "S1.01", "U1.01"], ["D2.01", "U1.02"]]


CODES = ("D1.01", "D1.02", "D2.01", "S1.01", "S1.02", "U1.01", "U1.02")
answers = st.dictionaries(
    st.sampled_from(CODES),
    st.tuples(st.sampled_from(Value), st.sampled_from(["told", "observed", "document"])),
)


@given(answers)
def test_once_spread_nothing_more_follows(told):
    once = spread(told, ALL)
    assert spread(once, ALL) == once
    assert told.keys() <= once.keys()


@given(answers, st.randoms())
def test_no_order_matters(told, chance):
    rows = list(told.items())
    chance.shuffle(rows)
    for catalogues in permutations(ALL):
        assert spread(dict(rows), catalogues) == spread(told, ALL)


@given(answers)
def test_nothing_is_answered_that_was_answered_nowhere(told):
    found = spread(told, ALL)
    for group in (["D1.01", "S1.01", "U1.01"], ["D2.01", "U1.02"], ["D1.02"], ["S1.02"]):
        said = {told[code][0] for code in group if code in told}
        for code in group:
            value = found[code][0] if code in found else Value.NOT_ASKED
            if PRESENT in said:
                assert value is PRESENT
            elif ABSENT in said:
                assert value is ABSENT
            else:
                assert value in {UNKNOWN, REFUSED, Value.NOT_ASKED}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (PRESENT, PRESENT, PRESENT),
        (PRESENT, ABSENT, PRESENT),
        (PRESENT, None, PRESENT),
        (REFUSED, PRESENT, PRESENT),
        (ABSENT, ABSENT, ABSENT),
        (ABSENT, None, None),
        (ABSENT, UNKNOWN, None),
        (ABSENT, REFUSED, None),
        (UNKNOWN, REFUSED, None),
        (None, None, None),
    ],
)
def test_a_second_catalogue_is_answered_from_the_first(one, other, expected):
    told = {"D1.01": one, "D1.02": other}
    values = {code: value for code, value in told.items() if value}
    assert second_answers(FORCED, values) == ({"F1.01": expected} if expected else {})
