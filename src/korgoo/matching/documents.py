"""The weight of documents: how much an equal number says for the same person, and a different one against it."""

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.features import DOCUMENTS, Floats

Odds = NDArray[np.float64]


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
