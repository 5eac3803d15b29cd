import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.matching.candidates import Candidates
from korgoo.matching.columns import Columns
from korgoo.matching.documents import document_weights, share
from korgoo.matching.encoding import Encoder
from korgoo.matching.features import Compared, dice
from korgoo.matching.judging import without_slips
from korgoo.matching.linking import link, one_to_one
from korgoo.matching.report import summary, told
from korgoo.matching.strengths import Strength, strength
from tests.matching.conftest import KEY


@pytest.fixture(scope="module")
def linked(encoded):
    return link(*encoded)


def test_links_are_right_and_few_are_missed(linked, truth):
    links = linked.links.above(0.5)
    right = sum(
        truth[i] == j for i, j in zip(links.here.tolist(), links.there.tolist(), strict=True)
    )
    both = sum(there >= 0 for there in truth)

    assert 2 * right / (len(links) + both) > 0.93


def test_the_sum_of_posteriors_is_near_the_true_overlap(linked):
    assert linked.judged.overlap == pytest.approx(
        900, rel=0.08
    )  # 900 persons: one in thirty is chance


def test_certain_links_are_hardly_ever_wrong(linked, truth):
    links = linked.links.above(0.99)
    wrong = sum(
        truth[i] != j for i, j in zip(links.here.tolist(), links.there.tolist(), strict=True)
    )

    assert wrong <= 0.02 * len(links)


def test_the_same_lists_give_the_same_links(linked, encoded):
    again = link(*encoded)

    assert (again.links.posterior == linked.links.posterior).all()


def test_without_documents_names_and_dates_must_do(lists, truth):
    bare = [
        Columns.of(
            {
                name: column
                for name, column in one.columns().items()
                if name not in {"document", "number", "phone"}
            }
        )
        for one in lists
    ]
    found = link(*(Encoder(KEY).encode(one) for one in bare))
    links = found.links.above(0.5)
    right = sum(
        truth[i] == j for i, j in zip(links.here.tolist(), links.there.tolist(), strict=True)
    )

    assert not found.judged.by_documents
    assert 2 * right / (len(links) + 900) > 0.8


def test_lists_without_anybody_in_common_codes_give_nothing():
    one, other = (
        Encoder(KEY).encode(Columns(surname=[name], given=[name]))
        for name in ("Үлгүев", "Примеров")
    )

    assert len(link(one, other).links) == 0


def test_lists_of_a_few_people_are_linked_too(lists, truth):
    both = [(i, j) for i, j in enumerate(truth) if j >= 0][:12]
    few = [
        Columns(**{name: [column[row] for row in rows] for name, column in one.columns().items()})
        for one, rows in zip(lists, zip(*both, strict=True), strict=True)
    ]
    found = link(*(Encoder(KEY).encode(one) for one in few)).links.above(0.5)

    assert (found.here == found.there).all()
    assert len(found) >= 6


def test_an_equal_passport_alone_links_nobody(lists):
    """Among a million records thousands of passports are equal by chance: names and dates that differ must weigh more."""
    here, there = (one.columns() | {"document": list(one.document)} for one in lists)
    strangers = [
        row
        for row, one in enumerate(zip(*(x.who for x in lists), strict=True))
        if one[0] != one[1]
    ][:60]
    for row in strangers:
        here["document"][row] = there["document"][row] = f"AC{row:07d}"
    found = link(*(Encoder(KEY).encode(Columns.of(one)) for one in (here, there))).links.above(0.5)
    linked = zip(found.here.tolist(), found.there.tolist(), strict=True)

    assert sum(i == j for i, j in linked if i in strangers) <= 3


def test_features_are_the_same_when_the_records_change_places(encoded):
    here, there = encoded
    rows = np.arange(300)
    pairs, turned = (
        Candidates(*order, np.zeros(300, np.uint32))
        for order in ((rows, rows[::-1]), (rows[::-1], rows))
    )
    one = Compared.of(here, there, pairs).features(pairs, slice(None))
    other = Compared.of(there, here, turned).features(turned, slice(None))

    np.testing.assert_array_equal(one, other)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.floats(0.01, 1)), max_size=30))
def test_one_to_one_is_the_surest_first_and_nobody_twice(rows):
    rows = list({(i, j): p for i, j, p in rows}.items())
    here, there = (np.array([pair[side] for pair, _p in rows], np.int64) for side in (0, 1))
    posterior = np.array([p for _pair, p in rows])
    links = one_to_one(Candidates(here, there, np.zeros(len(rows), np.uint32)), posterior)

    taken, expected = (set(), set()), []
    for (i, j), p in sorted(rows, key=lambda row: (-row[1], row[0])):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            expected.append((i, j, p))
    assert (
        list(zip(links.here.tolist(), links.there.tolist(), links.posterior.tolist(), strict=True))
        == expected
    )


@pytest.mark.parametrize(
    ("posterior", "word"),
    [(1.0, Strength.CERTAIN), (0.99, Strength.CERTAIN), (0.9, Strength.LIKELY), (0.5, Strength.POSSIBLE), (0.49, Strength.NONE)],
)  # fmt: skip
def test_strengths_in_words(posterior, word):
    assert strength(posterior) is word


def test_an_equal_document_weighs_much_and_a_different_one_little():
    log_odds = np.array([3.0] * 50 + [-3.0] * 500)
    equal = np.array([1.0] * 40 + [0.0] * 510, np.float32)
    weights = document_weights(
        log_odds, np.column_stack([equal, equal, np.full(550, np.nan, np.float32)])
    )

    assert weights[0][1] > 3 > 0 > weights[0][0]


def test_wrong_labels_are_undone():
    assert share(without_slips(np.log(np.array([9.0])), 0.09))[0] == pytest.approx(
        0.989, abs=0.001
    )


def test_an_empty_name_is_not_compared():
    empty, full = np.zeros((1, 2), np.uint64), np.full((1, 2), 7, np.uint64)

    assert np.isnan(dice(empty, full)).all()
    assert dice(full, full)[0] == 1


def test_a_report_has_counts_and_nobody(linked, lists):
    data = str(summary((3_000, 3_000), linked).to_data())

    assert "certain" in data
    assert not any(
        name in data for name in set(lists[0].surname) | set(lists[0].number) if len(name) > 4
    )


@pytest.mark.parametrize(("number", "words"), [(0, 0), (1, "<5"), (4.4, "<5"), (5, 5), (12.6, 13)])
def test_few_persons_are_not_told(number, words):
    assert told(number) == words
