"""Under which number a person is counted, with the doubt of it: many draws instead of one best guess. Pure.

Cases that people said to be of one person are one from the beginning. What is only possible is drawn, by its
posterior, some hundred times; a count made in each draw has a mean and an interval. Records of one organisation are
different persons unless people said otherwise: of two possible links between the same organisations that meet in a
record one stays, by chance (``matching.counting``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from korgoo.matching.counting import Evidence
    from korgoo.pairs.api import OpenPair

Place = NDArray[np.int64]
DRAWS = 200
SEED = 0  # the same counts for the same cases: many looks at a page say no more than one
# A pair that matching would not show is no evidence.
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class LinkKeys:
    """For n cases the number of their person in each of d draws.

    Attributes:
        cases: n of them.
        persons: d x n; two cases of one draw are of one person where the numbers are the same. Numbers of
            different draws have nothing to do with each other.
    """

    cases: tuple[UUID, ...]
    persons: Place

    def count(self, places: Place) -> Place:
        """Count the persons of some cases in each draw.

        Args:
            places: Of the cases among ``cases``.
        """
        chosen = np.sort(self.persons[:, places], axis=1)
        if not chosen.shape[1]:
            return np.zeros(len(chosen), np.int64)
        return np.asarray(1 + (np.diff(chosen, axis=1) != 0).sum(axis=1), np.int64)


def drawn(
    leads: Mapping[UUID, UUID],
    pairs: "Iterable[OpenPair]",
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> LinkKeys:
    """Draw for each case who its person is.

    Args:
        leads: For each case, also those of the pairs, the one under which its organisation counts its person.
        pairs: What is possible between organisations. Of others than ``leads`` nothing is drawn.
        draws: How many.
        seed: Of the draws.
    """
    # It brings scikit-learn with it, which the server does without until somebody counts.
    from korgoo.matching.counting import clusters

    cases = tuple(leads)
    numbers = {case: place for place, case in enumerate(dict.fromkeys(leads.values()))}
    known = [pair for pair in pairs if pair.case_a in leads and pair.case_b in leads]
    ends = np.array(
        [(numbers[leads[p.case_a]], numbers[leads[p.case_b]]) for p in known], np.int64
    ).reshape(-1, 2)
    sure = _joined(len(numbers), ends[[pair.is_same is True for pair in known]])
    evidence = _evidence(known, sure[ends], sure)
    rng = np.random.default_rng(seed)
    place = sure[[numbers[leads[case]] for case in cases]] if cases else np.zeros(0, np.int64)
    size = [int(sure.max(initial=-1)) + 1]
    persons = [clusters(size, evidence, rng)[place] for _draw in range(draws)]
    return LinkKeys(cases, np.array(persons, np.int64).reshape(draws, len(cases)))


def _joined(size: int, ends: Place) -> Place:
    """Join what people said to be one person: a number for each of ``size``."""
    graph = coo_array((np.ones(len(ends), np.int8), (ends[:, 0], ends[:, 1])), shape=(size, size))
    return np.asarray(connected_components(graph, directed=False)[1], np.int64)


def _evidence(pairs: "Sequence[OpenPair]", ends: Place, sure: Place) -> "list[Evidence]":
    """Keep what is still open between two organisations: not what people settled, nor what that excludes."""
    owners: dict[int, set[int]] = defaultdict(set)
    settled: set[tuple[int, int]] = set()
    for pair, (here, there) in zip(pairs, ends.tolist(), strict=True):
        if pair.is_same is True:
            owners[here] |= {pair.owner_a, pair.owner_b}
        elif pair.is_same is False:
            settled |= {(here, there), (there, here)}
    found: dict[tuple[int, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for pair, (here, there) in zip(pairs, ends.tolist(), strict=True):
        is_open = pair.is_same is None and pair.posterior >= LEAST and here != there
        has_one = pair.owner_b in owners[here] or pair.owner_a in owners[there]
        if is_open and not has_one and (here, there) not in settled:
            (one, a), (other, b) = sorted([(pair.owner_a, here), (pair.owner_b, there)])
            kept = found[one, other]
            kept[a, b] = max(kept.get((a, b), 0.0), pair.posterior)
    return [_of(rows) for _owners, rows in sorted(found.items())]


def _of(rows: Mapping[tuple[int, int], float]) -> "Evidence":
    from korgoo.matching.counting import Evidence

    order = sorted(rows)
    here, there = np.array(order, np.int64).T
    posterior = np.array([rows[one] for one in order])
    # All records stand in one list here: two organisations may share one that people put together.
    return Evidence(0, 0, here, there, posterior)
