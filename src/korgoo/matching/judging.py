"""From candidates to a posterior: how likely each is the same person, learnt from the two lists alone.

Documents label some pairs; trees learn from these what names and dates are worth; what they then believe of all pairs,
documents included, teaches them once more. Where there are too few documents, Fellegi and Sunter's weights begin; these
also say which pairs are near enough to ask the trees, and have their share in the last word.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.blocks import ODD
from korgoo.matching.candidates import Candidates
from korgoo.matching.courses import Course, Taught, course_of
from korgoo.matching.documents import Odds, document_weights, share, with_documents
from korgoo.matching.encoding import Encoded
from korgoo.matching.features import Compared, Floats
from korgoo.matching.fellegi_sunter import Weights, learn
from korgoo.matching.labels import DOCUMENT, NUMBER, Labels, labels
from korgoo.matching.learning import Lesson, Steps, Trees, teach
from korgoo.matching.levels import Agreement
from korgoo.matching.odds import levelled, mixed, one_of_each
from korgoo.matching.overlap import HARDLY, by_names, fit, reach
from korgoo.matching.parallel import by_threads

MOST_TAUGHT = 200_000  # pairs in a lesson
MOST_COUNTED = 200_000  # pairs that teach the weights without labels, and as many random ones
AT_ONCE = 100_000  # pairs compared together
# Log-odds without labels from which the trees are asked. Below, of 10,000 persons 25 were the same. Whoever is there for an equal
# passport alone must not teach: among a million records thousands are equal by chance, and belief in them feeds itself.
NEAR = -8.0
COUNTED = (
    2  # rounds after which so many are the same as then: each further one believes a little less
)
FITTED = 2
FEWEST = 200  # near pairs: fewer teach no trees
SURE, MOST_SURE = 0.6, 0.9995
DOUBTFUL, FAR_FOR_ONE = 0.005, 8
Progress = Callable[[int, int], None]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Judged:
    """The posterior of each candidate, and what it rests on.

    ``overlap`` is how many persons are on both lists: the sum of the posteriors, with those that no block reaches;
    ``reach`` the share of the same persons that names and dates bring among the candidates, estimated by documents (1
    where there are too few); ``labelled`` the pairs that documents labelled.
    """

    posterior: Odds
    labelled: int
    by_documents: bool
    reach: float
    overlap: float
    weights: Odds


@dataclass(slots=True)
class Judge:
    """Judges the candidates of two lists.

    ``evidence``: log-odds of all p candidates by the weights that need no labels. ``near``: places of those that may be
    the same at all; the trees learn from these and are asked about these.
    """

    here: Encoded
    there: Encoded
    pairs: Candidates
    compared: Compared
    weights: Weights
    evidence: Floats
    near: Places

    @classmethod
    def of(cls, here: Encoded, there: Encoded, pairs: Candidates) -> "Judge":
        """Learn the weights that need no labels, and weigh all candidates by them."""
        compared = Compared.of(here, there, pairs)
        weights = _weights(compared, pairs)
        evidence = np.empty(len(pairs), np.float32)

        def weigh(part: slice) -> None:
            features = compared.features(pairs, part)
            evidence[part] = weights.log_odds(Agreement.of(features), features)

        by_threads(weigh, _parts(len(pairs)))
        return cls(
            here, there, pairs, compared, weights, evidence, np.flatnonzero(evidence > NEAR)
        )

    def judge(self, progress: Progress | None = None) -> Judged:
        """Judge all candidates."""
        if len(self.near) < FEWEST:
            return self._plainly()
        found, taught = self._labels(), self.near[_spread(len(self.near), MOST_TAUGHT)]
        every = self.compared.documents(self.pairs, slice(None))
        plain, group, documents = self._plain(taught), self.group(taught), every[self.near]
        steps = Steps.of(plain)
        features = steps.taken(plain)
        if found.are_enough:
            trees = teach(self._lesson(found, steps), self.course.groups)
            belief = without_slips(self._asked(trees, steps), self._slips(trees, found, steps))
        else:
            belief = self.evidence[self.near].astype(np.float64)
        rounds, total = self.course.rounds, 0.0
        weights = document_weights(belief, documents)
        for number in range(rounds):
            # All near pairs are asked, not the lesson alone: of a lesson the rivals would be missing.
            same = self._one_of_each(self._whole(belief, every, weights))[taught]
            lesson = _short(Lesson(features, same, np.ones(len(same)), group))
            belief = self._asked(Taught.by(lesson, steps, self.course), steps)
            weights = document_weights(belief, documents)
            if number < COUNTED:
                total = float(share(with_documents(belief, documents, weights)).sum())
            if progress:
                progress(number + 1, rounds)
        both = self._both(self._whole(belief, every, weights), every, weights)
        posterior = self._fitting(both, total, every[:, DOCUMENT], weights[DOCUMENT])
        return Judged(
            posterior,
            len(found.same) + len(found.not_same),
            found.are_enough,
            *self._counted(posterior, every),
            weights,
        )

    def _plainly(self) -> Judged:
        """Judge lists of which too little comes near: they teach nothing, so the weights without labels decide."""
        evidence = self.evidence.astype(np.float64)
        documents = self.compared.documents(self.pairs, slice(None))
        weights = document_weights(evidence, documents)
        posterior = self._one_of_each(with_documents(evidence, documents, weights))
        return Judged(
            posterior,
            0,
            by_documents=False,
            reach=1.0,
            overlap=float(posterior.sum()),
            weights=weights,
        )

    def features(self, places: Places, steps: Steps) -> Floats:
        """Give the features of some pairs in steps, with the evidence without labels as the last."""
        return steps.taken(self._plain(places))

    @property
    def course(self) -> Course:
        """How these pairs are taught."""
        return course_of(len(self.near))

    def group(self, places: Places) -> Places:
        """Give the group of each pair: the same for all pairs of a record."""
        mark = self.here.record[self.pairs.here[places]]
        mixed = np.bitwise_xor.reduce(mark * ODD, axis=1) >> np.uint64(32)
        return np.asarray(mixed % np.uint64(self.course.groups), np.int64)

    def _plain(self, places: Places) -> Floats:
        return np.column_stack([self.compared.features(self.pairs, places), self.evidence[places]])

    def _labels(self) -> Labels:
        """Read the labels of those pairs of which documents can say anything."""
        documents = self.compared.documents(self.pairs, self.near)
        said = _says(documents)
        places = self.near[said]
        return labels(self.compared.features(self.pairs, places), documents[said]).at(places)

    def _lesson(self, found: Labels, steps: Steps) -> Lesson:
        most = MOST_TAUGHT // 2
        same, other = (p[_spread(len(p), most)] for p in (found.same, found.not_same))
        # The lesson must have the odds of all pairs, however much of each label was left out.
        kept = (len(same) / len(found.same)) / (len(other) / len(found.not_same))
        places = np.concatenate([same, other])
        is_same = np.repeat([1.0, 0.0], [len(same), len(other)])
        weight = np.where(is_same == 1, 1.0, kept / max(found.share_by_number, 1e-3))
        return Lesson(self.features(places, steps), is_same, weight, self.group(places))

    def _slips(self, trees: Trees, found: Labels, steps: Steps) -> float:
        """Estimate how many of the same persons have different national numbers: one of them is a slip."""
        high = []
        for places in (found.same_by_number, found.not_same):
            some = places[_spread(len(places), MOST_TAUGHT // 4)]
            sure = share(trees.log_odds(self.features(some, steps), self.group(some))) > SURE
            high.append(sure.mean() * len(places) if len(some) else 0.0)
        return float(high[1] / max(sum(high), 1.0))

    def _asked(self, taught: Trees | Taught, steps: Steps) -> Odds:
        """Ask about the near pairs, part by part: their features together would not fit into memory."""
        parts = [self.near[part] for part in _parts(len(self.near))]
        found = by_threads(
            lambda part: taught.log_odds(self.features(part, steps), self.group(part)), parts
        )
        return np.concatenate(found)

    def _whole(self, belief: Odds, documents: Floats, weights: Odds) -> Odds:
        """Judge all pairs: the near ones as believed, the others by the evidence, and all by their documents."""
        found = self.evidence.astype(np.float64)
        found[self.near] = belief
        return with_documents(found, documents, weights)

    def _both(self, believed: Odds, documents: Floats, weights: Odds) -> Odds:
        """Let the evidence have its share beside what is believed."""
        return mixed(
            believed, with_documents(self.evidence.astype(np.float64), documents, weights)
        )

    def _fitting(self, both: Odds, total: float, equal: Floats, weight: Odds) -> Odds:
        """Give the posteriors: near pairs first add up to a total, then to what equal documents say of it.

        Args:
            both: Log-odds of all pairs.
            total: How many of the near pairs are the same, as believed.
            equal: Whether the documents of each pair are equal.
            weight: Of a different and of an equal one.
        """
        told = np.where(np.isnan(equal), 0.0, np.where(equal == 1, weight[1], weight[0]))
        level = both + levelled(both[self.near], total)
        # Twice: of what is added to all, those lose again who have rivals.
        for _time in range(FITTED):
            without = self._one_of_each(level - told)
            asked = self.near[(without[self.near] > HARDLY) | (equal[self.near] == 1)]
            total *= fit(without[asked], equal[asked], self._by_names(asked))
            level = both + levelled(both[self.near], total)
        return self._one_of_each(level)

    def _counted(self, posterior: Odds, documents: Floats) -> tuple[float, float]:
        """Estimate the share of the same persons whom names and dates reach, and how many there are in all."""
        likely = np.flatnonzero(posterior > HARDLY)
        by_names = self._by_names(likely)
        told = (documents[likely, NUMBER] == 1) | (documents[likely, DOCUMENT] == 1)
        reached = reach(posterior[likely[told]], by_names[told])
        if reached == 1.0:
            return 1.0, float(posterior.sum())
        by_document_alone = posterior[likely[~by_names]].sum()
        return reached, float((posterior.sum() - by_document_alone) / reached)

    def _by_names(self, places: Places) -> NDArray[np.bool_]:
        return by_names(self.here, self.there, self.pairs, self.compared.alike, places)

    def _one_of_each(self, log_odds: Odds) -> Odds:
        return one_of_each(self.pairs, log_odds, len(self.here), len(self.there))


def _weights(compared: Compared, pairs: Candidates) -> Weights:
    """Learn the weights that need no labels, from some of the candidates and as many random pairs."""
    rng = np.random.default_rng(0)
    left, right = (
        rng.integers(0, len(one), MOST_COUNTED) for one in (compared.here, compared.there)
    )
    others = Candidates(left, right, np.zeros(MOST_COUNTED, np.uint32))
    random = compared.features_of_others(others)
    features = compared.features(pairs, _spread(len(pairs), MOST_COUNTED))
    space = len(compared.here) * len(compared.there) * (len(features) / max(len(pairs), 1))
    return learn(Agreement.of(features), features, Agreement.of(random), space)


def _short(lesson: Lesson) -> Lesson:
    """Leave out most pairs that are surely not the same, and let the others stand for them: they teach no more."""
    far = lesson.same < DOUBTFUL
    kept = ~far | (np.arange(len(far)) % FAR_FOR_ONE == 0)
    weight = np.where(far, float(FAR_FOR_ONE), 1.0) * lesson.weight
    return Lesson(lesson.features[kept], lesson.same[kept], weight[kept], lesson.group[kept])


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


def _spread(count: int, most: int) -> Places:
    """Choose so many places, evenly: stretches of neighbours, so that the candidates of a record stay together."""
    if count <= most:
        return np.arange(count)
    stretch = 64
    starts = np.linspace(0, count - stretch, most // stretch).astype(np.int64)
    return np.unique(starts[:, None] + np.arange(stretch))


def _parts(count: int, most: int = AT_ONCE) -> list[slice]:
    return [slice(start, min(start + most, count)) for start in range(0, count, most)]
