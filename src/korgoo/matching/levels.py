"""Agreement of a pair in words, as a person would read it: how alike are names, date, sex and place."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.features import NAMES, Floats

Levels = NDArray[np.int8]
UNKNOWN = -1
# From the strongest agreement down; the last is "differs".
GIVEN = ("equal", "rough", "alike", "crossed", "somewhat", "differs")
SURNAME = ("equal", "rough", "alike", "crossed", "father's", "somewhat", "differs")
PATRONYMIC = ("alike", "somewhat", "differs")
BIRTH = (
    "whole",
    "turned",
    "year and part",
    "year alone",
    "near and day",
    "day and month",
    "year but",
    "differs",
)
PLAIN = ("equal", "differs")
FIELDS = {
    "given": GIVEN,
    "surname": SURNAME,
    "patronymic": PATRONYMIC,
    "birth": BIRTH,
    "sex": PLAIN,
    "place": PLAIN,
}
_AT = {name: place for place, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Agreement:
    """For each of p pairs the level of each field (place in ``FIELDS``), -1 where one side is not known."""

    levels: dict[str, Levels]

    @classmethod
    def of(cls, features: Floats) -> "Agreement":
        """Read the levels from features (p x len(NAMES))."""

        def f(name: str) -> Floats:
            return features[:, _AT[name]]

        return cls({
            "given": _given(f("given"), f("given rough"), f("surname/given more")),
            "surname": _surname(f("surname"), f("surname rough"), f("surname/given more"), f("surname/patronymic more")),
            "patronymic": _chosen(f("patronymic"), (f("patronymic") > 0.8, f("patronymic") > 0.55)),
            "birth": _birth(*(f(name) for name in ("year", "month", "day", "turned", "years apart"))),
            "sex": _chosen(f("sex"), (f("sex") == 1,)),
            "place": _chosen(f("place"), (f("place") == 1,)),
        })  # fmt: skip


def _chosen(known: Floats, conditions: tuple[NDArray[np.bool_], ...]) -> Levels:
    """Give the first condition that holds; the number of conditions where none does; -1 where nothing is known."""
    found = np.select(conditions, range(len(conditions)), len(conditions))
    return np.where(np.isnan(known), UNKNOWN, found).astype(np.int8)


def _given(alike: Floats, rough: Floats, crossed: Floats) -> Levels:
    return _chosen(alike, (alike == 1, rough == 1, alike > 0.75, crossed > 0.8, alike > 0.5))


def _surname(alike: Floats, rough: Floats, crossed: Floats, father: Floats) -> Levels:
    conditions = (alike == 1, rough == 1, alike > 0.75, crossed > 0.8, father > 0.8, alike > 0.5)
    return _chosen(alike, conditions)


def _birth(year: Floats, month: Floats, day: Floats, turned: Floats, near: Floats) -> Levels:
    part = (month == 1) | (day == 1)
    conditions = (
        (year == 1) & (month == 1) & (day == 1),
        (year == 1) & (turned == 1),
        (year == 1) & part,
        (year == 1) & np.isnan(month),
        (near == 1) & (turned == 1),
        turned == 1,
        year == 1,
    )
    return _chosen(year, conditions)
