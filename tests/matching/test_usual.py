"""The weights of a search are those that invented people show: they may not drift from what they are said to be."""

import numpy as np
import pytest

from korgoo.matching.candidates import Candidates
from korgoo.matching.features import Compared
from korgoo.matching.levels import FIELDS, UNKNOWN, Agreement
from korgoo.matching.usual import USUAL


def counted(encoded, left, right):
    pairs = Candidates(np.array(left), np.array(right), np.zeros(len(left), np.uint32))
    levels = Agreement.of(Compared.of(*encoded, pairs).plain(pairs)).levels
    return {
        name: np.bincount(level[level != UNKNOWN], minlength=len(FIELDS[name]))
        / (level != UNKNOWN).sum()
        for name, level in levels.items()
    }


@pytest.mark.parametrize("field", FIELDS)
def test_levels_among_the_same_persons_are_as_written_down(encoded, truth, field):
    both = [(here, there) for here, there in enumerate(truth) if there >= 0]
    found = counted(encoded, *zip(*both, strict=True))[field]

    # 900 persons: a share of a half is known to within .05.
    assert found == pytest.approx(USUAL.m[field], abs=0.06)


@pytest.mark.parametrize("field", FIELDS)
def test_levels_among_others_are_as_written_down(encoded, field):
    left, right = np.random.default_rng(5).integers(0, 3_000, (2, 60_000))
    found = counted(encoded, left, right)[field]

    assert found == pytest.approx(USUAL.u[field], abs=0.012, rel=0.15)
