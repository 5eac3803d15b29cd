"""What pairs teach: boosted trees over the features.

The records are dealt into groups; of each group a model is asked that was taught on all the others, so that no pair is
judged by what it taught. Source: Friedman 2001 (gradient boosting); cross-fitting as in Chernozhukov et al. 2018.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from korgoo.matching.documents import Odds
from korgoo.matching.features import Floats
from korgoo.matching.parallel import by_threads

TREES = {
    "max_iter": 120, "learning_rate": 0.08, "max_leaf_nodes": 24, "min_samples_leaf": 25, "l2_regularization": 4.0,
}  # fmt: skip
_sorting = Lock()
Places = NDArray[np.int64]
SMALL = 1e-3  # weight below which a row teaches nothing
STEPS = 200  # that a feature is told apart by


@dataclass(frozen=True, slots=True)
class Lesson:
    """Pairs to learn from, p each: features, how far they are the same (0 to 1), weight, group."""

    features: Floats
    same: Odds
    weight: Odds
    group: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Steps:
    """Features in steps: the trees would sort each feature anew by weight in each lesson, which takes longer than to learn."""

    edges: list[Floats]

    @classmethod
    def of(cls, features: Floats) -> "Steps":
        """Choose the edges so that about as many pairs (p x features) lie in each step."""
        shares = np.linspace(0, 1, STEPS + 1)
        return cls([_edges(features[:, column], shares) for column in range(features.shape[1])])

    @property
    def numbers(self) -> list[int]:
        """Count the steps of each feature."""
        return [len(edges) + 1 for edges in self.edges]

    def taken(self, features: Floats) -> Floats:
        """Write the number of its step for each feature; what is not known stays so."""
        found = np.empty_like(features)
        for column, edges in enumerate(self.edges):
            value = features[:, column]
            step = np.searchsorted(edges, value).astype(np.float32)
            found[:, column] = np.where(np.isnan(value), np.nan, step)
        return found


def _edges(values: Floats, shares: NDArray[np.float64]) -> Floats:
    known = values[~np.isnan(values)]
    if not len(known):
        return np.zeros(0, np.float32)
    return np.unique(np.quantile(known, shares, method="lower"))


@dataclass(frozen=True, slots=True)
class Trees:
    """A model for each group, taught on the others."""

    models: list[Any]

    def log_odds(self, features: Floats, group: NDArray[np.int64]) -> Odds:
        """Judge pairs without their documents, each by the model that was taught on others.

        Args:
            features: p x features, in steps.
            group: Of each pair.
        """
        found = np.empty(len(features))
        for number, model in enumerate(self.models):
            mine = group == number
            if mine.any():
                with one_thread():
                    found[mine] = model.decision_function(features[mine])
        return found


def teach(lesson: Lesson, groups: int) -> Trees:
    """Teach the models of so many groups, two at the same time."""
    return Trees(by_threads(lambda one: _model(lesson, lesson.group != one), range(groups)))


def _model(lesson: Lesson, taught: NDArray[np.bool_]) -> Any:
    rows, label, share = doubled(lesson, taught)
    model = Model(**TREES, early_stopping=False, random_state=0)
    with one_thread():
        return model.fit(lesson.features[rows], label, sample_weight=share)


def doubled(lesson: Lesson, taught: NDArray[np.bool_]) -> tuple[Places, Places, Odds]:
    """Write a pair that is the same by two thirds twice: as one that is, with two thirds of its weight, and as one that is not.

    Returns:
        For each row that teaches: its place in the lesson, whether it is the same (1 or 0), its weight.
    """
    yes, no = lesson.weight * lesson.same * taught, lesson.weight * (1 - lesson.same) * taught
    of_yes, of_no = np.flatnonzero(yes > SMALL), np.flatnonzero(no > SMALL)
    rows = np.concatenate([of_yes, of_no])
    label = np.repeat([1, 0], [len(of_yes), len(of_no)])
    return rows, label, np.concatenate([yes[of_yes], no[of_no]])


class Model(HistGradientBoostingClassifier):  # type: ignore[misc]
    """Trees of which several may be taught at once: while scikit-learn sorts features it changes the warnings of the whole
    process and puts them back, so one thread at a time does that.
    """  # noqa: D205

    def _bin_data(self, *given: Any, **named: Any) -> Any:
        with _sorting:
            return super()._bin_data(*given, **named)


@contextmanager
def one_thread() -> Iterator[None]:
    """Let the trees of this thread work alone: their own threads wait for one another a thousand times a second, and on a
    machine that has other work too they wait nearly always.
    """  # noqa: D205
    with _controller().limit(limits=1, user_api="openmp"):
        yield


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
