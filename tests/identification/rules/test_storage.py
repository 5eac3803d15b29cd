"""The stored form is a promise: it may grow under a new format number, never change."""

import pytest

from korgoo.identification.rules import (
    Because,
    DimensionState,
    Guideline,
    Indicator,
    Outcome,
    Reading,
    RuleKind,
    Strength,
    Value,
    read,
)
from tests.identification.rules.unweighted import ACT_MEANS_PURPOSE
from tests.identification.rules.weights import present

# As it was written before there were other rule kinds. Never change it.
OF_2020 = {
    "format": 1,
    "guideline_key": "card",
    "version": "2009-09",
    "profile": "child_labour",
    "outcome": "not_enough",
    "because": "signs_below_rule",
    "urgent": True,
    "dimensions": [
        {
            "dimension": "D4",
            "state": "open",
            "rule": None,
            "strong": 1,
            "medium": 0,
            "weak": 0,
            "present": ["D4.01"],
            "open": ["D4.04"],
        }
    ],
    "would_change": [{"codes": ["D4.04"], "outcome": "strong"}],
}


def test_the_stored_form_is_exactly_this():
    card = Guideline(
        "card",
        "2009-09",
        "adult_labour",
        (
            Indicator("D4.01", "D4", Strength.STRONG),
            Indicator("D4.04", "D4", Strength.MEDIUM),
        ),
    )
    reading = read(card, {"D4.01": Value.PRESENT, "D4.04": Value.REFUSED})
    assert reading.to_data() == {
        "format": 2,
        "guideline_key": "card",
        "version": "2009-09",
        "profile": "adult_labour",
        "rule": "weighted",
        "is_child": False,
        "vulnerability_as_means": False,
        "outcome": "not_enough",
        "because": "signs_below_rule",
        "urgent": False,
        "asked_for": 2,
        "answered": 1,
        "dimensions": [
            {
                "dimension": "D4",
                "state": "open",
                "rule": None,
                "strong": 1,
                "medium": 0,
                "weak": 0,
                "present": ["D4.01"],
                "open": ["D4.04"],
                "showable": True,
            }
        ],
        "elements": [],
        "would_change": [{"codes": ["D4.04"], "outcome": "labour_rights"}],
    }


def test_the_stored_form_of_an_element_is_exactly_this():
    data = read(ACT_MEANS_PURPOSE, present("M1.01")).to_data()
    assert (data["rule"], data["profile"]) == ("elements", "adult_sexual")
    assert data["elements"][1] == {
        "key": "means",
        "state": "open",
        "needed": True,
        "core": False,
        "present": ["M1.01"],
        "open": ["M2.01", "M2.02"],
        "more": 1,
        "showable": True,
    }


def test_a_reading_of_format_1_is_read_as_it_always_was():
    reading = Reading.from_data(OF_2020)
    assert (reading.guideline_key, reading.version) == ("card", "2009-09")
    assert (reading.outcome, reading.because) == (Outcome.NOT_ENOUGH, Because.SIGNS_BELOW_RULE)
    assert (reading.profile, reading.urgent) == ("child_labour", True)
    (dimension,) = reading.dimensions
    assert (dimension.state, dimension.rule) == (DimensionState.OPEN, None)
    assert (dimension.strong, dimension.medium, dimension.weak) == (1, 0, 0)
    assert (dimension.present, dimension.open) == (("D4.01",), ("D4.04",))
    assert [(c.codes, c.outcome) for c in reading.would_change] == [(("D4.04",), Outcome.STRONG)]


def test_what_format_1_did_not_say_is_not_invented():
    reading = Reading.from_data(OF_2020)
    assert (reading.rule, reading.elements) == (RuleKind.WEIGHTED, ())
    assert (reading.asked_for, reading.answered) == (None, None)
    assert (reading.vulnerability_as_means, reading.dimensions[0].showable) == (None, None)


@pytest.mark.parametrize("profile", ["adult_labour", "child_labour"])
def test_the_profile_of_format_1_says_whether_the_rules_for_a_child_were_used(profile):
    reading = Reading.from_data(OF_2020 | {"profile": profile})
    assert reading.is_child == (profile == "child_labour")


def test_a_reading_of_format_1_is_stored_again_as_it_was():
    assert Reading.from_data(OF_2020).to_data() == OF_2020


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("profile", "adult_sexual", "unknown profile 'adult_sexual'"),
        ("format", 0, "unknown format 0"),
        ("format", None, "unknown format None"),
        ("outcome", "victim", "'victim' is not a valid Outcome"),
    ],
)
def test_a_foreign_word_in_format_1_is_refused(field, value, message):
    with pytest.raises(ValueError, match=message):
        Reading.from_data(OF_2020 | {field: value})


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("rule", "points", "'points' is not a valid RuleKind"),
        (
            "elements",
            [{"key": "act", "state": "proven"}],
            "'proven' is not a valid DimensionState",
        ),
    ],
)
def test_a_foreign_word_in_format_2_is_refused(field, value, message):
    data = read(ACT_MEANS_PURPOSE, {}).to_data() | {field: value}
    with pytest.raises(ValueError, match=message):
        Reading.from_data(data)


@pytest.mark.parametrize("field", ["rule", "elements", "is_child", "asked_for", "answered"])
def test_a_field_that_is_missing_in_format_2_is_an_error(field):
    data = read(ACT_MEANS_PURPOSE, {}).to_data()
    del data[field]
    with pytest.raises(KeyError, match=field):
        Reading.from_data(data)
