"""From candidates to a posterior: how likely each is the same person, learnt from the two lists alone.

Documents label some pairs; trees learn from these what names and dates are worth; what they then believe of all pairs,
documents included, teaches them once more. Where there are too few documents, Fellegi and Sunter's weights begin.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.candidates import Candidates
from korgoo.matching.encoding import Encoded
from korgoo.matching.features import Compared, Floats
from korgoo.matching.fellegi_sunter import Weights, learn
from korgoo.matching.labels import Labels, labels, reach
from korgoo.matching.learning import (
    Lesson,
    Odds,
    Trees,
    document_weights,
    share,
    teach,
    with_documents,
)  # fmt: skip
from korgoo.matching.levels import Agreement

MOST_TAUGHT = 400_000  # pairs in a lesson
AT_ONCE = 500_000  # pairs compared together
RANDOM_PAIRS = 400_000
ROUNDS = 2
SURE, MOST_SURE = 0.6, 0.9995
DOUBTFUL, FAR_FOR_ONE = 0.005, 8
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Judged:
    """The posterior of each candidate, and what it rests on.

    ``reach`` is the share of the same persons that are among the candidates at all, estimated by documents (1 where
    there are too few); ``labelled`` the pairs that documents labelled.
    """

    posterior: Odds
    labelled: int
    by_documents: bool
    reach: float
    weights: Odds

    @property
    def overlap(self) -> float:
        """Persons on both lists: the sum of the posteriors, with those that no block reaches."""
        return float(self.posterior.sum() / self.reach)


@dataclass(slots=True)
class Judge:
    """Judges the candidates of two lists."""

    here: Encoded
    there: Encoded
    pairs: Candidates
    compared: Compared
    weights: Weights

    @classmethod
    def of(cls, here: Encoded, there: Encoded, pairs: Candidates) -> "Judge":
        """Learn the weights that need no labels."""
        compared = Compared.of(here, there, pairs)
        rng = np.random.default_rng(0)
        draws = rng.integers(0, len(here), RANDOM_PAIRS), rng.integers(0, len(there), RANDOM_PAIRS)
        others = Candidates(*draws, np.zeros(RANDOM_PAIRS, np.uint32))
        random = compared.features_of_others(others)
        some = _spread(len(pairs), MOST_TAUGHT)
        features = compared.features(pairs, some)
        space = len(here) * len(there) * (len(features) / max(len(pairs), 1))
        weights = learn(Agreement.of(features), features, Agreement.of(random), space)
        return cls(here, there, pairs, compared, weights)

    def judge(self, progress: Progress | None = None) -> Judged:
        """Judge all candidates."""
        found, taught = self._labels(), _spread(len(self.pairs), MOST_TAUGHT)
        features, half = self.features(taught), self.half(taught)
        documents = self.compared.documents(self.pairs, taught)
        if found.are_enough:
            trees = teach(self._lesson(found))
            belief = without_slips(trees.log_odds(features, half), self._slips(trees, found))
        else:
            belief = features[:, -1].astype(np.float64)
        for _round in range(ROUNDS):
            weights = document_weights(belief, documents)
            same = self._one_of_each(with_documents(belief, documents, weights), taught)
            trees = teach(_short(Lesson(features, same, np.ones(len(same)), half)))
            belief = trees.log_odds(features, half)
        weights = document_weights(belief, documents)
        posterior = self._all(trees, weights, progress)
        reached = reach(self.here, self.there, self.pairs, self.compared.alike, found)
        labelled = len(found.same) + len(found.not_same)
        return Judged(posterior, labelled, found.are_enough, reached, weights)

    def features(self, part: NDArray[np.int64] | slice) -> Floats:
        """Give the features of some pairs, with the weights that need no labels as the last."""
        features = self.compared.features(self.pairs, part)
        evidence = self.weights.log_odds(Agreement.of(features), features)
        return np.column_stack([features, evidence]).astype(np.float32)

    def half(self, part: NDArray[np.int64] | slice) -> NDArray[np.int64]:
        """Give the half of each pair: the same for all pairs of a record."""
        mark = self.here.record[self.pairs.here[part], 0]
        mixed = mark ^ (mark >> np.uint64(17)) ^ (mark >> np.uint64(41))
        return np.asarray(mixed & np.uint64(1), np.int64)

    def _labels(self) -> Labels:
        """Read the labels of those pairs of which documents can say anything."""
        said = [
            np.flatnonzero(_says(self.compared.documents(self.pairs, part))) + part.start
            for part in _parts(len(self.pairs))
        ]
        places = np.concatenate(said) if said else np.zeros(0, np.int64)
        found = labels(
            self.compared.features(self.pairs, places), self.compared.documents(self.pairs, places)
        )
        return found.at(places)

    def _lesson(self, found: Labels) -> Lesson:
        most = MOST_TAUGHT // 2
        same, other = (p[_spread(len(p), most)] for p in (found.same, found.not_same))
        # The lesson must have the odds of all pairs, however much of each label was left out.
        kept = (len(same) / len(found.same)) / (len(other) / len(found.not_same))
        places = np.concatenate([same, other])
        is_same = np.repeat([1.0, 0.0], [len(same), len(other)])
        weight = np.where(is_same == 1, 1.0, kept / max(found.share_by_number, 1e-3))
        return Lesson(self.features(places), is_same, weight, self.half(places))

    def _slips(self, trees: Trees, found: Labels) -> float:
        """Estimate how many of the same persons have different national numbers: one of them is a slip."""
        high = []
        for places in (found.same_by_number, found.not_same):
            some = places[_spread(len(places), MOST_TAUGHT // 4)]
            sure = share(trees.log_odds(self.features(some), self.half(some))) > SURE
            high.append(sure.mean() * len(places) if len(some) else 0.0)
        return float(high[1] / max(sum(high), 1.0))

    def _all(self, trees: Trees, weights: Odds, progress: Progress | None) -> Odds:
        found = np.empty(len(self.pairs))
        for part in _parts(len(self.pairs)):
            alone = trees.log_odds(self.features(part), self.half(part))
            found[part] = with_documents(alone, self.compared.documents(self.pairs, part), weights)
            if progress:
                progress(min(part.stop, len(found)), len(found))
        return self._one_of_each(found, slice(None))

    def _one_of_each(self, log_odds: Odds, part: NDArray[np.int64] | slice) -> Odds:
        """Nobody is two people: share out what a record has among its candidates, on both sides."""
        odds = np.exp(np.clip(log_odds, -40, 40))
        left, right = self.pairs.here[part], self.pairs.there[part]
        mine = np.bincount(left, odds, len(self.here))[left]
        theirs = np.bincount(right, odds, len(self.there))[right]
        return np.asarray(odds / (1 + mine + theirs - odds))


def _short(lesson: Lesson) -> Lesson:
    """Leave out most pairs that are surely not the same, and let the others stand for them: they teach no more."""
    far = lesson.same < DOUBTFUL
    kept = ~far | (np.arange(len(far)) % FAR_FOR_ONE == 0)
    weight = np.where(far, float(FAR_FOR_ONE), 1.0) * lesson.weight
    return Lesson(lesson.features[kept], lesson.same[kept], weight[kept], lesson.half[kept])


def without_slips(log_odds: Odds, slips: float) -> Odds:
    """Undo what wrong labels did: of the same persons a share was taught as different, so belief stays that much below.

    Args:
        log_odds: As taught.
        slips: That share. Source: Elkan, Noto 2008, whose c is one less this.
    """
    chance = np.clip(share(log_odds) / (1 - min(slips, 0.3)), 1e-12, MOST_SURE)
    return np.asarray(np.log(chance / (1 - chance)))


def _says(documents: Floats) -> NDArray[np.bool_]:
    """Tell of which pairs two national numbers are known, or an equal passport."""
    return np.asarray(~np.isnan(documents[:, 0]) | (documents[:, 1] == 1))


def _spread(count: int, most: int) -> NDArray[np.int64]:
    """Choose so many places, evenly: stretches of neighbours, so that the candidates of a record stay together."""
    if count <= most:
        return np.arange(count)
    stretch = 64
    starts = np.linspace(0, count - stretch, most // stretch).astype(np.int64)
    return np.unique(starts[:, None] + np.arange(stretch))


def _parts(count: int) -> list[slice]:
    return [slice(start, min(start + AT_ONCE, count)) for start in range(0, count, AT_ONCE)]
