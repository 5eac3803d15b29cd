"""Every branch of the outcome is reached by answers, and says why."""

import pytest

from korgoo.identification.rules import (
    Because,
    DimensionState,
    Guideline,
    Indicator,
    Outcome,
    Strength,
    Value,
    read,
)
from tests.identification.rules import unweighted
from tests.identification.rules.weights import (
    ADULT,
    ADULT_WITH_VULNERABILITY,
    CHILD,
    absent,
    present,
)

ALL = ("D1", "D2", "D3", "D4", "D5", "D6")
WORK = "D4.01 D4.02"
LOW_D4 = Guideline(
    "card",
    "1",
    "adult_labour",
    tuple(sign for sign in ADULT.indicators if sign.dimension != "D4" or sign.code == "D4.01"),
)

BRANCHES = [
    (CHILD, present(WORK), "strong", "child_exploitation"),
    (ADULT, present("D1.01 D1.02 D2.01 D2.02 D5.01 D5.02 " + WORK), "strong", "deception_exploitation_and_coercion"),
    (ADULT, present("D2.01 D2.02 D5.01 D5.02 " + WORK), "strong", "coercive_recruitment_exploitation_and_coercion"),
    (ADULT_WITH_VULNERABILITY, present("D6.01 D6.03 D6.04 D5.01 D5.02 " + WORK), "strong", "vulnerability_exploitation_and_coercion"),
    (ADULT, present("D1.01 D1.02 D3.02 D3.03 D3.04 " + WORK), "some", "deception_and_exploitation"),
    (ADULT, present("D2.01 D2.02 " + WORK), "some", "coercive_recruitment_and_exploitation"),
    (ADULT, present("D5.01 D5.02 D6.01 D6.03 D6.04 " + WORK), "some", "coercion_and_exploitation"),
    (ADULT, present("D6.01 D6.03 D6.04 " + WORK), "some", "vulnerability_and_exploitation"),
    (ADULT_WITH_VULNERABILITY, present("D3.02 D3.03 D3.04 " + WORK), "some", "vulnerability_and_exploitation"),
    (ADULT, absent(ADULT, "D4") | present("D1.01 D1.02 D5.01 D5.02"), "some", "means_without_exploitation"),
    (CHILD, absent(CHILD, "D4") | present("D1.01 D1.02"), "some", "means_without_exploitation"),
    (ADULT, absent(ADULT, *ALL) | present(WORK), "labour_rights", "exploitation_only"),
    (ADULT, absent(ADULT, "D1", "D2", "D3", "D5") | present(WORK), "labour_rights", "exploitation_means_open"),
    (ADULT, present("D1.01 D1.02"), "not_enough", "exploitation_not_asked"),
    (LOW_D4, present("D1.01 D1.02 D4.01"), "not_enough", "exploitation_not_in_guideline"),
    (ADULT, absent(ADULT, *ALL) | present("D1.01"), "not_enough", "signs_below_rule"),
    (ADULT, dict.fromkeys(ADULT.codes, Value.REFUSED), "not_enough", "nothing_answered"),
    (ADULT, {}, "not_enough", "nothing_answered"),
    (ADULT, absent(ADULT, "D4"), "not_enough", "no_signs_so_far"),
    (ADULT, absent(ADULT, *ALL), "not_enough", "no_signs"),
]  # fmt: skip


@pytest.mark.parametrize(("guideline", "answers", "outcome", "because"), BRANCHES)
def test_the_branch(guideline, answers, outcome, because):
    reading = read(guideline, answers)
    assert (reading.outcome.value, reading.because.value) == (outcome, because)


def test_no_branch_is_left_out():
    rows = [*BRANCHES, *unweighted.BRANCHES]
    assert {because for _, _, _, because in rows} == {because.value for because in Because}


def test_a_guideline_that_cannot_show_exploitation_never_says_it_was_not_there():
    answers = present("D1.01 D1.02") | {"D4.01": Value.ABSENT}
    assert read(LOW_D4, answers).outcome == Outcome.NOT_ENOUGH
    assert read(LOW_D4, answers).would_change == ()


