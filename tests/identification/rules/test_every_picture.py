"""All 729 pictures of six dimensions, each shown, ruled out or open, for the three lists."""

from collections import Counter
from itertools import product

import pytest

from korgoo.identification.rules import Because, DimensionState, Value, read
from tests.identification.rules import oracle
from tests.identification.rules.weights import ADULT, ADULT_WITH_VULNERABILITY, CHILD

DIMENSIONS = ("D1", "D2", "D3", "D4", "D5", "D6")
STATES = {
    DimensionState.POSITIVE: Value.PRESENT,
    DimensionState.NOT_SHOWN: Value.ABSENT,
    DimensionState.OPEN: Value.REFUSED,
}


def answers_for(guideline, picture):
    values = dict(zip(DIMENSIONS, picture, strict=True))
    return {sign.code: STATES[values[sign.dimension]] for sign in guideline.indicators}


@pytest.mark.parametrize("guideline", [ADULT, ADULT_WITH_VULNERABILITY, CHILD])
def test_every_picture_is_read_as_the_method_says(guideline):
    reasons = Counter()
    for picture in product(STATES, repeat=6):
        answers = answers_for(guideline, picture)
        reading = read(guideline, answers)
        assert tuple(one.state for one in reading.dimensions) == picture
        assert reading.outcome == oracle.outcome(guideline, answers)
        reasons[reading.because] += 1
    assert reasons.total() == 729
    assert reasons[Because.NO_SIGNS] == reasons[Because.NOTHING_ANSWERED] == 1
    assert reasons[Because.MEANS_WITHOUT_EXPLOITATION] == 3**5 - 2**5
    assert reasons[Because.EXPLOITATION_NOT_ASKED] == 3**5 - 2**5
    assert reasons[Because.EXPLOITATION_ONLY] == (guideline is not CHILD)
