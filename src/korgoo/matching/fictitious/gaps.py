"""What offices know of dates, places and numbers: nothing, part of it, what it was before, or a slip."""

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.fictitious.people import PLACES, People

SEX_KNOWN, PLACE_KNOWN, PLACE_KEPT = 0.95, 0.8, 0.75
# Known to an office; another one since; one digit wrong.
DOCUMENT, NUMBER, PHONE = (0.52, 0.15), (0.30, 0.02), (0.50, 0.30)
WRONG_DIGIT = 0.03
# Of a hundred dates: 4 not known, 5 "1 January", 3 the year alone, 4 turned (where the day allows), 3 another
# day, 2 another month, 3 another year.
NONE, FIRST, YEAR, TURNED, DAY, MONTH, OTHER_YEAR = 0.04, 0.09, 0.12, 0.16, 0.19, 0.21, 0.24


def births(some: People, rng: np.random.Generator) -> list[str]:
    """Write dates of birth as ISO 8601, some partial, some wrong."""
    count, chance = len(some), rng.random(len(some))
    turned = (chance >= YEAR) & (chance < TURNED) & (some.day <= 12)
    month, day = np.where(turned, some.day, some.month), np.where(turned, some.month, some.day)
    day = np.where(
        _between(chance, TURNED, DAY) | (_between(chance, YEAR, TURNED) & ~turned),
        rng.integers(1, 29, count),
        day,
    )
    month = np.where(_between(chance, DAY, MONTH), rng.integers(1, 13, count), month)
    shift = np.array((-2, -1, 1, 2, 10, -10))[rng.integers(0, 6, count)]
    year = some.year + np.where(_between(chance, MONTH, OTHER_YEAR), shift, 0)
    rows = zip(chance.tolist(), year.tolist(), month.tolist(), day.tolist(), strict=True)
    return [_date(*row) for row in rows]


def _between(chance: NDArray[np.float64], low: float, high: float) -> NDArray[np.bool_]:
    return (chance >= low) & (chance < high)


def _date(chance: float, year: int, month: int, day: int) -> str:
    if chance < NONE:
        return ""
    if chance < FIRST:
        return f"{year}-01-01"  # how a registry writes "day not known"
    if chance < YEAR:
        return f"{year}"
    return f"{year}-{month:02d}-{day:02d}"


def places(some: People, rng: np.random.Generator) -> list[str]:
    """Write where people live; some moved."""
    count = len(some)
    here = np.where(rng.random(count) < PLACE_KEPT, some.place, rng.integers(0, PLACES, count))
    known = rng.random(count) < PLACE_KNOWN
    return [
        str(place) if knows else ""
        for place, knows in zip(here.tolist(), known.tolist(), strict=True)
    ]


def documents(some: People, rng: np.random.Generator) -> list[str]:
    """Write numbers of passports and cards: two letters and seven digits."""
    kinds = ("ID", "AN", "AC")
    values = [
        f"{kinds[number // 10_000_000]}{number % 10_000_000:07d}"
        for number in some.document.tolist()
    ]
    return _kept(values, rng, *DOCUMENT)


def numbers(some: People, rng: np.random.Generator) -> list[str]:
    """Write numbers in the shape of national ones: sex, day, month and year of birth, five more digits."""
    rows = zip(
        some.woman.tolist(),
        some.day.tolist(),
        some.month.tolist(),
        some.year.tolist(),
        some.serial.tolist(),
        strict=True,
    )
    values = [f"{2 - w}{d:02d}{m:02d}{y}{s:05d}" for w, d, m, y, s in rows]
    return _kept(values, rng, *NUMBER)


def phones(some: People, rng: np.random.Generator) -> list[str]:
    """Write telephone numbers; three in ten have another by now."""
    return _kept([f"+996{number}" for number in some.phone.tolist()], rng, *PHONE)


def _kept(values: list[str], rng: np.random.Generator, known: float, changed: float) -> list[str]:
    count = len(values)
    knows = rng.random(count) < known
    other, wrong = rng.random(count) < changed, rng.random(count) < WRONG_DIGIT
    fresh, at, digit = (
        rng.integers(0, 10**6, count),
        rng.integers(1, 6, count),
        rng.integers(0, 10, count),
    )
    found = [value if know else "" for value, know in zip(values, knows.tolist(), strict=True)]
    for row in np.flatnonzero(knows & (other | wrong)).tolist():
        value = values[row]
        if other[row]:
            found[row] = f"{value[:-6]}{fresh[row]:06d}"
        else:
            place = len(value) - int(at[row])
            found[row] = f"{value[:place]}{digit[row]}{value[place + 1 :]}"
    return found