def test_correcting_an_absent_answer_may_reopen_the_question_of_exploitation():
    answers = present("D1.01 D1.02") | absent(ADULT, "D4") | {"D4.02": Value.UNKNOWN}
    assert read(ADULT, answers).because == Because.MEANS_WITHOUT_EXPLOITATION
    corrected = read(ADULT, answers | {"D4.01": Value.PRESENT})
    assert corrected.because == Because.EXPLOITATION_NOT_ASKED
    assert [change.codes for change in corrected.would_change] == [("D4.02",)]


def test_a_short_card_follows_the_same_rules():
    codes = {"D5.01", "D5.03", "D4.01", "D4.04", "D1.01"}
    signs = tuple(sign for sign in ADULT.indicators if sign.code in codes)
    card = Guideline("inspector", "1", "adult_labour", signs)
    reading = read(card, present("D5.01 D5.03 D4.01 D4.04 D1.01"))
    assert reading.because == Because.COERCION_AND_EXPLOITATION
    assert [one.dimension for one in reading.dimensions] == ["D1", "D4", "D5"]
    assert reading.dimensions[0].state == DimensionState.NOT_SHOWN
    child = Guideline("inspector", "1", "child_labour", signs, is_child=True)
    assert read(child, present("D4.01 D4.04")).outcome == Outcome.STRONG


def test_no_three_questions_change_it_so_none_are_named():
    answers = present("D6.01 D6.03 D6.04 " + WORK)
    assert read(ADULT, answers).outcome == Outcome.SOME
    assert read(ADULT, answers).would_change == ()


def test_triples_come_when_no_pair_would_do():
    answers = absent(ADULT, "D1", "D2", "D4", "D5", "D6") | present(WORK)
    changes = read(ADULT, answers).would_change
    assert [change.codes for change in changes] == [
        ("D3.02", "D3.03", "D3.04"),
        ("D3.02", "D3.03", "D3.01"),
    ]


def test_a_set_may_cross_dimensions():
    answers = present("D1.01 D3.02 D3.03 D3.04 D5.01 " + WORK) | absent(ADULT, "D2", "D6")
    reading = read(ADULT, answers)
    assert reading.because == Because.VULNERABILITY_AND_EXPLOITATION
    assert [(change.codes, change.outcome) for change in reading.would_change] == [
        (("D1.02", "D5.02"), Outcome.STRONG),
        (("D1.02", "D5.05"), Outcome.STRONG),
        (("D1.02", "D5.15"), Outcome.STRONG),
        (("D1.10", "D5.02"), Outcome.STRONG),
        (("D1.10", "D5.05"), Outcome.STRONG),
        (("D1.10", "D5.15"), Outcome.STRONG),
    ]


@pytest.mark.parametrize("codes", [("D9.99",), ("D9.99", "X1")])
def test_a_code_the_guideline_lacks_is_named(codes):
    with pytest.raises(ValueError, match="ilo-labour 2009-09 has no " + ", ".join(codes)):
        read(ADULT, dict.fromkeys(codes, Value.PRESENT))


def test_a_value_that_is_no_answer_is_named():
    with pytest.raises(ValueError, match=r"D4\.01: 'yes' is not an answer"):
        read(ADULT, {"D4.01": "yes"})


def test_a_guideline_refuses_a_code_given_twice():
    sign = Indicator("D4.01", "D4", Strength.STRONG)
    with pytest.raises(ValueError, match=r"code given twice: D4\.01"):
        Guideline("card", "1", "adult_labour", (sign, sign))


def test_a_guideline_refuses_a_dimension_the_method_does_not_know():
    with pytest.raises(ValueError, match=r"indicator D7\.01: no dimension 'D7'"):
        Guideline("c", "1", "adult_labour", (Indicator("D7.01", "D7", Strength.WEAK),))
