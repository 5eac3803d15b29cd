"""The twelve vectors of the method note, with the state of every dimension."""

import pytest

from korgoo.identification.rules import Because, DimensionState, Outcome, Value, read
from tests.identification.rules.weights import (
    ADULT,
    ADULT_WITH_VULNERABILITY,
    CHILD,
    absent,
    present,
)

T1 = "D1.01 D1.08 D4.01 D4.04 D5.01 D5.03"
T2 = "D1.08 D1.05 D4.04 D4.08 D4.05"
T4 = "D1.01 D1.10 D4.04 D4.08 D4.09"
T5 = "D2.01 D2.04 D4.01 D4.02 D5.02 D5.14"
T6 = "D5.15 D4.09 D3.01 D3.13 D6.02 D6.06"
T7 = "D4.01 D4.09"
T9 = "D3.05 D3.09 D3.11 D4.01 D4.07 D5.01 D5.09"

VECTORS = {
    # name: (guideline, present, positive dimensions with counts and rule, outcome, because)
    "T1": (
        ADULT,
        T1,
        {"D1": (1, 1, 0, "b"), "D4": (1, 1, 0, "b"), "D5": (2, 0, 0, "a")},
        Outcome.STRONG,
        Because.DECEPTION_EXPLOITATION_AND_COERCION,
    ),
    "T2": (
        ADULT,
        T2,
        {"D4": (0, 3, 0, "c")},
        Outcome.LABOUR_RIGHTS,
        Because.EXPLOITATION_MEANS_OPEN,
    ),
    "T3": (ADULT, "D1.01", {}, Outcome.NOT_ENOUGH, Because.SIGNS_BELOW_RULE),
    "T4": (
        ADULT,
        T4,
        {"D1": (1, 0, 1, "b"), "D4": (0, 2, 1, "d")},
        Outcome.SOME,
        Because.DECEPTION_AND_EXPLOITATION,
    ),
    "T5": (
        ADULT,
        T5,
        {"D2": (1, 1, 0, "b"), "D4": (1, 1, 0, "b"), "D5": (1, 1, 0, "b")},
        Outcome.STRONG,
        Because.COERCIVE_RECRUITMENT_EXPLOITATION_AND_COERCION,
    ),
    "T6": (ADULT, T6, {}, Outcome.NOT_ENOUGH, Because.SIGNS_BELOW_RULE),
    "T7": (CHILD, T7, {"D4": (1, 1, 0, "b")}, Outcome.STRONG, Because.CHILD_EXPLOITATION),
    "T8": (
        ADULT,
        T7,
        {"D4": (1, 0, 1, "b")},
        Outcome.LABOUR_RIGHTS,
        Because.EXPLOITATION_MEANS_OPEN,
    ),
    "T9 with the option": (
        ADULT_WITH_VULNERABILITY,
        T9,
        {"D3": (0, 3, 0, "c"), "D4": (1, 1, 0, "b"), "D5": (1, 1, 0, "b")},
        Outcome.STRONG,
        Because.VULNERABILITY_EXPLOITATION_AND_COERCION,
    ),
    "T9 without the option": (
        ADULT,
        T9,
        {"D3": (0, 3, 0, "c"), "D4": (1, 1, 0, "b"), "D5": (1, 1, 0, "b")},
        Outcome.SOME,
        Because.COERCION_AND_EXPLOITATION,
    ),
    "T10": (
        ADULT,
        "D5.01 D5.03",
        {"D5": (2, 0, 0, "a")},
        Outcome.NOT_ENOUGH,
        Because.EXPLOITATION_NOT_ASKED,
    ),
    "T11": (
        ADULT,
        "D4.01 D4.04 D5.01",
        {"D4": (1, 1, 0, "b")},
        Outcome.LABOUR_RIGHTS,
        Because.EXPLOITATION_MEANS_OPEN,
    ),
    "T12": (
        CHILD,
        "D1.10 D1.08",
        {"D1": (1, 1, 0, "b")},
        Outcome.NOT_ENOUGH,
        Because.EXPLOITATION_NOT_ASKED,
    ),
}


@pytest.mark.parametrize("name", VECTORS)
def test_the_vector_is_read_as_the_method_note_says(name):
    guideline, codes, positive, outcome, because = VECTORS[name]
    reading = read(guideline, present(codes))
    assert (reading.outcome, reading.because) == (outcome, because)
    assert positive == {
        one.dimension: (one.strong, one.medium, one.weak, one.rule)
        for one in reading.dimensions
        if one.state == DimensionState.POSITIVE
    }
    assert [one.dimension for one in reading.dimensions] == ["D1", "D2", "D3", "D4", "D5", "D6"]


@pytest.mark.parametrize("name", VECTORS)
def test_what_was_not_asked_stays_open(name):
    guideline, codes, positive, _, _ = VECTORS[name]
    reading = read(guideline, present(codes))
    open_ones = {one.dimension for one in reading.dimensions if one.state == DimensionState.OPEN}
    assert open_ones == {"D1", "D2", "D3", "D4", "D5", "D6"} - set(positive)


@pytest.mark.parametrize("name", ["T2", "T8", "T11"])
def test_labour_rights_says_so_when_the_means_were_asked_and_not_shown(name):
    guideline, codes, _, _, _ = VECTORS[name]
    rest = absent(guideline, "D1", "D2", "D3", "D4", "D5", "D6")
    reading = read(guideline, rest | present(codes))
    assert (reading.outcome, reading.because) == (Outcome.LABOUR_RIGHTS, Because.EXPLOITATION_ONLY)
    assert reading.would_change == ()


def test_t8_asks_about_the_means():
    changes = read(ADULT, present(T7)).would_change
    assert {code[:2] for change in changes for code in change.codes} == {"D1", "D2", "D5"}
    assert {change.outcome for change in changes} == {Outcome.SOME}
    assert changes[0].codes == ("D1.01", "D1.02")


def test_t10_asks_about_work_and_pay():
    changes = read(ADULT, present("D5.01 D5.03")).would_change
    assert [change.codes for change in changes] == [("D4.01", "D4.02"), ("D4.01", "D4.09")]
    assert {change.outcome for change in changes} == {Outcome.SOME}


def test_t11_any_other_coercion_sign_changes_the_result():
    changes = read(ADULT, present("D4.01 D4.04 D5.01")).would_change
    assert [change.codes for change in changes] == [(f"D5.{n:02}",) for n in range(2, 16)]
    assert {change.outcome for change in changes} == {Outcome.SOME}


def test_t12_is_urgent_and_asks_about_the_work_of_the_child():
    reading = read(CHILD, present("D1.10 D1.08"))
    assert reading.urgent
    assert reading.would_change[0].codes == ("D4.01", "D4.02")
    assert reading.would_change[0].outcome == Outcome.STRONG


def test_urgent_is_a_child_with_a_sign():
    assert read(CHILD, present("D6.02")).urgent
    assert not read(CHILD, absent(CHILD, "D4")).urgent
    assert not read(CHILD, {"D4.01": Value.REFUSED}).urgent
    assert not read(ADULT, present(T1)).urgent
