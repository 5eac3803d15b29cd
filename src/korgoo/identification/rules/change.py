"""Which unanswered questions would change the outcome, were the answer "present".

A "present" changes an outcome only by making a dimension positive, and signs of one strength
in one dimension are interchangeable. So the search goes over dimensions and strengths, not
over codes: a few hundred steps for any guideline instead of 67 * 66 * 65.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

from korgoo.identification.rules.enums import Outcome, Strength
from korgoo.identification.rules.outcome import Picture, conclude
from korgoo.identification.rules.reading import WouldChange
from korgoo.identification.rules.tally import Counts, Tally, counts_of, rule_of

LARGEST_SET = 3
Pattern = tuple[str, Counts]  # a dimension, and how many more signs of each strength


def would_change(picture: Picture, tallies: tuple[Tally, ...]) -> tuple[WouldChange, ...]:
    """Find the smallest sets of unanswered questions that would change the outcome.

    Args:
        picture: The dimensions as answered so far.
        tallies: The same dimensions with their signs.

    Returns:
        When single questions would do it, each of them. Otherwise the pairs, otherwise the
        triples: one set for each pattern of dimensions and strengths, made of the first such
        signs in the guideline's order. D1 first, strong signs first. Empty when no three
        answers would change the outcome.
    """
    spare = {tally.dimension: tally for tally in tallies}
    found = tuple(_working_sets(picture, tallies))
    size = min((_size(patterns) for patterns, _ in found), default=LARGEST_SET + 1)
    if size > LARGEST_SET:
        return ()
    return tuple(
        WouldChange(codes, outcome)
        for patterns, outcome in found
        if _size(patterns) == size
        for codes in _codes(spare, patterns)
    )


def _working_sets(
    picture: Picture, tallies: tuple[Tally, ...]
) -> Iterator[tuple[tuple[Pattern, ...], Outcome]]:
    """Patterns of more signs that change the outcome, each dimension at its cheapest."""
    flips = {tally.dimension: ways for tally in tallies if (ways := _cheapest(tally))}
    for dimensions, outcome in _turning_points(picture, tuple(flips)):
        for patterns in product(*(flips[dimension] for dimension in dimensions)):
            yield patterns, outcome


def _turning_points(
    picture: Picture, candidates: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    """Sets of dimensions that change the outcome by becoming positive together."""
    now, _ = conclude(picture)
    for number in range(1, LARGEST_SET + 1):
        for dimensions in combinations(candidates, number):
            then, _ = conclude(replace(picture, positive=picture.positive | set(dimensions)))
            if then != now:
                yield dimensions, then


def _cheapest(tally: Tally) -> tuple[Pattern, ...]:
    """The fewest more signs that would make the dimension positive. None when it is already."""
    if tally.rule:
        return ()
    have, spare = counts_of(tally.present), counts_of(tally.unanswered)
    for size in range(1, LARGEST_SET + 1):
        splits = _splits(size, spare)
        if fitting := tuple(more for more in splits if _would_be_positive(have, more)):
            return tuple((tally.dimension, more) for more in fitting)
    return ()


def _splits(size: int, spare: Counts) -> Iterator[Counts]:
    """Ways to take `size` signs out of the spare ones, strong ones first."""
    for strong in range(min(size, spare[0]), -1, -1):
        for medium in range(min(size - strong, spare[1]), -1, -1):
            if (weak := size - strong - medium) <= spare[2]:
                yield strong, medium, weak


def _would_be_positive(have: Counts, more: Counts) -> bool:
    return rule_of(have[0] + more[0], have[1] + more[1], have[2] + more[2]) is not None


def _size(patterns: tuple[Pattern, ...]) -> int:
    return sum(sum(more) for _, more in patterns)


def _codes(tallies: dict[str, Tally], patterns: tuple[Pattern, ...]) -> Iterator[tuple[str, ...]]:
    """Every code of a single question; the first codes that fit of a larger set."""
    if _size(patterns) > 1:
        yield tuple(
            code
            for dimension, more in patterns
            for codes, number in _spare_codes(tallies[dimension], more)
            for code in codes[:number]
        )
        return
    ((dimension, more),) = patterns
    for codes, _ in _spare_codes(tallies[dimension], more):
        yield from ((code,) for code in codes)


def _spare_codes(tally: Tally, more: Counts) -> Iterator[tuple[tuple[str, ...], int]]:
    """The unanswered codes of each strength that is needed, and how many are needed."""
    for strength, number in zip(Strength, more, strict=True):
        if number:
            signs = (sign for sign in tally.unanswered if sign.strength == strength)
            yield tuple(sign.code for sign in signs), number
