"""People as offices write them down: scripts, spellings, forms of the name, slips of the pen, gaps.

Every share stands here as a number; ``docs/methods/matching.md`` lists them and what they come to.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.fictitious import forms, gaps
from korgoo.matching.fictitious.names import PEOPLES, table
from korgoo.matching.fictitious.people import People, Whole
from korgoo.matching.fictitious.spelling import CHOICES, SCHEME_SHARES, SCHEMES, slip, spell

SLIP, SWAPPED_NAMES, OTHER_FORM, AFTER_WEDDING = 0.08, 0.03, 0.15, 0.5
PATRONYMIC_KNOWN, FATHER_KNOWN, RUSSIAN_PATRONYMIC_KNOWN = 0.55, 0.4, 0.7
FIELDS = (
    "surname", "given", "patronymic", "birth", "sex", "place", "document", "number", "phone",
)  # fmt: skip
Name = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """A list as one office wrote it, by column; empty text is "not known". ``who`` is the truth."""

    who: Whole
    surname: list[str]
    given: list[str]
    patronymic: list[str]
    birth: list[str]
    sex: list[str]
    place: list[str]
    document: list[str]
    number: list[str]
    phone: list[str]
    people: list[str]
    script: list[str]

    def __len__(self) -> int:
        return len(self.who)

    def columns(self) -> dict[str, list[str]]:
        """Give what an office has: no truth."""
        return {name: getattr(self, name) for name in FIELDS}


def two_lists(people: People, *, overlap: float, seed: int) -> tuple[Written, Written]:
    """Write the people into two lists of the same length, of which a share is on both.

    Args:
        people: Invented people, enough for two lists.
        overlap: Share of each list that is on the other too, 0 to 1.
        seed: Of the random numbers.
    """
    size = int(len(people) / (2 - overlap))
    both = int(size * overlap)
    order = np.random.default_rng(seed).permutation(len(people))
    halves = order[:size], np.concatenate([order[:both], order[size : 2 * size - both]])
    hands = [np.random.default_rng([seed, number]) for number in range(2)]
    one, two = (
        write(people, hand.permutation(half), hand)
        for half, hand in zip(halves, hands, strict=True)
    )
    return one, two


def write(people: People, who: Whole, rng: np.random.Generator) -> Written:
    """Write the persons at these places once, as an office might."""
    some = people.take(who)
    count = len(who)
    scheme = rng.choice(len(SCHEMES), count, p=SCHEME_SHARES)
    names = _written(_names(some, rng), scheme, rng)
    swapped = rng.random(count) < SWAPPED_NAMES
    turned = [
        (g, s, p) if turn else (s, g, p) for (s, g, p), turn in zip(names, swapped, strict=True)
    ]
    surname, given, patronymic = (list(column) for column in zip(*turned, strict=True))
    sexes = np.array(["m", "f"])[some.woman]
    return Written(
        who,
        surname,
        given,
        patronymic,
        gaps.births(some, rng),
        np.where(rng.random(count) < gaps.SEX_KNOWN, sexes, "").tolist(),
        gaps.places(some, rng),
        gaps.documents(some, rng),
        gaps.numbers(some, rng),
        gaps.phones(some, rng),
        [PEOPLES[number] for number in some.people],
        np.where(scheme < 2, "cyrillic", "latin").tolist(),
    )


def _names(some: People, rng: np.random.Generator) -> list[Name]:
    """Choose the shape of each name. It is the person's own; some changed it, and some offices write another."""
    count = len(some)
    other = rng.random(count)
    shape = np.where(rng.random(count) < 1 - OTHER_FORM, some.form, other)
    stem = np.where(
        (some.married >= 0) & (rng.random(count) < AFTER_WEDDING), some.married, some.stem
    )
    known, short = rng.random(count), rng.random(count) < 0.2
    words = table().words
    rows = zip(
        some.people.tolist(), some.woman.tolist(), some.given.tolist(), some.father.tolist(),
        some.grandfather.tolist(), stem.tolist(), shape.tolist(), known.tolist(), short.tolist(),
        strict=True,
    )  # fmt: skip
    return [
        _shaped(
            PEOPLES[p],
            (words[g], words[f], words[gf], words[s]),
            (shape, known),
            woman=w == 1,
            short=sh,
        )
        for p, w, g, f, gf, s, shape, known, sh in rows
    ]


def _shaped(
    people: str,
    names: tuple[str, str, str, str],
    chance: tuple[float, float],
    *,
    woman: bool,
    short: bool,
) -> Name:
    given, father, grandfather, stem = names
    shape, known = chance
    if people == "ru" or shape < forms.RUSSIAN:
        share = RUSSIAN_PATRONYMIC_KNOWN if people == "ru" else PATRONYMIC_KNOWN
        second = forms.patronymic(father, woman=woman) if known < share else ""
        return forms.surname_of_russian_style(stem, woman=woman), given, second
    if shape < forms.CHILD:
        return f"{father} {forms.child_word(people, woman=woman, short=short)}", given, ""
    if people == "ky" and shape < forms.GRANDCHILD:
        return f"{grandfather} тегин", given, ""
    if people == "tj":
        return f"{stem}зода", given, ""
    return stem, given, father if known < FATHER_KNOWN else ""


def _written(names: list[Name], scheme: NDArray[np.int64], rng: np.random.Generator) -> list[Name]:
    """Spell the three parts of each name in one scheme, with slips of the pen."""
    count = len(names)
    choices = [tuple(row) for row in rng.integers(0, 100, (count, CHOICES)).tolist()]
    schemes = [SCHEMES[number] for number in scheme]
    spelled = [
        [spell(part, way, chosen if way in {"russian", "free"} else ()) for part in name]
        for name, way, chosen in zip(names, schemes, choices, strict=True)
    ]
    wrong = np.argwhere(rng.random((count, 3)) < SLIP)
    drawn = rng.integers(0, 1_000_000, (len(wrong), 3))
    for (row, part), (kind, at, other) in zip(wrong.tolist(), drawn.tolist(), strict=True):
        spelled[row][part] = slip(spelled[row][part], kind % 4, at, other)
    return [(surname, given, patronymic) for surname, given, patronymic in spelled]
