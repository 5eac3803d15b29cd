"""How well the same person is found: from pairs that a person judged. Pure.

*Proposed* are pairs of which matching said .5 or more; others are shown to nobody. *Found by hand* are pairs that
people put together though matching had not proposed them. A pair that neither matching nor a person noticed is in no
count here: the share found is one of those that became known, and the true one is lower or the same.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from korgoo.counting.intervals import Share, chance, corrected, share

# Steps of what was said; the last one is open to 1.
STEPS = (0.5, 0.7, 0.9, 0.99)
LESS_THAN_CHANCE = 0.05
OTHERS = "others"


class Pair(NamedTuple):
    """A judged pair: what matching had said (None: not proposed, found by hand), and whether it was one person."""

    posterior: float | None
    is_same: bool
    group: str = ""


class Step(NamedTuple):
    """Pairs of which matching said between two numbers: what it said on average, and how many were the same."""

    low: float
    high: float
    said: float
    share: Share


class WhatIf(NamedTuple):
    """What a threshold would do to the judged pairs: shown, of these wrong; the same and not shown."""

    threshold: float
    shown: int
    wrong: int
    missed: int


@dataclass(frozen=True, slots=True)
class Group:
    """How well matching does for some of the pairs; ``worse_*``: by more than chance, beside all others."""

    key: str
    pairs: int
    right: Share
    found: Share
    worse_right: bool = False
    worse_found: bool = False


def precision(pairs: Sequence[Pair], threshold: float) -> Share:
    """Of the pairs that a threshold would show, the share that is one person.

    Args:
        pairs: Judged pairs.
        threshold: Posterior, .5 to 1; nothing below was ever shown.
    """
    shown = [pair for pair in pairs if _is_shown(pair, threshold)]
    return share(sum(pair.is_same for pair in shown), len(shown))


def recall(pairs: Sequence[Pair], threshold: float) -> Share:
    """Of the pairs that are known to be one person, the share that a threshold would show.

    It can only be too high: what nobody noticed is missing from both numbers.
    """
    same = [pair for pair in pairs if pair.is_same]
    return share(sum(_is_shown(pair, threshold) for pair in same), len(same))


def calibration(pairs: Sequence[Pair]) -> list[Step]:
    """Compare what matching said with what people found, step by step; steps without a pair are left out.

    Source: Dawid 1982 (JASA 77, 605): who says .9 should be right nine times in ten.
    """
    found = []
    for low, high in zip(STEPS, (*STEPS[1:], 1.0), strict=True):
        inside = [
            p for p in pairs if _is_shown(p, low) and (high == 1.0 or not _is_shown(p, high))
        ]
        if inside:
            said = sum(pair.posterior or 0.0 for pair in inside) / len(inside)
            same = sum(pair.is_same for pair in inside)
            found.append(Step(low, high, said, share(same, len(inside))))
    return found


def what_if(pairs: Sequence[Pair], threshold: float) -> WhatIf:
    """Say what a threshold would do to the judged pairs."""
    shown = [pair for pair in pairs if _is_shown(pair, threshold)]
    right = sum(pair.is_same for pair in shown)
    return WhatIf(threshold, len(shown), len(shown) - right, sum(p.is_same for p in pairs) - right)


def by_group(pairs: Sequence[Pair], *, least: int) -> list[Group]:
    """Say how well matching does for each group, and whether one fares worse by more than chance.

    Args:
        pairs: Judged pairs with their group.
        least: Smaller groups are joined to ``OTHERS``, and that one with the next until it is as large.

    Returns:
        The largest first, ``OTHERS`` last. All pairs are in one of them.
    """
    pooled = pool(pairs, least=least)
    sizes = Counter(pair.group for pair in pooled)
    keys = sorted(sizes, key=lambda key: (key == OTHERS, -sizes[key], key))
    ways: list[Callable[[Sequence[Pair]], Share]] = [
        lambda some: precision(some, STEPS[0]),
        lambda some: recall(some, STEPS[0]),
    ]
    inside = {key: [pair for pair in pooled if pair.group == key] for key in keys}
    outside = {key: [pair for pair in pooled if pair.group != key] for key in keys}
    tested = [(way(inside[key]), way(outside[key])) for key in keys for way in ways]
    chances = corrected([chance(a.of, a.all, b.of, b.all) for a, b in tested])
    worse = [
        one < LESS_THAN_CHANCE and (a.value or 0) < (b.value or 0)
        for one, (a, b) in zip(chances, tested, strict=True)
    ]
    return [
        Group(
            key, sizes[key], tested[2 * n][0], tested[2 * n + 1][0], worse[2 * n], worse[2 * n + 1]
        )
        for n, key in enumerate(keys)
    ]


def pool(pairs: Sequence[Pair], *, least: int) -> list[Pair]:
    """Join groups of fewer than so many pairs, so that no row of a table is smaller.

    As all rows add up to all pairs, the joined rest must be large enough too: else the smallest of the
    others joins it.
    """
    sizes = Counter(pair.group for pair in pairs)
    joined = {key for key, size in sizes.items() if size < least or key == OTHERS}
    left = sorted(set(sizes) - joined, key=lambda key: (sizes[key], key))
    while joined and left and sum(sizes[key] for key in joined) < least:
        joined.add(left.pop(0))
    return [pair._replace(group=OTHERS) if pair.group in joined else pair for pair in pairs]


def _is_shown(pair: Pair, threshold: float) -> bool:
    return pair.posterior is not None and pair.posterior >= threshold
