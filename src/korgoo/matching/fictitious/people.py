"""Invented people in families: brothers and sisters, twins, fathers and sons. They are the traps of matching."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.fictitious.names import PEOPLES, table

SHARES = (0.70, 0.17, 0.05, 0.08)
PLACES = 500
FIRST_YEAR, LAST_YEAR = 1955, 2012
FAMILY = (0.68, 0.22, 0.10)  # one, two or three children of one family are on record
TWINS, SON, OF_GRANDFATHER, MAN, MARRIED = 0.04, 0.04, 0.35, 0.62, 0.5
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class People:
    """Invented persons by column, as they are, not as anybody wrote them; n each.

    Names are places in ``names.table().words``; ``married`` is -1 where no other surname was taken.
    ``form`` (0 to 1) says which shape of name the person bears.
    """

    people: Whole
    woman: Whole
    given: Whole
    father: Whole
    grandfather: Whole
    stem: Whole
    married: Whole
    year: Whole
    month: Whole
    day: Whole
    place: Whole
    document: Whole
    phone: Whole
    serial: Whole
    form: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.people)

    def take(self, rows: Whole) -> "People":
        """Give the persons at these places, in this order."""
        return People(**{one.name: getattr(self, one.name)[rows] for one in fields(self)})


def make(count: int, seed: int) -> People:
    """Make so many people; the same for the same seed. A third have a brother or a sister among them.

    Args:
        count: Persons.
        seed: Of the random numbers.
    """
    rng = np.random.default_rng(seed)
    families = _families(rng, max(8, int(count / 1.35)))
    size = rng.choice((1, 2, 3), len(families["people"]), p=FAMILY)
    house = np.repeat(np.arange(len(size)), size)
    rank = np.arange(len(house)) - np.repeat(np.cumsum(size) - size, size)
    children = _children(rng, {name: column[house] for name, column in families.items()}, rank)
    _make_twins(rng, children, size, rank)
    sons = _sons(rng, children, rank)
    everyone = {name: np.concatenate([children[name], sons[name]]) for name in children}
    order = rng.permutation(len(everyone["people"]))[:count]
    return People(**{name: column[order] for name, column in everyone.items()})


def _families(rng: np.random.Generator, count: int) -> dict[str, Whole]:
    people = rng.choice(len(PEOPLES), count, p=SHARES)
    father, grandfather, stem = (_drawn(rng, people, kind) for kind in ("men", "men", "stems"))
    of_grandfather = (rng.random(count) < OF_GRANDFATHER) & (people != PEOPLES.index("ru"))
    return {
        "people": people,
        "father": father,
        "grandfather": grandfather,
        "stem": np.where(of_grandfather, grandfather, stem),
        "place": rng.integers(0, PLACES, count),
        "year": rng.integers(FIRST_YEAR, LAST_YEAR, count),
    }


def _children(rng: np.random.Generator, of: dict[str, Whole], rank: Whole) -> dict[str, Whole]:
    count = len(rank)
    woman = rng.random(count) >= MAN
    people, year = of["people"], of["year"] + 2 * rank
    given = np.where(woman, _drawn(rng, people, "women"), _drawn(rng, people, "men"))
    weds = woman & (year < 2003) & (rng.random(count) < MARRIED)
    return of | {
        "woman": woman.astype(np.int64),
        "given": given,
        "married": np.where(weds, _drawn(rng, people, "stems"), -1),
        "year": year,
        "month": rng.integers(1, 13, count),
        "day": rng.integers(1, 29, count),
        "document": rng.integers(0, 30_000_000, count),
        "phone": rng.integers(500_000_000, 800_000_000, count),
        "serial": rng.integers(0, 100_000, count),
        "form": rng.random(count),
    }


def _make_twins(
    rng: np.random.Generator, children: dict[str, Whole], size: Whole, rank: Whole
) -> None:
    """Give the second child of some families the birthday of the first."""
    twins = np.repeat((size > 1) & (rng.random(len(size)) < TWINS), size)
    second = np.flatnonzero(twins & (rank == 1))
    for part in ("year", "month", "day"):
        children[part][second] = children[part][second - 1]


def _sons(rng: np.random.Generator, children: dict[str, Whole], rank: Whole) -> dict[str, Whole]:
    """Put a son beside some fathers: he bears the same surname and lives in the same place."""
    fathers = np.flatnonzero(
        (rank == 0) & (children["woman"] == 0) & (rng.random(len(rank)) < SON)
    )
    of = {name: children[name][fathers] for name in ("people", "stem", "place", "year")}
    of |= {"father": children["given"][fathers], "grandfather": children["father"][fathers]}
    of["year"] = of["year"] + 25
    return _children(rng, of, np.zeros(len(fathers), np.int64))


def _drawn(rng: np.random.Generator, people: Whole, kind: str) -> Whole:
    """Draw a name of this kind for each person from those of the own people, as frequent as it is."""
    found = np.empty(len(people), np.int64)
    for number, people_key in enumerate(PEOPLES):
        here = people == number
        places, weights = table().pools[people_key, kind]
        found[here] = rng.choice(places, int(here.sum()), p=weights)
    return found
