"""The same plan on Spark: every chunk of one list against every shard of the other is a task, the best are put together.

Both folders lie where all machines reach them (a shared file system). Results are those of ``candidates``, pair by pair. Needs
PySpark and Java; nothing else in Korgoo does.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from korgoo.matching.candidates import (
    KEEP,
    PLAN,
    Candidates,
    Counts,
    Plan,
    Shard,
    laid_out,
    merge,
)
from korgoo.matching.kernels import Best
from korgoo.matching.store import opened

Task = tuple[int, int]
Answer = tuple[int, int, Best]


def candidates(here: Path, there: Path, master: str = "local[2]", plan: Plan = PLAN) -> Candidates:
    """Find the candidates of two encoded lists.

    Args:
        here: Folder of m records.
        there: Folder of n records.
        master: Where Spark runs; a cluster sets it by ``spark-submit``.
        plan: Another one only in tests.
    """
    from pyspark.sql import SparkSession

    if master.startswith("local"):
        # Else Spark takes the python3 of the system, which knows no Korgoo.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master(master)
        .appName("korgoo match")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    try:
        return _put_together(session.sparkContext, here, there, plan)
    finally:
        session.stop()


def _put_together(context: Any, here: Path, there: Path, plan: Plan) -> Candidates:
    count, others = len(opened(here).encoded), len(opened(there).encoded)
    tasks = [(s, c) for s in plan.shards(others) for c in plan.chunks(count)]
    folders = str(here), str(there)
    answers = context.parallelize(tasks, max(1, min(len(tasks), 1_000))).mapPartitions(
        lambda part: _answers(folders, plan, part)
    )
    rows, score, counts = (
        np.zeros((count, KEEP), np.int64),
        np.zeros((count, KEEP), np.uint32),
        Counts(),
    )
    # In order of shards: equal ones are kept as the local engine keeps them.
    for start, first, found in sorted(answers.toLocalIterator(), key=lambda one: one[:2]):
        part = slice(first, first + len(found.rows))
        counts.pairs += found.looked_at
        merge(rows[part], score[part], found, start)
    for start in plan.shards(others):
        split, dropped = _shard(folders[1], start, plan)[1:]
        counts.split, counts.dropped = counts.split + split, counts.dropped + dropped
    return laid_out(rows, score, counts)


def _answers(folders: tuple[str, str], plan: Plan, tasks: Iterator[Task]) -> Iterator[Answer]:
    here = opened(Path(folders[0])).encoded
    for start, first in tasks:
        yield start, first, _shard(folders[1], start, plan)[0].best(here, first)


@cache
def _shard(folder: str, start: int, plan: Plan) -> tuple[Shard, int, int]:
    """Prepare a shard once for each worker."""
    counts = Counts()
    return (
        Shard.of(opened(Path(folder)).encoded, start, counts, plan),
        counts.split,
        counts.dropped,
    )
