"""Weights of agreement that need no labels: how much more often a level occurs among the same than among others.

Among others (u) it is counted on random pairs; among the same (m) it is learnt by expectation and maximisation over the
candidates. Agreement on a rare name weighs as rare as the name is. Source: Fellegi, Sunter 1969; Winkler 1988.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.features import NAMES, Floats
from korgoo.matching.levels import FIELDS, UNKNOWN, Agreement, Levels

ROUNDS = 30
_LEAST = 1e-6
_RARITY = {name: NAMES.index(f"{name} rarity more") for name in ("surname", "given")}


@dataclass(slots=True)
class Weights:
    """For each field and level the shares among the same (m) and among others (u)."""

    m: dict[str, NDArray[np.float64]]
    u: dict[str, NDArray[np.float64]]
    share: float

    def log_odds(self, found: Agreement, features: Floats) -> NDArray[np.float64]:
        """Judge pairs: logarithm of the odds that they are the same person.

        Args:
            found: Of p pairs.
            features: p x len(NAMES), for the rarity of names.
        """
        prior = np.log(self.share / (1 - self.share))
        return np.asarray(self.evidence(found, features) + prior)

    def evidence(self, found: Agreement, features: Floats) -> NDArray[np.float64]:
        """Add up the weights of the levels, without how common the same person is among pairs."""
        total = np.zeros(len(features))
        for name, level in found.levels.items():
            weight = np.log(self.m[name] / self.u[name])
            part = np.where(level == UNKNOWN, 0.0, weight[level])
            if name in _RARITY:
                rare = np.log(self.m[name][0]) - features[:, _RARITY[name]]
                part = np.where(level == 0, rare, part)
            total += np.nan_to_num(part)
        return total


def learn(found: Agreement, features: Floats, others: Agreement, space: float) -> Weights:
    """Learn the weights.

    Args:
        found: Agreement of p candidates.
        features: p x len(NAMES).
        others: Agreement of random pairs, which are hardly ever the same.
        space: All pairs there are, of which these are the candidates: u speaks of all of them.
    """
    weights = Weights(
        {name: _falling(len(levels)) for name, levels in FIELDS.items()},
        {
            name: _shares(
                others.levels[name], np.ones(len(others.levels[name])), len(FIELDS[name])
            )
            for name in FIELDS
        },
        len(features) / 10 / space,
    )
    for _round in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(weights.log_odds(found, features), -50, 50)))
        weights.m = {
            name: _shares(found.levels[name], chance, len(FIELDS[name])) for name in FIELDS
        }
        weights.share = float(np.clip(chance.sum() / space, 1e-15, 0.5))
    return weights


def _falling(levels: int) -> NDArray[np.float64]:
    start = 0.4 ** np.arange(levels)
    return np.asarray(start / start.sum())


def _shares(level: Levels, weight: NDArray[np.float64], levels: int) -> NDArray[np.float64]:
    known = level != UNKNOWN
    counts = np.bincount(level[known], weight[known], levels) + _LEAST * known.sum() + 1e-9
    return np.asarray(counts / counts.sum())
