import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korgoo.matching.counting import Evidence, clusters, overlaps


def evidence(one, other, *rows):
    here, there, posterior = (np.array(column) for column in zip(*rows, strict=True))
    return Evidence(one, other, here, there, posterior.astype(float))


def test_a_person_on_three_lists_is_counted_once():
    links = [evidence(0, 1, (0, 0, 1.0)), evidence(1, 2, (0, 1, 1.0))]
    found = overlaps([2, 1, 2], links, draws=3)

    assert found.persons.mean == 3
    assert {lists: one.mean for lists, one in found.cells.items()} == {
        (0,): 1,
        (2,): 1,
        (0, 1, 2): 1,
    }


def test_doubt_stays_in_the_count():
    rows = [(i, i, 0.5) for i in range(400)]
    found = overlaps([400, 400], [evidence(0, 1, *rows)], draws=100)

    assert found.cells[0, 1].low < 200 < found.cells[0, 1].high
    assert abs(found.cells[0, 1].mean - 200) < 5


def test_nobody_is_two_people():
    rows = [(0, 0, 1.0), (0, 1, 1.0), (1, 1, 1.0)]
    who = clusters([2, 2], [evidence(0, 1, *rows)], np.random.default_rng(1))

    assert max(np.bincount(who)) == 2


@given(st.lists(st.integers(0, 5), min_size=1, max_size=4))
def test_without_links_everybody_is_somebody_else(sizes):
    assert overlaps(sizes, [], draws=2).persons.mean == sum(sizes)
