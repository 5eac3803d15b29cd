"""The stored form is a promise: it may grow under a new format number, never change."""

from korgoo.identification.rules import Guideline, Indicator, Profile, Strength, Value, read


def test_the_stored_form_is_exactly_this():
    card = Guideline(
        "card",
        "2009-09",
        Profile.ADULT_LABOUR,
        (
            Indicator("D4.01", "D4", Strength.STRONG),
            Indicator("D4.04", "D4", Strength.MEDIUM),
        ),
    )
    reading = read(card, {"D4.01": Value.PRESENT, "D4.04": Value.REFUSED})
    assert reading.to_data() == {
        "format": 1,
        "guideline_key": "card",
        "version": "2009-09",
        "profile": "adult_labour",
        "outcome": "not_enough",
        "because": "signs_below_rule",
        "urgent": False,
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
        "would_change": [{"codes": ["D4.04"], "outcome": "labour_rights"}],
    }
