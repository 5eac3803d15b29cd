from collections import Counter

from tests.identification.rules.weights import ADULT, CHILD


def test_the_table_has_the_published_totals():
    assert list(Counter(sign.dimension for sign in ADULT.indicators).values()) == [
        10,
        10,
        16,
        9,
        15,
        7,
    ]
    assert len(ADULT.indicators) == 67
    assert ADULT.codes - CHILD.codes == {"D3.10", "D4.06"}
    assert len(CHILD.indicators) == 65
    assert "weak" not in {sign.strength for sign in CHILD.indicators}
