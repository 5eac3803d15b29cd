"""Guidelines and answers for the properties: the real lists, and small invented ones."""

from dataclasses import replace

from hypothesis import strategies as st

from korgoo.identification.rules import (
    Element,
    Guideline,
    Indicator,
    RuleKind,
    Strength,
    Value,
)
from tests.identification.rules.weights import ADULT, ADULT_WITH_VULNERABILITY, CHILD

UNANSWERED = (Value.UNKNOWN, Value.NOT_ASKED, Value.REFUSED)
# A dimension has a mood: with all values equally likely few branches would ever be reached.
MOODS = st.sampled_from(
    [
        st.just(Value.PRESENT),
        st.sampled_from([Value.PRESENT, Value.PRESENT, Value.ABSENT, Value.UNKNOWN]),
        st.just(Value.ABSENT),
        st.sampled_from([Value.ABSENT, Value.ABSENT, Value.PRESENT, Value.REFUSED]),
        st.sampled_from([*UNANSWERED, None]),
        st.sampled_from([*Value, None]),
    ]
)
# Exploitation more often: without it every outcome is "not enough" or nearly so.
DIMENSIONS = st.sampled_from(["D1", "D2", "D3", "D4", "D4", "D4", "D5", "D5", "D6"])


@st.composite
def small_guidelines(draw, most=11):
    signs = draw(st.lists(st.tuples(DIMENSIONS, st.sampled_from(Strength)), max_size=most))
    indicators = tuple(
        Indicator(f"{dimension}.{number:02}", dimension, strength)
        for number, (dimension, strength) in enumerate(signs)
    )
    option, is_child = draw(st.booleans()), draw(st.booleans())
    return Guideline("small", "1", "anybody", indicators, option, is_child=is_child)


@st.composite
def screenings(draw, guidelines=None):
    lists = st.sampled_from([ADULT, ADULT_WITH_VULNERABILITY, CHILD])
    guideline = draw(guidelines if guidelines is not None else lists | small_guidelines())
    moods = {dimension: draw(MOODS) for dimension in guideline.dimensions}
    answers = {sign.code: draw(moods[sign.dimension]) for sign in guideline.indicators}
    return guideline, {code: value for code, value in answers.items() if value}


def small_screenings(most=11):
    return screenings(small_guidelines(most))


SIDES = ("A1", "M1", "M2", "P1")


@st.composite
def plain_indicators(draw, most):
    sides = draw(st.lists(st.sampled_from(SIDES), min_size=1, max_size=most))
    return tuple(Indicator(f"{side}.{number:02}", side) for number, side in enumerate(sides))


@st.composite
def elements_guidelines(draw, most=9):
    indicators = draw(plain_indicators(most))
    asked = sorted({sign.dimension for sign in indicators})
    one = st.builds(
        Element,
        st.just("e"),
        # Without a dimension an element is not in the guideline for this profile.
        st.lists(st.sampled_from(asked), max_size=3, unique=True).map(tuple),
        at_least=st.sampled_from([1, 1, 1, 2, 3]),
        not_for_children=st.booleans(),
        core=st.booleans(),
    )
    drawn = draw(st.lists(one, min_size=1, max_size=4))
    elements = tuple(replace(each, key=f"e{number}") for number, each in enumerate(drawn))
    is_child = draw(st.booleans()) and not all(each.not_for_children for each in elements)
    return Guideline(
        *("small", "1", "anybody", indicators),
        rule=RuleKind.ELEMENTS,
        is_child=is_child,
        elements=elements,
    )


@st.composite
def signs_guidelines(draw, most=9):
    return Guideline(
        *("small", "1", "anybody", draw(plain_indicators(most))),
        rule=RuleKind.SIGNS,
        is_child=draw(st.booleans()),
    )


def guidelines_of_every_kind(most=9):
    return st.one_of(small_guidelines(most), elements_guidelines(most), signs_guidelines(most))


def screenings_of_every_kind(most=9):
    return screenings(guidelines_of_every_kind(most))


@st.composite
def early_screenings(draw, guidelines):
    """Few answers so far: here larger sets of questions are needed to change anything."""
    guideline = draw(guidelines)
    values = st.sampled_from([None, None, None, Value.PRESENT, Value.ABSENT])
    answers = {sign.code: draw(values) for sign in guideline.indicators}
    return guideline, {code: value for code, value in answers.items() if value}
