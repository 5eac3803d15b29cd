"""What pairs teach, added up: a weight for each step of each feature, for all pairs alike.

Trees find what goes together and need many pairs for it; sums of weights find less and need few. They are wrong in different
pairs, so both together are better than either. Source: Hastie, Tibshirani 1986 (additive models); scikit-learn's
logistic regression.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression

from korgoo.matching.documents import Odds
from korgoo.matching.features import Floats
from korgoo.matching.learning import Lesson, doubled, one_thread
from korgoo.matching.parallel import by_threads

MOST_STEPS = 12  # of one feature, and one more for "not known"
PENALTY, ROUNDS = 2.0, 100  # inverse of the penalty for large weights; of the search for weights
Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the weights of each feature stand: how many steps it is told apart by, how many of these together have one weight."""

    steps: NDArray[np.int64]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, steps: Sequence[int]) -> "Layout":
        """Lay out features that have so many steps."""
        kept = np.minimum(np.array(steps), MOST_STEPS)
        return cls(np.array(steps), np.concatenate([[0], np.cumsum(kept + 1)]))

    def places(self, features: Floats) -> Places:
        """Find the weight of each feature of p pairs."""
        found = np.empty(features.shape, np.int32)
        for column, steps in enumerate(self.steps):
            value, kept = features[:, column], min(int(steps), MOST_STEPS)
            place = np.nan_to_num(value).astype(np.int32) * kept // max(int(steps), 1)
            found[:, column] = np.where(np.isnan(value), kept, place) + self.starts[column]
        return found


@dataclass(frozen=True, slots=True)
class Sums:
    """Weights for each group, taught on the others: the intercept is the last."""

    layout: Layout
    weights: list[Odds]

    def log_odds(self, features: Floats, group: NDArray[np.int64]) -> Odds:
        """Judge pairs without their documents, each by weights that were taught on others.

        Args:
            features: p x features, in steps.
            group: Of each pair.
        """
        places, found = self.layout.places(features), np.empty(len(features))
        for number, weights in enumerate(self.weights):
            mine = group == number
            total = np.full(int(mine.sum()), weights[-1])
            for column in range(places.shape[1]):
                total += weights[places[mine, column]]
            found[mine] = total
        return found


def add_up(lesson: Lesson, groups: int, steps: Sequence[int]) -> Sums:
    """Teach the weights of so many groups, two at the same time.

    Args:
        lesson: Pairs to learn from.
        groups: Into which records are dealt.
        steps: How many steps each feature has.
    """
    layout = Layout.of(steps)
    places = layout.places(lesson.features)
    return Sums(
        layout,
        by_threads(
            lambda one: _weights(lesson, places, lesson.group != one, int(layout.starts[-1])),
            range(groups),
        ),
    )


def _weights(lesson: Lesson, places: Places, taught: NDArray[np.bool_], count: int) -> Odds:
    rows, label, share = doubled(lesson, taught)
    size, width = len(rows), places.shape[1]
    ones, starts = np.ones(size * width, np.float32), np.arange(0, (size + 1) * width, width)
    told = csr_array((ones, places[rows].ravel(), starts), shape=(size, count))
    model = LogisticRegression(C=PENALTY, max_iter=ROUNDS, tol=1e-3)
    with one_thread():
        model.fit(told, label, sample_weight=share)
    return np.append(model.coef_[0], model.intercept_[0])
