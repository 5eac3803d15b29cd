import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korgoo.matching import native
from korgoo.matching.blocks import Block, BlockIndex, mixed
from korgoo.matching.candidates import Plan, candidates
from korgoo.matching.kernels import Meeting, best, likeness

needs_compiler = pytest.mark.skipif(native.library() is None, reason="no C compiler here")


@needs_compiler
def test_both_paths_find_the_same(encoded):
    one, other = (candidates(*encoded, path=path) for path in ("native", "portable"))

    assert (one.here == other.here).all()
    assert (one.there == other.there).all()
    assert (one.likeness == other.likeness).all()
    assert one.counts == other.counts


def test_nearly_everybody_on_both_lists_is_found(encoded, truth):
    found = candidates(*encoded)
    pairs = set(zip(found.here.tolist(), found.there.tolist(), strict=True))
    both = [(here, there) for here, there in enumerate(truth) if there >= 0]

    assert sum(pair in pairs for pair in both) >= 0.97 * len(both)
    assert found.counts.pairs < 0.01 * len(encoded[0].record) * len(encoded[1].record)


def test_chunks_change_nothing(encoded):
    whole = candidates(*encoded)
    parts = candidates(*encoded, plan=Plan(chunk=700))

    assert (whole.there == parts.there).all()
    assert (whole.likeness == parts.likeness).all()


def test_shards_keep_the_best_of_all(encoded):
    whole = candidates(*encoded)
    parts = candidates(*encoded, plan=Plan(shard=800))

    assert (whole.here == parts.here).all()
    assert (whole.there == parts.there).all()


def test_progress_is_told_to_the_end(encoded):
    told = []
    candidates(*encoded, progress=lambda done, total: told.append((done, total)))

    assert told[-1] == (3_000, 3_000)


def test_a_crowded_code_is_split_and_what_is_left_over_is_counted():
    codes = {
        "year": np.full(30, 7, np.uint64),
        "month": np.repeat(np.array([1, 3], np.uint64), [10, 20]),
        "place": np.full(30, 5, np.uint64),
        "patronymic": np.zeros(30, np.uint64),
    }
    index = BlockIndex.of(Block(("year",), limit=12), codes)
    _first, number = index.ranges(codes)

    assert number[:10].tolist() == [10] * 10
    assert index.split == 30 + 20 + 20
    assert len(index.rows) == 10 + 0
    assert number[10:].max() == 0


@given(
    st.lists(st.integers(0, 3), min_size=1, max_size=30),
    st.lists(st.integers(0, 3), min_size=1, max_size=30),
)
def test_records_meet_where_their_codes_are_equal_and_known(here, there):
    one, other = (np.array(found, np.uint64) for found in (here, there))
    index = BlockIndex.of(
        Block(("code",)), {"code": other, "month": other, "place": other, "patronymic": other}
    )
    first, number = index.ranges({"code": one})
    met = {
        (i, int(j)) for i in range(len(one)) for j in index.rows[first[i] : first[i] + number[i]]
    }

    assert met == {(i, j) for i, a in enumerate(here) for j, b in enumerate(there) if a == b != 0}


def test_the_order_of_codes_matters_so_that_swapped_names_are_asked_for():
    codes = {"one": np.array([3], np.uint64), "other": np.array([5], np.uint64)}

    assert mixed(codes, ("one", "other")) != mixed(codes, ("other", "one"))


FILTERS = st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=12)


@given(FILTERS, FILTERS)
def test_likeness_is_the_same_both_ways_and_whole_with_itself(one, other):
    count = min(len(one), len(other))
    a, b = (np.array(found[:count], np.uint64).reshape(-1, 1) for found in (one, other))

    assert (likeness(a, b) == likeness(b, a)).all()
    assert (likeness(a, a)[a[:, 0] != 0] == 65_536).all()
    assert likeness(a, b).max() <= 65_536


@needs_compiler
@settings(deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.integers(1, 60), st.integers(1, 6))
def test_the_compiled_loop_is_the_written_one(seed, m, n, keep):
    rng = np.random.default_rng(seed)
    here, there = (
        rng.integers(0, 2**64, (count, 8), np.uint64)
        & rng.integers(0, 2**64, (count, 8), np.uint64)
        for count in (m, n)
    )
    meetings = []
    for bonus in (30_000, 0):
        rows = rng.integers(0, n, 50).astype(np.uint32)
        first = rng.integers(0, 40, m)
        meetings.append(Meeting(first, rng.integers(0, 10, m), rows, bonus))

    one, other = (
        deed(here, there, meetings, keep=keep, least=10_000) for deed in (best, native.best)
    )
    assert (one.rows == other.rows).all()
    assert (one.likeness == other.likeness).all()
    assert one.looked_at == other.looked_at
