"""Candidates: for every record of one list the few of the other that may be the same person.

The other list is taken in shards, this one in chunks: memory is bounded by one of each, whatever the size. Shards are
part of the method (the limit of a block is a limit in a shard), so every engine gives the same candidates.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray

from korgoo.matching import native
from korgoo.matching.blocks import BLOCKS, BlockIndex
from korgoo.matching.encoding import Encoded
from korgoo.matching.kernels import Best, Meeting
from korgoo.matching.kernels import best as portable_best

KEEP = 8  # candidates of each record
LEAST = 26_214  # likeness of .40: below, no pair was the same person
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How many records of the other list, and of this one, are worked on together."""

    shard: int = 2_000_000
    chunk: int = 16_384

    def shards(self, there: int) -> range:
        """Say where the shards of n records begin."""
        return range(0, there, self.shard)

    def chunks(self, here: int) -> range:
        """Say where the chunks of m records begin."""
        return range(0, here, self.chunk)


PLAN = Plan()


@dataclass(slots=True)
class Counts:
    """What was looked at: pairs, and records in codes that too many bear (split, dropped)."""

    pairs: int = 0
    split: int = 0
    dropped: int = 0


@dataclass(slots=True)
class Candidates:
    """Pairs to judge, p each: row here, row there, likeness (in 65,536ths). In order of rows here, then of likeness."""

    here: NDArray[np.int64]
    there: NDArray[np.int64]
    likeness: NDArray[np.uint32]
    counts: Counts = field(default_factory=Counts)

    def __len__(self) -> int:
        return len(self.here)


def candidates(
    here: Encoded,
    there: Encoded,
    *,
    path: str = "",
    progress: Progress | None = None,
    workers: int = 2,
    plan: Plan = PLAN,
) -> Candidates:
    """Find the candidates of two lists under one key.

    Args:
        here: m records.
        there: n records; may be mapped from files.
        path: ``native`` or ``portable``; without it the fastest that works here. Both give the same.
        progress: Told how many records of how many are done.
        workers: Threads.
        plan: Another one only in tests: shards are part of the method.
    """
    counts = Counts()
    rows = np.zeros((len(here), KEEP), np.int64)
    score = np.zeros((len(here), KEEP), np.uint32)
    shards, chunks = plan.shards(len(there)), plan.chunks(len(here))
    total, done = len(here) * len(shards), 0
    for start in shards:
        shard = Shard.of(there, start, counts, plan)
        with ThreadPoolExecutor(workers) as pool:
            jobs = pool.map(partial(shard.best, here, path=path), chunks)
            for first, found in zip(chunks, jobs, strict=True):
                part = slice(first, first + len(found.rows))
                counts.pairs += found.looked_at
                merge(rows[part], score[part], found, start)
                done += len(found.rows)
                if progress:
                    progress(done, total)
    return laid_out(rows, score, counts)


@dataclass(frozen=True, slots=True)
class Shard:
    """A stretch of the other list with its blocks in order."""

    record: NDArray[np.uint64]
    indexes: list[BlockIndex]
    chunk: int

    @classmethod
    def of(cls, there: Encoded, start: int, counts: Counts, plan: Plan = PLAN) -> "Shard":
        """Take the shard that begins at a record; add what was split and dropped to ``counts``."""
        part = slice(start, start + plan.shard)
        codes = {name: np.asarray(column[part]) for name, column in there.codes.items()}
        indexes = [BlockIndex.of(block, codes) for block in BLOCKS]
        counts.split += sum(one.split for one in indexes)
        counts.dropped += sum(one.dropped for one in indexes)
        return cls(np.ascontiguousarray(there.record[part]), indexes, plan.chunk)

    def best(self, here: Encoded, first: int, path: str = "") -> Best:
        """Find the best partners in this shard of the records of one chunk."""
        part = slice(first, first + self.chunk)
        codes = {name: np.asarray(column[part]) for name, column in here.codes.items()}
        meetings = [
            Meeting(*index.ranges(codes), index.rows, index.block.bonus) for index in self.indexes
        ]
        deed = native.best if (path or native.path()) == "native" else portable_best
        record = np.ascontiguousarray(here.record[part])
        return deed(record, self.record, meetings, keep=KEEP, least=LEAST)


def merge(rows: NDArray[np.int64], score: NDArray[np.uint32], found: Best, start: int) -> None:
    """Put what another shard has among the best so far, in place; equal ones in order of rows."""
    all_rows = np.concatenate([rows, found.rows.astype(np.int64) + start], axis=1)
    all_scores = np.concatenate([score, found.likeness], axis=1)
    order = np.argsort(-all_scores.astype(np.int64), axis=1, kind="stable")[:, : rows.shape[1]]
    rows[:] = np.take_along_axis(all_rows, order, 1)
    score[:] = np.take_along_axis(all_scores, order, 1)


def laid_out(rows: NDArray[np.int64], score: NDArray[np.uint32], counts: Counts) -> Candidates:
    """Write the best of m records (m x k) as pairs."""
    here, place = np.nonzero(score)
    return Candidates(here, rows[here, place], score[here, place], counts)
