"""One person looked for among a million encodings: the likest filters exactly, whoever shares no code too.

Portable: the filters lie word by word, so that NumPy counts the common bits of all records in a few passes; these are
compared with what the wanted likeness asks of a record as full as it is, from a likeness that some of them say is reached.
Native: every record is compared. Both give the same.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from korgoo.matching import native
from korgoo.matching.hashing import Bits
from korgoo.matching.kernels import ONE, likeness

AT_ONCE = 500_000  # records counted together: fewer, and two threads wait for each other longer than they count
AS_FULL = 16_384  # neighbours that are about as full
SAMPLED = 64  # of so many records one says which likeness is reached
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
        columns: words x n, in that order (the portable path alone needs them).
    """

    record: Bits
    counts: NDArray[np.uint16]
    rows: NDArray[np.uint32]
    columns: Bits

    @classmethod
    def of(cls, record: Bits, *, portable: bool = True) -> "Index":
        """Put filters in order.

        Args:
            record: n x words.
            portable: Whether the portable path is to be taken at all: without it half the memory is enough.
        """
        counts = native.bit_counts(record)
        order = np.argsort(counts, kind="stable").astype(np.uint32)
        ordered = np.ascontiguousarray(record[order])
        columns = np.ascontiguousarray(ordered.T if portable else ordered[:0].T)
        return cls(ordered, counts[order], order, columns)

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
        common, asked = self._common(one), int(np.bitwise_count(one).sum())
        for least in self._steps(common, asked, keep):
            places = self._reaching(common, _need(least, asked))
            if len(places) < keep:
                continue
            score = likeness(self.record[places], one[None, :])
            if int((score >= least).sum()) >= keep:
                return places
        return np.arange(len(self.record))

    def _common(self, one: Bits) -> NDArray[np.uint16]:
        """Count the bits that each record has in common with one."""
        found = np.zeros(len(self.record), np.uint16)

        def count(start: int) -> None:
            part = found[start : start + AT_ONCE]
            both, bits = np.empty(len(part), np.uint64), np.empty(len(part), np.uint8)
            for column, word in zip(self.columns, one, strict=True):
                np.bitwise_and(column[start : start + AT_ONCE], word, out=both)
                np.bitwise_count(both, out=bits)
                part += bits

        list(_two(os.getpid()).map(count, range(0, len(found), AT_ONCE)))
        return found

    def _reaching(self, common: NDArray[np.uint16], need: NDArray[np.uint16]) -> NDArray[np.int64]:
        """Find the places of records that have as many bits in common as one that is as full needs."""
        # Records lie in order of how full they are: what the emptiest of a part needs leaves few of it.
        parts = [
            np.flatnonzero(common[start : start + AS_FULL] >= need[self.counts[start]]) + start
            for start in range(0, len(common), AS_FULL)
        ]
        places = np.concatenate(parts) if parts else np.zeros(0, np.int64)
        return places[common[places] >= need[self.counts[places]]]

    def _steps(self, common: NDArray[np.uint16], asked: int, keep: int) -> Sequence[int]:
        """Leave out the steps that some of the records say too few reach: a wrong guess costs time, no hit."""
        some, counts = common[::SAMPLED], self.counts[::SAMPLED]
        for number, least in enumerate(STEPS):
            if int((some >= _need(least, asked)[counts]).sum()) * SAMPLED >= keep:
                return STEPS[number:]
        return STEPS


def _need(least: int, asked: int) -> NDArray[np.uint16]:
    """Say how many bits a record that sets 0, 1, 2 ... must have in common for this likeness, at least."""
    sizes = np.arange(1 << 11)
    return np.ceil(least * (sizes + asked) / (2 * ONE)).astype(np.uint16)


@cache
def _two(_process: int) -> ThreadPoolExecutor:
    """Give two threads of this process: in a child that was forked those of its parent do not run."""
    return ThreadPoolExecutor(2, "matching")


def _in_order(
    rows: NDArray[np.int64], score: NDArray[np.uint32], keep: int
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    order = np.lexsort((rows, -score.astype(np.int64)))[:keep]
    order = order[score[order] > 0]
    return rows[order], score[order]
