"""Shares with what they may be in truth, and whether two shares differ by more than chance. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, gammaln

SURE = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """``of`` out of ``all``, and between what the true share lies in 95 of 100 such samples at least.

    Attributes:
        of: Pairs that fit.
        all: Pairs.
        low: Share, 0 to 1.
        high: Share, 0 to 1.
    """

    of: int
    all: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share itself, 0 to 1; None of nothing."""
        return self.of / self.all if self.all else None


def share(of: int, all_: int) -> Share:
    """Give a share with its exact interval; of nothing it may be anything.

    Source: Clopper, Pearson 1934 (Biometrika 26, 404): never narrower than it says, whatever the sample.
    Brown, Cai, DasGupta 2001 (Statistical Science 16, 101) find shorter ones that are too short at
    times; here a share near 1 of few pairs is the usual case, and a promise too much is the worse fault.

    Raises:
        ValueError: More than all, or less than none.
    """
    if not 0 <= of <= all_:
        raise ValueError(f"{of} of {all_}")
    return Share(of, all_, *_limits(of, all_))


@lru_cache(maxsize=4096)
def _limits(of: int, all_: int) -> tuple[float, float]:
    rest = (1 - SURE) / 2
    low = float(betaincinv(of, all_ - of + 1, rest)) if of else 0.0
    high = float(betaincinv(of + 1, all_ - of, 1 - rest)) if of < all_ else 1.0
    return low, high


@lru_cache(maxsize=4096)
def chance(of: int, all_: int, other: int, other_all: int) -> float:
    """Say how often two shares would differ as much or more if they were one in truth, 0 to 1.

    Source: Fisher's exact test, two-sided (Fisher 1935; Agresti 2013, Categorical Data Analysis, 3.5).
    """
    both = of + other
    fits = np.arange(max(0, both - other_all), min(all_, both) + 1)
    ways = _ways(all_, fits) + _ways(other_all, both - fits)
    each = np.exp(ways - _ways(all_ + other_all, np.array(both)))
    # As rare as what was seen, or rarer; a whisker more, for numbers that should be equal.
    return float(min(1.0, each[each <= each[of - fits[0]] * (1 + 1e-9)].sum()))


def _ways(all_: int, of: NDArray[np.int64]) -> NDArray[np.float64]:
    """Logarithm of in how many ways so many can be chosen."""
    return np.asarray(gammaln(all_ + 1) - gammaln(of + 1) - gammaln(all_ - of + 1))


def corrected(chances: Sequence[float]) -> list[float]:
    """Correct chances for having looked several times, so that one false alarm in twenty tables is left.

    Source: Holm 1979 (Scandinavian Journal of Statistics 6, 65): holds whatever depends on what.

    Returns:
        In the order of ``chances``.

    >>> corrected([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    order = sorted(range(len(chances)), key=chances.__getitem__)
    found, most = [0.0] * len(chances), 0.0
    for rank, place in enumerate(order):
        most = max(most, min(1.0, (len(chances) - rank) * chances[place]))
        found[place] = most
    return found
