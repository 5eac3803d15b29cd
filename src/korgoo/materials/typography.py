"""Words made ready for large letters: where a long word may be broken, and which words stay together."""

import re
from itertools import pairwise

SHY, NBSP = "\u00ad", "\u00a0"
VOWELS = frozenset("аеёиоуыэюяөү")
# A sign that belongs to the letter before it is never carried over.
BOUND = frozenset("ьъй")
LETTERS = re.compile(r"[А-Яа-яЁёҢңӨөҮү]+")
# Shorter pieces than this are not left at the end of a line, nor carried over.
LEAST = 3
SHORT = re.compile(r"(?<!\S)(\S{1,2}) (?=\S)")


def made_ready(words: str) -> str:
    """Make words ready to be set large: places to break long words, small words tied to the next one.

    Kyrgyz and Russian words are broken between syllables, before a consonant with its vowel; English
    words are short enough to stay whole.
    """
    folded = " ".join(words.split())
    tied = SHORT.sub(rf"\1{NBSP}", folded)
    return LETTERS.sub(lambda found: softened(found.group()), tied)


def softened(word: str) -> str:
    """Put soft hyphens into one word, at the seams of its syllables.

    >>> softened("текшергиле").replace(SHY, "-")
    'тек-шер-гиле'
    """
    seams = [at for at in syllable_seams(word) if LEAST <= at <= len(word) - LEAST]
    ends = [0, *seams, len(word)]
    return SHY.join(word[start:end] for start, end in pairwise(ends))


def syllable_seams(word: str) -> list[int]:
    """Find where one syllable ends and the next begins: positions in the word, from 1 on."""
    low = word.lower()
    vowels = [at for at, letter in enumerate(low) if letter in VOWELS]
    return [_seam(low, first, second) for first, second in pairwise(vowels)]


def _seam(low: str, first: int, second: int) -> int:
    """Break before the last consonant between two vowels, or between the vowels themselves."""
    seam = max(first + 1, second - 1)
    while seam < second and low[seam] in BOUND:
        seam += 1
    return seam
