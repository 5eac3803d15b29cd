"""The order of words in lists: the Kyrgyz alphabet, which holds the Russian one; then the Latin."""

from collections.abc import Iterable
from typing import Protocol, TypeVar
from unicodedata import normalize

ALPHABET = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
BEYOND = 0x110000  # more than the number of any letter
_ORDER = {letter: BEYOND + number for number, letter in enumerate(ALPHABET)}


class Named(Protocol):
    """What has a name in the language of the page."""

    @property
    def name(self) -> str:
        """The name as the reader sees it."""
        ...


T = TypeVar("T", bound=Named)


def by_name(rows: Iterable[T]) -> list[T]:
    """Put what has a name into the order in which a reader looks for it.

    Args:
        rows: Organisations, members, or their cards; of the same name they keep their order.
    """
    return sorted(rows, key=lambda row: place_of(row.name))


def place_of(words: str) -> list[int]:
    """Give the place of words in a list: Ё after Е, Ң after Н, Ө after О, Ү after У.

    Digits and signs come first, letters of other alphabets last, by their number; a mark above or
    below such a letter does not move it. Capital and small letters stand together.

    Args:
        words: A name or a title, in the language of the page.

    Returns:
        A key for ``sorted``.
    """
    return [_place(letter) for letter in normalize("NFC", words).casefold()]


def _place(letter: str) -> int:
    if letter in _ORDER:
        return _ORDER[letter]
    plain = normalize("NFD", letter)[0]
    return _ORDER.get(plain, ord(plain) + 2 * BEYOND * plain.isalpha())
