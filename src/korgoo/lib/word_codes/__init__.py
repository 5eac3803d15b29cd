"""Codes of seven words that a person writes down, and nobody can find for them.

512 words in each language, seven of them by chance: 63 bits. Short, well known, harmless words of which
no two are mistaken for each other: they are read over a telephone, copied by hand, typed on a keyboard
without ң, ө and ү.
"""

from korgoo.lib.word_codes.derivation import Derived, derive, locator
from korgoo.lib.word_codes.lists import LANGUAGES, words_of
from korgoo.lib.word_codes.making import WordCode, new_code
from korgoo.lib.word_codes.reading import read_code

__all__ = [
    "LANGUAGES",
    "Derived",
    "WordCode",
    "derive",
    "locator",
    "new_code",
    "read_code",
    "words_of",
]
