"""Persons counted once over several lists, with the doubt of the links kept: many draws instead of one best guess."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from korgoo.matching.documents import Odds

DRAWS = 200
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known between two lists: their places, and for p candidates row, row and posterior."""

    one: int
    other: int
    here: Whole
    there: Whole
    posterior: Odds


@dataclass(frozen=True, slots=True)
class Counted:
    """How many persons: mean of the draws, and between what 95 of 100 lie."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Persons in all, and by the lists they are on: the table from which a hidden number is estimated."""

    persons: Counted
    cells: dict[tuple[int, ...], Counted]


def clusters(
    sizes: Sequence[int], evidence: Sequence[Evidence], rng: np.random.Generator
) -> Whole:
    """Draw one set of links and say whose record each is: one number for each record, list after list.

    Args:
        sizes: Records of each list.
        evidence: Between pairs of lists.
        rng: The draw.
    """
    starts = np.concatenate([[0], np.cumsum(sizes)])
    pairs = [
        _drawn(one, rng) + np.array([[starts[one.one]], [starts[one.other]]]) for one in evidence
    ]
    left, right = np.concatenate(pairs, axis=1) if pairs else np.zeros((2, 0), np.int64)
    total = int(starts[-1])
    graph = coo_array((np.ones(len(left), np.int8), (left, right)), shape=(total, total))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def overlaps(
    sizes: Sequence[int], evidence: Sequence[Evidence], draws: int = DRAWS, seed: int = 0
) -> Overlaps:
    """Count persons on each set of lists.

    Args:
        sizes: Records of each list.
        evidence: Between pairs of lists.
        draws: Sets of links drawn.
        seed: Of the draws: the same counts for the same lists.
    """
    rng = np.random.default_rng(seed)
    marks = np.repeat(1 << np.arange(len(sizes)), sizes)
    found = [_cells(clusters(sizes, evidence, rng), marks) for _draw in range(draws)]
    masks = sorted(set().union(*found))
    cells = {_lists(mask): _counted([one[mask] for one in found]) for mask in masks}
    return Overlaps(_counted([one.total() for one in found]), cells)


def _drawn(one: Evidence, rng: np.random.Generator) -> Whole:
    """Draw links by their posteriors; of two that meet in a record one stays, by chance."""
    chosen = np.flatnonzero(rng.random(len(one.posterior)) < one.posterior)
    chosen = rng.permutation(chosen)
    for side in (one.here, one.there):
        chosen = chosen[np.unique(side[chosen], return_index=True)[1]]
    return np.stack([one.here[chosen], one.there[chosen]])


def _cells(person: Whole, marks: Whole) -> "Counter[int]":
    masks = np.zeros(int(person.max(initial=-1)) + 1, np.int64)
    np.bitwise_or.at(masks, person, marks)
    return Counter(masks.tolist())


def _lists(mask: int) -> tuple[int, ...]:
    return tuple(place for place in range(mask.bit_length()) if mask >> place & 1)


def _counted(numbers: list[int]) -> Counted:
    low, high = np.quantile(numbers, (0.025, 0.975))
    return Counted(float(np.mean(numbers)), float(low), float(high))
