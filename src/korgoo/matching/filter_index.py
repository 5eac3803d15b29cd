"""One person looked for among a million encodings: the likest filters exactly, and whoever shares a code.

Portable: the filters lie turned, one row of bits for each of the 512 positions. The rows that the asked filter sets are
added up by full adders, word by word, so that eight rows of bits hold how many positions each record shares; these are
compared with what the wanted likeness asks of a record as full as it is. Native: every record is compared.
Both give the same. Source of the adders: Harley and Seal, in Warren, Hacker's Delight, 2nd edition, 5-2.
"""

import math
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from korgoo.matching import native
from korgoo.matching.hashing import Bits
from korgoo.matching.kernels import ONE, likeness

WORD = 64
STEPS = tuple(
    ONE * part // 100 for part in (90, 80, 72, 66, 60, 55, 50, 45, 40, 35, 30, 25, 20, 10, 1)
)


@dataclass(slots=True)
class Index:
    """The filters of n records, in order of how many bits they set.

    Attributes:
        record: n x words, in that order.
        counts: n, bits that each sets.
        rows: n, where each stood in the list.
        turned: bits x n/64 words, one row for each position (the portable path alone needs it).
    """

    record: Bits
    counts: NDArray[np.uint16]
    rows: NDArray[np.uint32]
    turned: Bits

    @classmethod
    def of(cls, record: Bits) -> "Index":
        """Put filters in order and turn them."""
        counts = native.bit_counts(record)
        order = np.argsort(counts, kind="stable").astype(np.uint32)
        ordered = np.ascontiguousarray(record[order])
        return cls(ordered, counts[order], order, turned(ordered))

    def likest(
        self, one: Bits, keep: int, path: str = ""
    ) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        """Find the likest records: rows, and likeness in 65,536ths; equal ones in order of rows.

        Args:
            one: The words of the asked filter.
            keep: How many, at least; fewer where fewer are alike at all.
            path: ``native`` or ``portable``.
        """
        if (path or native.path()) == "native":
            return self._native(one, keep)
        places = self._portable(one, keep)
        score = likeness(self.record[places], one[None, :])
        return _in_order(self.rows[places].astype(np.int64), score, keep)

    def _native(self, one: Bits, keep: int) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
        middle = len(self.record) // 2
        halves = (slice(0, middle), slice(middle, None))

        def look(part: slice) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
            return native.likest(one, self.record[part], self.counts[part], self.rows[part], keep)

        rows, score = zip(*_two(os.getpid()).map(look, halves), strict=True)
        return _in_order(np.concatenate(rows), np.concatenate(score), keep)

    def _portable(self, one: Bits, keep: int) -> NDArray[np.int64]:
        """Find the places of all records that may be among the likest."""
        asked = np.flatnonzero(np.unpackbits(one.view(np.uint8), bitorder="little"))
        planes = added([self.turned[position] for position in asked])
        for least in STEPS:
            mask = self._at_least(planes, least, len(asked))
            if int(np.bitwise_count(mask).sum()) < keep:
                continue
            places = _places(mask, len(self.record))
            score = likeness(self.record[places], one[None, :])
            if int((score >= least).sum()) >= keep:
                return places
        return np.arange(len(self.record))

    def _at_least(self, planes: list[Bits], least: int, asked: int) -> Bits:
        """Mark the records that share as many positions as this likeness asks of the emptiest of their word."""
        emptiest = self.counts[::WORD].astype(np.int64)
        need = np.ceil(least * (emptiest + asked) / (2 * ONE)).astype(np.int64)
        found, undecided = np.zeros_like(planes[0]), np.full_like(planes[0], ~np.uint64(0))
        for height in range(len(planes) - 1, -1, -1):
            wanted = np.where((need >> height) & 1, ~np.uint64(0), np.uint64(0))
            found |= undecided & planes[height] & ~wanted
            undecided &= ~(planes[height] ^ wanted)
        found |= undecided
        found[need >= 1 << len(planes)] = 0
        return found


@cache
def _two(_process: int) -> ThreadPoolExecutor:
    """Give two threads of this process: in a child that was forked those of its parent do not run."""
    return ThreadPoolExecutor(2, "matching")


def turned(record: Bits) -> Bits:
    """Turn n filters: bits x ceil(n/64) words."""
    words = math.ceil(len(record) / WORD)
    found = np.zeros((record.shape[1] * WORD, words), np.uint64)
    for word in range(record.shape[1]):
        bits = np.unpackbits(
            np.ascontiguousarray(record[:, word]).view(np.uint8).reshape(-1, 8),
            axis=1,
            bitorder="little",
        )
        packed = np.packbits(bits, axis=0, bitorder="little")
        padded = np.zeros((words * 8, WORD), np.uint8)
        padded[: len(packed)] = packed
        found[word * WORD : (word + 1) * WORD] = np.ascontiguousarray(padded.T).view(np.uint64)
    return found


def added(rows: list[Bits]) -> list[Bits]:
    """Add rows of bits: the sums as planes, the lowest first."""
    waiting: list[list[Bits]] = [list(rows)]
    planes: list[Bits] = []
    while waiting:
        level = waiting.pop(0)
        carried: list[Bits] = []
        while len(level) > 1:
            if len(level) == 2:
                one, two = level
                level = [one ^ two]
                carried.append(one & two)
            else:
                one, two, three = level[:3]
                half = one ^ two
                level = [*level[3:], half ^ three]
                carried.append((one & two) | (half & three))
        planes += level
        if carried:
            waiting.append(carried)
    return planes


def _places(mask: Bits, count: int) -> NDArray[np.int64]:
    words = np.flatnonzero(mask)
    bits = np.unpackbits(mask[words].view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")
    which, bit = np.nonzero(bits)
    places = words[which] * WORD + bit
    return np.asarray(places[places < count])


def _in_order(
    rows: NDArray[np.int64], score: NDArray[np.uint32], keep: int
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    order = np.lexsort((rows, -score.astype(np.int64)))[:keep]
    order = order[score[order] > 0]
    return rows[order], score[order]
