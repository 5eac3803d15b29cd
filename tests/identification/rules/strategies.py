"""Guidelines and answers for the properties: the real lists, and small invented ones."""

from hypothesis import strategies as st

from korgoo.identification.rules import Guideline, Indicator, Profile, Strength, Value
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
    return Guideline("small", "1", draw(st.sampled_from(Profile)), indicators, draw(st.booleans()))


@st.composite
def screenings(draw, guidelines=None):
    lists = st.sampled_from([ADULT, ADULT_WITH_VULNERABILITY, CHILD])
    guideline = draw(guidelines if guidelines is not None else lists | small_guidelines())
    moods = {dimension: draw(MOODS) for dimension in guideline.dimensions}
    answers = {sign.code: draw(moods[sign.dimension]) for sign in guideline.indicators}
    return guideline, {code: value for code, value in answers.items() if value}


def small_screenings(most=11):
    return screenings(small_guidelines(most))
