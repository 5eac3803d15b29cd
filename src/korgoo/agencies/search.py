"""Agencies by name, in any script and spelling. Kept in the memory of the process, by the register's mark.

Only what is written the same, but for script and spelling, counts as found: everything nearer or farther is
offered to choose from. To answer for another agency would be worse than to ask back.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from korgoo.lib import spelling

# Legal forms and words that half of all agencies have: alone they name nobody.
COMMON = (
    *("ОсОО", "ЖЧК", "ООО", "ИП", "ЖИ", "ОАО", "ЖАК", "ЗАО", "LLC", "Ltd", "Inc", "Limited", "Co"),
    *("агентство", "агенттик", "агенттиги", "agency", "компания", "company", "фирма", "фирмасы"),
    *("жеке", "иш", "менен", "камсыз", "кылуу", "частное", "занятости", "the", "of"),
)
NEAR, LIKE, SHARED = 0.55, 0.66, 0.4
MOST, MOST_WORDS, MOST_NEAR, LONGEST = 8, 6, 60, 120
_REMARK = re.compile(r"\([^)]*\)?")
Name = tuple[UUID, str]


@dataclass(slots=True)
class Words:
    """Words to be found again by what they sound like."""

    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _groups: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, word: str, place: int) -> None:
        """Remember at which place a word stands."""
        if word not in self.places:
            for group in _groups(word):
                self._groups[group].append(word)
        self.places[word].append(place)

    def near(self, word: str) -> list[tuple[str, float]]:
        """List known words that are like one, each with how like: ``NEAR`` to 1."""
        own = _groups(word)
        shared: Counter[str] = Counter()
        for group in own:
            shared.update(self._groups.get(group, ()))
        candidates = [w for w, n in shared.most_common(MOST_NEAR) if n >= SHARED * len(own)]
        scored = [(one, spelling.best(word, [one])) for one in candidates]
        return [(one, score) for one, score in scored if score >= NEAR]


@dataclass(slots=True)
class Index:
    """All names, made once for each state of the register."""

    owners: list[UUID] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    wholes: Words = field(default_factory=Words)

    def same(self, typed: str) -> list[UUID]:
        """List the agencies of exactly this name, whatever its script, spelling and legal form."""
        whole = _whole(typed)
        places = self.wholes.places.get(whole, []) if whole else []
        return list(dict.fromkeys(self.owners[place] for place in places))

    def like(self, typed: str) -> list[UUID]:
        """List agencies of a like name, the most like first; ``MOST`` of them."""
        scores: dict[UUID, float] = defaultdict(float)
        for place, score in (*self._by_words(typed), *self._by_whole(typed)):
            if score >= LIKE:
                owner = self.owners[place]
                scores[owner] = max(scores[owner], score)
        return sorted(scores, key=lambda owner: (-scores[owner], str(owner)))[:MOST]

    def _by_words(self, typed: str) -> Iterable[tuple[int, float]]:
        asked = _core(typed)[:MOST_WORDS]
        found: dict[int, dict[str, float]] = defaultdict(dict)
        for word in asked:
            for known, score in self.words.near(word):
                for place in self.words.places[known]:
                    found[place][word] = max(score, found[place].get(word, 0.0))
        return ((place, sum(one.values()) / len(asked)) for place, one in found.items())

    def _by_whole(self, typed: str) -> Iterable[tuple[int, float]]:
        whole = _whole(typed)
        for known, score in self.wholes.near(whole) if whole else ():
            for place in self.wholes.places[known]:
                yield place, score


def build(names: Iterable[Name]) -> Index:
    """Make the index of all names.

    Args:
        names: Pairs of agency and name; an agency may have several.
    """
    index = Index()
    for owner, text in names:
        place = len(index.owners)
        index.owners.append(owner)
        index.wholes.add(_whole(text), place)
        for word in set(_core(text)):
            index.words.add(word, place)
    return index


def alike(one: str, other: str) -> bool:
    """Tell whether two names can be those of one agency, written differently."""
    first, second = _core(one), _core(other)
    return _whole(one) == _whole(other) or any(
        spelling.best(" ".join(a), b) >= LIKE for a, b in ((first, second), (second, first))
    )


def same_key(text: str) -> str:
    """Give what all spellings of one name have in common."""
    return _whole(text)


def _core(text: str) -> list[str]:
    """Give the words that name an agency: without its legal form, and without remarks in brackets."""
    plain = _REMARK.sub(" ", text[:LONGEST])
    words = spelling.skeleton(plain).split() or spelling.skeleton(text[:LONGEST]).split()
    return [word for word in words if word not in _common()] or words


def _whole(text: str) -> str:
    return "".join(_core(text))


@cache
def _common() -> frozenset[str]:
    return frozenset(part for word in COMMON for part in spelling.skeleton(word).split())


def _groups(word: str) -> set[str]:
    edged = f" {word} "
    size = 2
    return {edged[i : i + size] for i in range(len(edged) - 1)}
