"""Guidelines read by elements, and guidelines of signs: branches, explanations, next questions."""

from dataclasses import replace

import pytest

from korgoo.identification.rules import (
    DimensionState,
    Element,
    ElementReading,
    Guideline,
    Indicator,
    Outcome,
    RuleKind,
    Strength,
    Value,
    read,
)
from tests.identification.rules.unweighted import (
    ACT_MEANS_PURPOSE,
    BRANCHES,
    FOR_CHILDREN,
    NONE,
    SEEN,
    SHORT,
    SIGNS,
    none_of,
)
from tests.identification.rules.weights import ADULT, present


@pytest.mark.parametrize(("guideline", "answers", "outcome", "because"), BRANCHES)
def test_the_branch(guideline, answers, outcome, because):
    reading = read(guideline, answers)
    assert (reading.outcome.value, reading.because.value) == (outcome, because)
    assert reading.rule == guideline.rule


def test_each_element_says_what_shows_it_and_what_is_missing():
    reading = read(ACT_MEANS_PURPOSE, none_of("P1") | present("A1.02 M2.01"))
    shown, not_shown, is_open = (
        DimensionState.POSITIVE,
        DimensionState.NOT_SHOWN,
        DimensionState.OPEN,
    )
    assert reading.elements == (
        ElementReading("act", shown, True, False, ("A1.02",), ("A1.01",), 0, True),
        ElementReading("means", is_open, True, False, ("M2.01",), ("M1.01", "M2.02"), 1, True),
        ElementReading("purpose", not_shown, True, True, (), (), 1, True),
    )


def test_an_element_that_a_child_does_not_need_is_still_described():
    means = read(FOR_CHILDREN, present("M1.01 M2.01")).elements[1]
    assert (means.key, means.needed, means.state) == ("means", False, DimensionState.POSITIVE)


def test_an_element_that_the_list_cannot_show_says_so():
    means = read(SHORT, {}).elements[1]
    assert (means.state, means.showable, means.more) == (DimensionState.NOT_SHOWN, False, 3)
    without = replace(SHORT, elements=(Element("means", ()), Element("act", ("A1",))))
    reading = read(without, present("A1.01"))
    assert (reading.outcome, reading.elements[0].showable) == (Outcome.NOT_ENOUGH, False)


@pytest.mark.parametrize("guideline", [ACT_MEANS_PURPOSE, SEEN])
def test_a_dimension_without_weights_is_positive_by_one_sign_and_counts_none(guideline):
    one, *_, last = read(guideline, none_of("P1") | present("A1.01")).dimensions
    assert (one.dimension, one.state) == ("A1", DimensionState.POSITIVE)
    assert (one.rule, one.strong, one.medium, one.weak) == (None, 0, 0, 0)
    assert (one.present, one.open) == (("A1.01",), ("A1.02",))
    assert (last.dimension, last.state) == ("P1", DimensionState.NOT_SHOWN)


def changes(guideline, answers):
    return [(each.codes, each.outcome.value) for each in read(guideline, answers).would_change]


def test_every_single_sign_that_shows_the_core_is_named():
    assert changes(ACT_MEANS_PURPOSE, present("A1.01")) == [
        (("P1.01",), "some"),
        (("P1.02",), "some"),
        (("P1.03",), "some"),
    ]


def test_a_set_may_cross_dimensions_of_one_element_and_of_two():
    assert changes(ACT_MEANS_PURPOSE, present("A1.01 P1.01")) == [
        (("M1.01", "M2.01"), "elements"),
        (("M2.01", "M2.02"), "elements"),
    ]
    assert changes(ACT_MEANS_PURPOSE, present("P1.01 M2.01")) == [
        (("A1.01", "M1.01"), "elements"),
        (("A1.01", "M2.02"), "elements"),
    ]


def test_for_a_child_nobody_is_asked_about_the_means():
    assert changes(FOR_CHILDREN, present("P1.01")) == [
        (("A1.01",), "elements"),
        (("A1.02",), "elements"),
    ]


@pytest.mark.parametrize(
    ("guideline", "answers"),
    [
        (ACT_MEANS_PURPOSE, present("A1.01 M1.01 M2.01 P1.01")),
        (ACT_MEANS_PURPOSE, none_of("A1") | present("P1.01")),
        (ACT_MEANS_PURPOSE, NONE),
        (SHORT, present("A1.01 P1.01")),
        (SEEN, present("A1.01")),
        (SEEN, NONE),
    ],
)
def test_nothing_is_asked_when_nothing_would_change(guideline, answers):
    assert read(guideline, answers).would_change == ()


def test_any_open_sign_would_be_worth_a_closer_look():
    assert changes(SEEN, none_of("A1", "M1", "M2")) == [
        (("P1.01",), "signs"),
        (("P1.02",), "signs"),
        (("P1.03",), "signs"),
    ]


@pytest.mark.parametrize("guideline", [ACT_MEANS_PURPOSE, SEEN])
def test_urgent_is_a_child_with_a_sign_in_every_kind(guideline):
    child = replace(guideline, is_child=True)
    assert read(child, present("M1.01")).urgent
    assert not read(child, NONE | {"M1.01": Value.REFUSED}).urgent
    assert not read(guideline, present("M1.01")).urgent


ONE = (Indicator("A1.01", "A1"),)
ACT = (Element("act", ("A1",)),)


@pytest.mark.parametrize(
    ("guideline", "fields", "message"),
    [
        (ADULT, {"indicators": (Indicator("D4.01", "D4"),)}, r"D4\.01: no strength"),
        (ADULT, {"elements": (Element("act", ("D1",)),)}, "read as weighted, it has elements"),
        (ADULT, {"rule": RuleKind.SIGNS}, r"D1\.01: a strength that is not read"),
        (SEEN, {"elements": ACT}, "read as signs, it has elements"),
        (SEEN, {"vulnerability_as_means": True}, "only a weighted one knows"),
        (SEEN, {"indicators": ONE + ONE}, r"code given twice: A1\.01"),
        (
            ACT_MEANS_PURPOSE,
            {"indicators": (Indicator("A1.01", "A1", Strength.WEAK),)},
            r"A1\.01: a strength that is not read",
        ),
        (ACT_MEANS_PURPOSE, {"elements": ()}, "no element is needed"),
        (ACT_MEANS_PURPOSE, {"elements": ACT + ACT}, "element given twice: act"),
        (
            ACT_MEANS_PURPOSE,
            {"elements": (Element("x", ("X9",)),)},
            "element x: no dimension 'X9'",
        ),
        (
            ACT_MEANS_PURPOSE,
            {"elements": (Element("act", ("A1",), at_least=0),)},
            "element act: needs 0 signs",
        ),
        (
            FOR_CHILDREN,
            {"elements": (Element("act", ("A1",), not_for_children=True),)},
            "no element is needed",
        ),
    ],
)
def test_a_guideline_that_does_not_hold_together_is_refused(guideline, fields, message):
    with pytest.raises(ValueError, match=message):
        replace(guideline, **fields)


def test_dimensions_stand_as_the_signs_name_them():
    backwards = Guideline("k", "1", "p", SIGNS[::-1], rule=RuleKind.SIGNS)
    assert backwards.dimensions == ("P1", "M2", "M1", "A1")
