"""The inner loop, portable: likeness of the pairs that meet in blocks, the best of each record. NumPy alone.

Likeness is the Dice coefficient of two record filters in 65,536ths, in whole numbers, with the bonus of the block:
so that every path on every machine gives the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.blocks import Rows
from korgoo.matching.hashing import Bits

ONE = 65_536
MOST = (1 << 17) - 1
AT_ONCE = 2_000_000  # pairs looked at together
MOST_ROWS = 1 << 15  # records of one call: they share a word with likeness and partner


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where records meet in one block: stretches of ``rows`` (of the shard), one for each of m records."""

    first: NDArray[np.int64]
    number: NDArray[np.int64]
    rows: Rows
    bonus: int


@dataclass(frozen=True, slots=True)
class Best:
    """The best partners of m records: m x k rows of the shard and their likeness; likeness 0 where there are fewer."""

    rows: Rows
    likeness: NDArray[np.uint32]
    looked_at: int


def likeness(one: Bits, other: Bits) -> NDArray[np.uint32]:
    """Compare filters row by row: Dice in 65,536ths, rounded down.

    Args:
        one: p x words.
        other: p x words.
    """
    common = np.zeros(len(one), np.uint32)
    total = np.zeros(len(one), np.uint32)
    for word in range(one.shape[1]):
        common += np.bitwise_count(one[:, word] & other[:, word])
        total += np.bitwise_count(one[:, word])
        total += np.bitwise_count(other[:, word])
    return common * np.uint32(2 * ONE) // np.maximum(total, np.uint32(1))


def best(here: Bits, there: Bits, meetings: Sequence[Meeting], *, keep: int, least: int) -> Best:
    """Find the best partners of each record among those that it meets.

    Args:
        here: m x words, m at most 32,768.
        there: n x words, of the shard.
        meetings: One for each block, the strong ones first.
        keep: Partners to keep of each record.
        least: Likeness below which a pair is not kept, in 65,536ths.
    """
    found = np.unique(np.concatenate([_pairs(one, number) for number, one in enumerate(meetings)]))
    pair = found >> np.uint64(5)
    new = np.ones(len(pair), bool)
    new[1:] = pair[1:] != pair[:-1]
    found, pair = found[new], pair[new]
    left, right = (
        (pair >> np.uint64(32)).astype(np.int64),
        (pair & np.uint64(0xFFFFFFFF)).astype(np.int64),
    )
    bonus = np.array([one.bonus for one in meetings], np.uint32)[
        (found & np.uint64(31)).astype(np.int64)
    ]
    score = _scores(here, there, left, right) + bonus
    kept = score >= least
    return _first_of_each(len(here), left[kept], right[kept], score[kept], keep, len(pair))


def _pairs(one: Meeting, number: int) -> Bits:
    """Write each pair as one number: record, partner, block."""
    total = int(one.number.sum())
    left = np.repeat(np.arange(len(one.number), dtype=np.uint64), one.number)
    starts = np.repeat(one.first - (np.cumsum(one.number) - one.number), one.number)
    right = one.rows[starts + np.arange(total)].astype(np.uint64)
    return (left << np.uint64(37)) | (right << np.uint64(5)) | np.uint64(number)


def _scores(
    here: Bits, there: Bits, left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.uint32]:
    found = np.empty(len(left), np.uint32)
    for start in range(0, len(left), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        found[part] = likeness(here[left[part]], there[right[part]])
    return found


def _first_of_each(
    count: int,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    score: NDArray[np.uint32],
    keep: int,
    looked_at: int,
) -> Best:
    order = np.sort(
        (left.astype(np.uint64) << np.uint64(49))
        | ((np.uint64(MOST) - score) << np.uint64(32))
        | right.astype(np.uint64)
    )
    whose = (order >> np.uint64(49)).astype(np.int64)
    place = np.arange(len(order)) - np.searchsorted(whose, np.arange(count))[whose]
    order, whose, place = order[place < keep], whose[place < keep], place[place < keep]
    rows, best_score = np.zeros((count, keep), np.uint32), np.zeros((count, keep), np.uint32)
    rows[whose, place] = (order & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    best_score[whose, place] = np.uint32(MOST) - (
        (order >> np.uint64(32)) & np.uint64(MOST)
    ).astype(np.uint32)
    return Best(rows, best_score, looked_at)
