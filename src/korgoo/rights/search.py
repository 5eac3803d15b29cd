"""Finding in what is told: forgives spelling, script, endings, and a keyboard without ң ө ү.

Plain Python. An index is made once for a language and edition; a search looks at every word asked for,
finds the words of the index that are like it, and adds up what they say of each entry.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from korgoo.lib.spelling import best, skeleton

LIKE = 0.5  # how alike two words must be to count: below that chance decides
SHORT = 3  # letters: a shorter word says little, unless it is all that was asked
NEAR = 0.4  # share of the best score that an entry must have to be given out
LEAST_SHARED = 0.3  # share of its pairs of letters that a word must have in common to be looked at
BONES = 3  # consonants that say which word it is; of fewer the vowels are needed too
BONES_COUNT = 0.85  # how much the same consonants count: vowels are where people misspell
_WORD = re.compile(r"\w+")
_VOWELS = str.maketrans("", "", "aeiou")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found. ``words`` come by weight: {3.0: ["They took my passport"]}."""

    key: str
    words: Mapping[float, Sequence[str]]


@dataclass(slots=True)
class Index:
    """Words of all entries, and where they stand."""

    keys: list[str] = field(default_factory=list)
    # Of each word: weight by number of the entry.
    postings: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    # Of each pair of letters: words that have it, whole or without their vowels.
    pairs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def words_of(text: str) -> list[str]:
    """Part a text into words, each in the spelling that all spellings share.

    A script that the skeleton does not read is taken as it is written.
    """
    found = (skeleton(one) or one.casefold() for one in _WORD.findall(text))
    return [part for one in found for part in one.split()]


def build(entries: Iterable[Entry]) -> Index:
    """Make the index of some entries."""
    index = Index()
    for number, entry in enumerate(entries):
        index.keys.append(entry.key)
        for weight, texts in entry.words.items():
            for word in (one for text in texts for one in words_of(text)):
                posting = index.postings[word]
                posting[number] = max(posting.get(number, 0.0), weight)
    for word in index.postings:
        for pair in _pairs(word) | _pairs(_bones(word)):
            index.pairs[pair].add(word)
    return index


def find(
    index: Index, asked: str, *, most: int, keep: Callable[[str], bool] = lambda _key: True
) -> list[str]:
    """Find entries for what somebody typed.

    Args:
        index: Made by ``build``.
        asked: Any spelling and script.
        most: How many entries at most.
        keep: Tells by its key whether an entry may be given out.

    Returns:
        Keys, the best first; none when nothing is like it.
    """
    scores: dict[int, float] = defaultdict(float)
    for word in _asked(asked):
        for number, score in _scores(index, word).items():
            scores[number] += score
    kept = [(score, number) for number, score in scores.items() if keep(index.keys[number])]
    ranked = sorted(kept, key=lambda one: (-one[0], one[1]))[:most]
    return [index.keys[number] for score, number in ranked if score >= ranked[0][0] * NEAR]


def _asked(text: str) -> list[str]:
    words = list(dict.fromkeys(words_of(text)))
    return [word for word in words if len(word) >= SHORT] or words


def _scores(index: Index, word: str) -> dict[int, float]:
    """Say what one word gives each entry: the best of the words there that are like it."""
    scores: dict[int, float] = {}
    for known, alike in _alike(index, word).items():
        posting = index.postings[known]
        rare = math.log(1 + len(index.keys) / len(posting))
        for number, weight in posting.items():
            score = weight * rare * alike**2
            scores[number] = max(scores.get(number, 0.0), score)
    return scores


def _alike(index: Index, word: str) -> dict[str, float]:
    """Find the words of the index that are like a word, and how alike."""
    bones = _bones(word)
    known: set[str] = set()
    for pairs in (_pairs(word), _pairs(bones)):
        shared = Counter(one for pair in pairs for one in index.pairs.get(pair, ()))
        least = max(1, math.ceil(len(pairs) * LEAST_SHARED))
        known |= {one for one, count in shared.items() if count >= least}
    found = {one: _likeness(word, bones, one) for one in known}
    return {one: alike for one, alike in found.items() if alike >= LIKE}


def _likeness(word: str, bones: str, known: str) -> float:
    whole, others = best(word, (known,)), _bones(known)
    if min(len(bones), len(others)) < BONES:
        return whole
    return max(whole, BONES_COUNT * best(bones, (others,)))


def _bones(word: str) -> str:
    return word.translate(_VOWELS)


def _pairs(word: str) -> set[str]:
    edged = f" {word}"
    return {edged[i : i + 2] for i in range(len(edged) - 1)}
