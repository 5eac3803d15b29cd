"""What pairs teach: boosted trees over the features, and the weight of the documents themselves.

Two models, each taught on one half of the records and asked about the other, so that no pair is judged by what it
taught. Source: Friedman 2001 (gradient boosting); cross-fitting as in Chernozhukov et al. 2018.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from korgoo.matching.features import DOCUMENTS, Floats

TREES = {
    "max_iter": 120, "learning_rate": 0.08, "max_leaf_nodes": 16, "min_samples_leaf": 25, "l2_regularization": 1.0,
}  # fmt: skip
SMALL = 1e-3  # weight below which a row teaches nothing
Odds = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Pairs to learn from, p each: features, how far they are the same (0 to 1), weight, half (0 or 1)."""

    features: Floats
    same: Odds
    weight: Odds
    half: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trees:
    """Two models, the one taught on half 0 and the one taught on half 1."""

    models: tuple[Any, Any]

    def log_odds(self, features: Floats, half: NDArray[np.int64]) -> Odds:
        """Judge pairs without their documents, each by the model that was taught on others.

        Args:
            features: p x features.
            half: 0 or 1 for each pair.
        """
        found = np.empty(len(features))
        for number, model in enumerate(self.models):
            mine = half != number
            if mine.any():
                found[mine] = model.decision_function(features[mine])
        return found


def teach(lesson: Lesson) -> Trees:
    """Teach the two models."""
    return Trees((_model(lesson, lesson.half == 0), _model(lesson, lesson.half == 1)))


def _model(lesson: Lesson, taught: NDArray[np.bool_]) -> Any:
    """Teach one: a pair that is the same by two thirds counts so far as one that is, and for the rest as one that is not."""
    features, same, weight = lesson.features[taught], lesson.same[taught], lesson.weight[taught]
    yes, no = weight * same, weight * (1 - same)
    rows = np.concatenate([np.flatnonzero(yes > SMALL), np.flatnonzero(no > SMALL)])
    label = np.repeat([1, 0], [int((yes > SMALL).sum()), int((no > SMALL).sum())])
    share = np.concatenate([yes[yes > SMALL], no[no > SMALL]])
    model = HistGradientBoostingClassifier(**TREES, early_stopping=False, random_state=0)
    return model.fit(features[rows], label, sample_weight=share)


def document_weights(log_odds: Odds, documents: Floats, rounds: int = 6) -> Odds:
    """Learn how much an equal and a different number weigh, by expectation and maximisation.

    Args:
        log_odds: p, judged without documents.
        documents: p x len(DOCUMENTS).
        rounds: Of expectation and maximisation.

    Returns:
        len(DOCUMENTS) x 2: added to the log-odds where different, where equal.
    """
    weights = np.zeros((len(DOCUMENTS), 2))
    for _round in range(rounds):
        chance = share(with_documents(log_odds, documents, weights))
        for number in range(len(DOCUMENTS)):
            known = ~np.isnan(documents[:, number])
            is_equal, sure = documents[known, number], chance[known]
            m = _mean(is_equal, sure, 0.5, 0.999)
            u = _mean(is_equal, 1 - sure, 1e-6, 0.2)
            weights[number] = np.log((1 - m) / (1 - u)), np.log(m / u)
    return weights


def _mean(is_equal: Floats, weight: Odds, low: float, high: float) -> float:
    total = weight.sum()
    return float(np.clip((is_equal * weight).sum() / total if total > 0 else low, low, high))


def with_documents(log_odds: Odds, documents: Floats, weights: Odds) -> Odds:
    """Add the weights of documents; one that is not known weighs nothing."""
    found = log_odds.copy()
    for number, (different, same) in enumerate(weights):
        column = documents[:, number]
        found += np.where(np.isnan(column), 0.0, np.where(column == 1, same, different))
    return found


def share(log_odds: Odds) -> Odds:
    """Turn log-odds into shares, 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -50, 50))))
