"""From a catalogue of any rule kind to the guideline that the rules read."""

import pytest

from korgoo.identification import guidelines
from korgoo.identification.rules import (
    Element,
    Indicator,
    Outcome,
    RuleKind,
    Strength,
    Value,
    read,
)
from tests.identification.catalogues_by_hand import catalogue, element, sign

WEIGHTED = catalogue(
    sign("D4.01", weights={"adult": "strong", "child": "medium"}),
    sign("D4.02", weights={"adult": "weak"}),
    vulnerability_as_means=True,
)
BOTH = {"profiles": ["adult", "child"]}
ELEMENTS = catalogue(
    sign("A1.01", **BOTH),
    sign("M1.01", profiles=["adult"]),
    sign("P1.01", **BOTH),
    rule="elements",
    elements=[
        element("act", "A1", "M1"),
        element("means", "M1", at_least=2, not_for_children=True),
        element("purpose", "P1", core=True),
    ],
)


def test_a_weighted_catalogue_gives_the_signs_that_weigh_something_for_the_profile():
    adult = guidelines.guideline(WEIGHTED, "adult")
    assert adult.indicators == (
        Indicator("D4.01", "D4", Strength.STRONG),
        Indicator("D4.02", "D4", Strength.WEAK),
    )
    assert (adult.rule, adult.is_child) == (RuleKind.WEIGHTED, False)
    assert (adult.key, adult.version, adult.profile) == ("list", "1", "adult")
    assert adult.vulnerability_as_means

    child = guidelines.guideline(WEIGHTED, "child")
    assert child.indicators == (Indicator("D4.01", "D4", Strength.MEDIUM),)
    assert child.is_child


def test_a_catalogue_with_elements_gives_signs_without_weights():
    adult = guidelines.guideline(ELEMENTS, "adult")
    assert adult.indicators == (
        Indicator("A1.01", "A1"),
        Indicator("M1.01", "M1"),
        Indicator("P1.01", "P1"),
    )
    assert adult.elements == (
        Element("act", ("A1", "M1")),
        Element("means", ("M1",), at_least=2, not_for_children=True),
        Element("purpose", ("P1",), core=True),
    )
    assert (adult.rule, adult.is_child) == (RuleKind.ELEMENTS, False)


def test_a_dimension_that_a_profile_does_not_ask_about_shows_nothing_for_it():
    child = guidelines.guideline(ELEMENTS, "child")
    assert [each.dimensions for each in child.elements] == [("A1",), (), ("P1",)]
    shown = dict.fromkeys(child.codes, Value.PRESENT)
    assert read(child, shown).outcome == Outcome.ELEMENTS


def test_a_catalogue_of_signs_reads_weights_that_it_may_hold_as_mere_use():
    made = guidelines.guideline(
        catalogue(sign("U1.01", weights={"adult": "strong"}), sign("U1.02", **BOTH), rule="signs"),
        "adult",
    )
    assert made.indicators == (Indicator("U1.01", "U1"), Indicator("U1.02", "U1"))
    assert (made.rule, made.elements) == (RuleKind.SIGNS, ())
    assert read(made, {"U1.02": Value.PRESENT}).outcome == Outcome.SIGNS


def test_the_choice_about_vulnerability_is_that_of_weighted_catalogues_alone():
    signs = catalogue(sign("U1.01", **BOTH), rule="signs", vulnerability_as_means=True)
    assert not guidelines.guideline(signs, "adult").vulnerability_as_means


def test_the_rules_for_a_child_hold_where_one_profile_serves_everybody():
    everybody = catalogue(
        sign("U1.01", profiles=["anybody"]), rule="signs", profiles=["anybody"], child_profiles=[]
    )
    assert everybody.profile_for(child=True) == "anybody"
    seen = {"U1.01": Value.PRESENT}
    assert not read(guidelines.guideline(everybody, "anybody"), seen).urgent
    assert read(guidelines.guideline(everybody, "anybody", child=True), seen).urgent


def test_a_profile_that_the_catalogue_lacks_is_named():
    with pytest.raises(ValueError, match="catalogue list has no profile 'adult_labour'"):
        guidelines.guideline(WEIGHTED, "adult_labour")
