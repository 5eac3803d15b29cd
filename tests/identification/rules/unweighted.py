"""Invented lists without weights, and a row for every branch that they are read by."""

from dataclasses import replace

from korgoo.identification.rules import Element, Guideline, Indicator, RuleKind, Value
from tests.identification.rules.weights import present

SIGNS = tuple(
    Indicator(code, code[:2])
    for code in present("A1.01 A1.02 M1.01 M2.01 M2.02 P1.01 P1.02 P1.03")
)
ACT_MEANS_PURPOSE = Guideline(
    *("sexual", "1", "adult_sexual", SIGNS),
    rule=RuleKind.ELEMENTS,
    elements=(
        Element("act", ("A1",)),
        Element("means", ("M1", "M2"), at_least=2, not_for_children=True),
        Element("purpose", ("P1",), core=True),
    ),
)
FOR_CHILDREN = replace(ACT_MEANS_PURPOSE, profile="child_sexual", is_child=True)
# Three signs of means would be needed, and this list has two.
SHORT = replace(
    ACT_MEANS_PURPOSE,
    indicators=tuple(sign for sign in SIGNS if sign.code != "M1.01"),
    elements=(
        Element("act", ("A1",)),
        Element("means", ("M2",), at_least=3),
        Element("purpose", ("P1",), core=True),
    ),
)
WITHOUT_CORE = replace(
    ACT_MEANS_PURPOSE, elements=(Element("act", ("A1",)), Element("purpose", ("P1",)))
)
SEEN = Guideline("unodc", "1", "anybody", SIGNS, rule=RuleKind.SIGNS)


def none_of(*dimensions):
    return {sign.code: Value.ABSENT for sign in SIGNS if sign.dimension in dimensions}


NONE = none_of("A1", "M1", "M2", "P1")
BRANCHES = [
    (ACT_MEANS_PURPOSE, present("A1.01 M1.01 M2.01 P1.01"), "elements", "all_elements"),
    (FOR_CHILDREN, present("A1.01 P1.01"), "elements", "all_elements"),
    (FOR_CHILDREN, NONE | present("A1.01 P1.01"), "elements", "all_elements"),
    (WITHOUT_CORE, present("A1.01 P1.01"), "elements", "all_elements"),
    (ACT_MEANS_PURPOSE, NONE | present("A1.01 M1.01 P1.01"), "some", "core_element"),
    (ACT_MEANS_PURPOSE, none_of("A1") | present("P1.01"), "some", "core_element"),
    (ACT_MEANS_PURPOSE, present("A1.01 P1.01"), "some", "core_element_others_open"),
    (FOR_CHILDREN, present("P1.01"), "some", "core_element_others_open"),
    (SHORT, none_of("M2") | present("A1.01 P1.01"), "some", "core_element_others_open"),
    (ACT_MEANS_PURPOSE, none_of("P1") | present("A1.01"), "not_enough", "elements_without_core"),
    (WITHOUT_CORE, none_of("P1") | present("A1.01"), "not_enough", "elements_without_core"),
    (ACT_MEANS_PURPOSE, present("M1.01 M2.01"), "not_enough", "elements_core_open"),
    (WITHOUT_CORE, present("A1.01"), "not_enough", "elements_core_open"),
    (ACT_MEANS_PURPOSE, present("M1.01"), "not_enough", "signs_below_rule"),
    (ACT_MEANS_PURPOSE, dict.fromkeys(NONE, Value.UNKNOWN), "not_enough", "nothing_answered"),
    (ACT_MEANS_PURPOSE, none_of("P1"), "not_enough", "no_signs_so_far"),
    (ACT_MEANS_PURPOSE, NONE, "not_enough", "no_signs"),
    (SEEN, present("A1.01"), "signs", "signs_seen"),
    (SEEN, NONE | present("M2.02"), "signs", "signs_seen"),
    (SEEN, present(" ".join(NONE)), "signs", "signs_seen"),
    (SEEN, {}, "not_enough", "nothing_answered"),
    (SEEN, none_of("A1"), "not_enough", "no_signs_so_far"),
    (SEEN, NONE, "not_enough", "no_signs"),
]
