"""Links: of all candidates those that may stand together, each record once; and how sure they are, in words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.candidates import Candidates, Progress, candidates
from korgoo.matching.documents import Odds
from korgoo.matching.encoding import Encoded
from korgoo.matching.judging import Judge, Judged


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs that stand together, l each, the surest first: row here, row there, posterior."""

    here: NDArray[np.int64]
    there: NDArray[np.int64]
    posterior: Odds

    def __len__(self) -> int:
        return len(self.here)

    def above(self, least: float) -> "Links":
        """Keep those with at least this posterior."""
        kept = self.posterior >= least
        return Links(self.here[kept], self.there[kept], self.posterior[kept])


@dataclass(frozen=True, slots=True)
class Linked:
    """Everything about two lists: candidates, their posteriors, links."""

    pairs: Candidates
    judged: Judged
    links: Links


def link(
    here: Encoded, there: Encoded, *, path: str = "", progress: Progress | None = None
) -> Linked:
    """Find who is on both lists.

    Args:
        here: m records.
        there: n records under the same key.
        path: ``native`` or ``portable``; the same result.
        progress: Told how much of how much is done, of the candidates and then of the judging.
    """
    return judged(here, there, candidates(here, there, path=path, progress=progress), progress)


def judged(
    here: Encoded, there: Encoded, pairs: Candidates, progress: Progress | None = None
) -> Linked:
    """Judge candidates, wherever they were found, and choose links."""
    if not len(pairs):
        nothing = np.zeros(0)
        empty = Judged(
            nothing, 0, by_documents=False, reach=1.0, overlap=0.0, weights=np.zeros((0, 2))
        )
        return Linked(pairs, empty, one_to_one(pairs, nothing))
    found = Judge.of(here, there, pairs).judge(progress)
    return Linked(pairs, found, one_to_one(pairs, found.posterior))


def one_to_one(pairs: Candidates, posterior: Odds, least: float = 0.01) -> Links:
    """Take the surest pair, then the surest of what is left, each record once.

    In rounds: a pair that is the best of both its records is taken; that is the same as one after the other.
    """
    places = np.flatnonzero(posterior >= least)
    order = np.lexsort((pairs.there[places], pairs.here[places], -posterior[places]))
    left, right = pairs.here[places][order], pairs.there[places][order]
    rank, taken = np.arange(len(order)), []
    while len(rank):
        is_best = _first(left, rank) & _first(right, rank)
        taken.append(rank[is_best])
        free = ~np.isin(left, left[is_best]) & ~np.isin(right, right[is_best])
        left, right, rank = left[free], right[free], rank[free]
    chosen = places[order][np.sort(np.concatenate(taken))] if taken else places
    return Links(pairs.here[chosen], pairs.there[chosen], posterior[chosen])


def _first(values: NDArray[np.int64], rank: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which are the first of their value; they stand in order of rank."""
    _values, first = np.unique(values, return_index=True)
    found = np.zeros(len(rank), bool)
    found[first] = True
    return found
