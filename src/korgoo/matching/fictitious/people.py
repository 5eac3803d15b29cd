"""Invented people in families: brothers and sisters, twins, fathers and sons. They are the traps of matching."""

from dataclasses import dataclass

import numpy as np

from korgoo.matching.fictitious.names import names_of

PEOPLES = ("ky", "uz", "tj", "ru")
SHARES = (0.70, 0.17, 0.05, 0.08)
PLACES = 500
FIRST_YEAR, LAST_YEAR = 1955, 2012


@dataclass(slots=True)
class Person:
    """One invented person, as the person is, not as anybody wrote it. Names in the own Cyrillic."""

    people: str
    sex: str
    given: str
    father: str
    grandfather: str
    stem: str
    year: int
    month: int
    day: int
    place: int
    document: str
    phone: str
    number: str
    form: float = 0.0
    married_stem: str = ""


def make(count: int, seed: int) -> list[Person]:
    """Make so many people; the same for the same seed. A third have a brother or a sister among them.

    Args:
        count: Persons.
        seed: Of the random numbers.
    """
    rng = np.random.default_rng(seed)
    people: list[Person] = []
    while len(people) < count:
        people += _family(rng)
    return people[:count]


def _family(rng: np.random.Generator) -> list[Person]:
    nation = PEOPLES[int(rng.choice(4, p=SHARES))]
    names = names_of(nation)
    father, grandfather = (names.men[i] for i in rng.choice(len(names.men), 2, p=names.men_weights))
    stem = names.stems[int(rng.choice(len(names.stems), p=names.stem_weights))]
    if nation != "ru" and rng.random() < 0.35:
        stem = grandfather
    size = int(rng.choice([1, 2, 3], p=[0.68, 0.22, 0.10]))
    place, year = int(rng.integers(PLACES)), int(rng.integers(FIRST_YEAR, LAST_YEAR))
    found = [_child(rng, nation, father, grandfather, stem, place, year + 2 * i) for i in range(size)]
    if size > 1 and rng.random() < 0.04:  # twins
        one, two = found[:2]
        two.year, two.month, two.day = one.year, one.month, one.day
        two.number = _number(rng, two)
    if rng.random() < 0.04:  # a son beside his father: he bears the same surname
        son = _child(rng, nation, found[0].given if found[0].sex == "m" else father, father, stem, place, year + 25)
        found.append(son)
    return found


def _child(
    rng: np.random.Generator, nation: str, father: str, grandfather: str, stem: str, place: int, year: int
) -> Person:
    names = names_of(nation)
    sex = "m" if rng.random() < 0.62 else "f"
    pool, weights = (names.men, names.men_weights) if sex == "m" else (names.women, names.women_weights)
    person = Person(
        nation,
        sex,
        pool[int(rng.choice(len(pool), p=weights))],
        father,
        grandfather,
        stem,
        year,
        int(rng.integers(1, 13)),
        int(rng.integers(1, 29)),
        place,
        _document(rng),
        "+996" + str(rng.integers(500_000_000, 800_000_000)),
        "",
    )
    person.number = _number(rng, person)
    person.form = float(rng.random())
    if sex == "f" and year < 2003 and rng.random() < 0.5:
        person.married_stem = names.stems[int(rng.choice(len(names.stems), p=names.stem_weights))]
    return person


def _document(rng: np.random.Generator) -> str:
    return ("ID", "AN", "AC")[int(rng.integers(3))] + f"{int(rng.integers(10_000_000)):07d}"


def _number(rng: np.random.Generator, person: Person) -> str:
    """A number in the shape of a national one: sex, day, month and year of birth, five more digits."""
    first = "2" if person.sex == "m" else "1"
    return f"{first}{person.day:02d}{person.month:02d}{person.year}{int(rng.integers(100_000)):05d}"
