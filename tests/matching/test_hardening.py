import numpy as np
import pytest

from korgoo.matching.columns import Columns
from korgoo.matching.hardening import Hardening, PairKeys, decoys, flipped, folded, hardened
from korgoo.matching.kernels import likeness
from tests.matching.conftest import KEY


def test_folding_halves_and_keeps_equal_ones_equal(encoded):
    record = encoded[0].record[:50]

    assert folded(record).shape == (50, 4)
    assert (folded(record) == folded(record.copy())).all()


def test_flips_turn_over_the_share_they_say(encoded):
    record = encoded[0].record
    changed = flipped(record, 0.05, np.random.default_rng(1))

    assert np.bitwise_count(changed ^ record).mean() / 64 == pytest.approx(0.05, abs=0.003)
    assert likeness(changed, record).mean() > 0.8 * 65_536


def test_hardening_leaves_the_given_encoding_as_it_was(encoded):
    before = encoded[0].record.copy()
    found = hardened(encoded[0], Hardening(fold=True, flips=0.02), np.random.default_rng(1))

    assert (encoded[0].record == before).all()
    assert found.record.shape[1] == 4


@pytest.mark.parametrize("wrong", [{"flips": 0.5}, {"flips": -1}, {"decoys": 2}])
def test_shares_that_leave_nothing_are_refused(wrong):
    with pytest.raises(ValueError, match="flips"):
        Hardening(**wrong)


def test_decoys_look_like_the_list_and_have_no_numbers(lists):
    columns = Columns.of(lists[0].columns())
    found = decoys(columns, 0.25, np.random.default_rng(1))

    assert len(found) == 750
    assert set(found.surname) <= set(columns.surname)
    assert not any(found.column("number"))


def test_under_a_key_for_each_pair_the_same_name_is_never_the_same_filter():
    keys = PairKeys(KEY)
    one, again, other = (
        keys.filters(pair, {"surname": "Сынаков"}) for pair in ("1-7", "1-7", "1-8")
    )

    assert (one["surname"] == again["surname"]).all()
    assert (one["surname"] != other["surname"]).any()
    written = keys.filters("1-7", {"surname": "Synakova"})
    assert likeness(one["surname"][None], written["surname"][None])[0] == 65_536
    assert "Сынаков" not in repr(keys)
