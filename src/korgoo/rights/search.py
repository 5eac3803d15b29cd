"""Finding in what is told: forgives spelling, script, endings, and a keyboard without ң ө ү.

Plain Python. An index is made once for a language and edition; a search looks at every word asked for,
finds the words of the index that are like it, and adds up what they say of each entry.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from korgoo.lib.spelling import best, skeleton

LIKE = 0.5  # how alike two words must be to count: below that chance decides
SHORT = 3  # letters: a shorter word says little, unless it is all that was asked
MOST = 12  # entries given out
NEAR = 0.4  # share of the best score that an entry must have to be given out
_WORD = re.compile(r"\w+")


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
    # Of each pair of letters: words that have it.
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
        for pair in _pairs(word):
            index.pairs[pair].add(word)
    return index


def find(index: Index, asked: str) -> list[str]:
    """Find entries for what somebody typed.

    Args:
        index: Made by ``build``.
        asked: Any spelling and script.

    Returns:
        Keys of at most twelve entries, the best first; none when nothing is like it.
    """
    scores: Counter[int] = Counter()
    for word in _asked(asked):
        for number, score in _scores(index, word).items():
            scores[number] += score  # type: ignore[assignment]
    if not scores:
        return []
    ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:MOST]
    least = ranked[0][1] * NEAR
    return [index.keys[number] for number, score in ranked if score >= least]


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
    pairs = _pairs(word)
    shared = Counter(known for pair in pairs for known in index.pairs.get(pair, ()))
    least = max(1, math.ceil(len(pairs) * 0.3))
    found = {known: best(word, (known,)) for known, count in shared.items() if count >= least}
    return {known: alike for known, alike in found.items() if alike >= LIKE}


def _pairs(word: str) -> set[str]:
    edged = f" {word}"
    return {edged[i : i + 2] for i in range(len(edged) - 1)}
