import os
import signal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korgoo.matching import native, search_store
from korgoo.matching.columns import Columns
from korgoo.matching.encoding import Encoded, Encoder
from korgoo.matching.filter_index import Index
from korgoo.matching.kernels import likeness
from korgoo.matching.search import Search
from tests.matching.conftest import KEY

needs_compiler = pytest.mark.skipif(native.library() is None, reason="no C compiler here")
PATHS = [pytest.param("native", marks=needs_compiler), "portable"]


@pytest.fixture(scope="module")
def search(encoded):
    return Search.of(encoded[1])


def one_of(encoded, row):
    part = slice(row, row + 1)
    filters = {name: found[part] for name, found in encoded.filters.items()}
    return Encoded(
        encoded.record[part], filters, {name: found[part] for name, found in encoded.codes.items()}
    )


@pytest.mark.parametrize("path", PATHS)
def test_the_right_person_is_among_the_first_ten(search, encoded, truth, path):
    both = [(here, there) for here, there in enumerate(truth) if there >= 0][:200]
    found = [
        there in search.find(one_of(encoded[0], here), path=path).rows for here, there in both
    ]

    assert sum(found) >= 0.97 * len(both)


@pytest.mark.parametrize("path", PATHS)
def test_the_likest_are_those_of_a_plain_comparison(encoded, path):
    there = encoded[1].record
    index = Index.of(there)
    for row in range(40):
        one = encoded[0].record[row]
        rows, score = index.likest(one, 25, path)
        plain = likeness(there, one[None, :])
        order = np.lexsort((np.arange(len(plain)), -plain.astype(np.int64)))[:25]
        assert rows.tolist() == order.tolist()
        assert score.tolist() == plain[order].tolist()


@needs_compiler
def test_a_forked_child_searches_with_threads_of_its_own(encoded):
    index, one = Index.of(encoded[1].record), encoded[0].record[0]
    index.likest(one, 5, "native")
    child = os.fork()
    if not child:
        signal.alarm(20)
        index.likest(one, 5, "native")
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    assert status == 0


def test_part_of_a_name_in_another_script_is_enough(search, lists):
    there = lists[1]
    row = there.script.index("latin")
    asked = Encoder(KEY).encode(
        Columns(surname=[there.surname[row]], given=[there.given[row]], birth=[there.birth[row]])
    )

    assert row in search.find(asked).rows


def test_nothing_known_finds_nobody(search):
    assert len(search.find(Encoder(KEY).encode(Columns(surname=[""], given=[""]))).rows) == 0


@settings(deadline=None)
@given(st.integers(0, 400), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_both_paths_find_what_comparing_with_everybody_finds(count, keep, seed):
    rng = np.random.default_rng(seed)
    # Filters of very different fullness, some of them alike, some empty.
    record = rng.integers(0, 2**64, (count, 8), np.uint64) & rng.integers(
        0, 2**64, (count, 1), np.uint64
    )
    record[rng.random(count) < 0.1] = 0
    one = rng.integers(0, 2**64, 8, np.uint64)
    score = likeness(record, one[None, :])
    order = np.lexsort((np.arange(count), -score.astype(np.int64)))[:keep]
    wanted = order[score[order] > 0]
    index = Index.of(record)

    for path in ("portable", native.path()):
        rows, found = index.likest(one, keep, path)
        assert rows.tolist() == wanted.tolist()
        assert found.tolist() == score[wanted].tolist()


def test_a_saved_search_opens_and_finds_the_same(search, encoded, tmp_path):
    search_store.save(search, tmp_path)
    again = search_store.opened(tmp_path)

    for row in range(20):
        asked = one_of(encoded[0], row)
        assert again.find(asked).rows.tolist() == search.find(asked).rows.tolist()


def test_a_damaged_search_is_refused(search, tmp_path):
    search_store.save(search, tmp_path)
    (tmp_path / "index-columns.npy").write_bytes(b"nothing")
    with pytest.raises(search_store.BadStore):
        search_store.opened(tmp_path)
