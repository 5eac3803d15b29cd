"""Quality of links against the truth, the same for everybody who is measured."""

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def quality(links, truth: int) -> dict[str, float]:
    """Judge links, the surest first.

    Args:
        links: Whether each is right, in order.
        truth: Persons on both lists.

    Returns:
        Best F1 over all thresholds, and the largest recall at precision .99.
    """
    right, best, recall = 0, 0.0, 0.0
    for number, is_right in enumerate(links, 1):
        right += bool(is_right)
        best = max(best, 2 * right / (number + truth))
        if right >= 0.99 * number:
            recall = right / truth
    return {"f1": best, "recall_at_99": recall}


def one_to_one(pairs) -> Iterator[bool]:
    """Take (score, here, there, right) pairs, the surest first, each record once."""
    mine, theirs = set(), set()
    for _score, here, there, is_right in sorted(pairs, key=lambda one: -one[0]):
        if here not in mine and there not in theirs:
            mine.add(here)
            theirs.add(there)
            yield is_right


def surest_first(columns) -> Iterator[bool]:
    """Take pairs that are in order, the surest first, each record once: two arrays, who it is here and who there."""
    mine, theirs = set(), set()
    here, there = columns
    for start in range(0, len(here), 1_000_000):
        part = slice(start, start + 1_000_000)
        for one, other in zip(here[part].tolist(), there[part].tolist(), strict=True):
            if one not in mine and other not in theirs:
                mine.add(one)
                theirs.add(other)
                yield one == other


@contextmanager
def timed(found: dict[str, float], name: str) -> Iterator[None]:
    """Note wall seconds and processor seconds of this process."""
    wall, processor = time.perf_counter(), time.process_time()
    yield
    found[name] = time.perf_counter() - wall
    found[f"{name}_cpu"] = time.process_time() - processor


def say(found: dict[str, object]) -> None:
    """Print what was found as one line of JSON, with the memory at its peak (GB)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    sys.stdout.write(json.dumps(found | {"peak_gb": peak}) + "\n")
