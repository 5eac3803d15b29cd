import secrets
from dataclasses import dataclass, field

from korgoo.lib.word_codes.lists import words_of

LENGTH = 7


@dataclass(frozen=True, slots=True)
class WordCode:
    """Seven words, in the order in which they count."""

    words: tuple[str, ...] = field(repr=False)

    @property
    def canonical(self) -> str:
        """The one spelling from which everything is derived: small letters, one space between."""
        return " ".join(self.words)


def new_code(language: str) -> WordCode:
    """Choose seven words by chance (7 x 9 = 63 bits).

    Args:
        language: Of the person who shall write them down.
    """
    words = words_of(language)
    return WordCode(tuple(secrets.choice(words) for _place in range(LENGTH)))
