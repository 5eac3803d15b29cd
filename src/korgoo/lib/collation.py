"""The order of words in lists: the Kyrgyz alphabet, which holds the Russian one."""

ALPHABET = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
BEYOND = 0x110000  # more than the number of any letter
_ORDER = {letter: BEYOND + number for number, letter in enumerate(ALPHABET)}


def place_of(words: str) -> list[int]:
    """Give the place of words in a list: Ё after Е, Ң after Н, Ө after О, Ү after У.

    Digits and signs come first, letters of other alphabets last, by their number. Capital and
    small letters stand together.

    Args:
        words: A name or a title.

    Returns:
        A key for ``sorted``.
    """
    return [_place(letter) for letter in words.casefold()]


def _place(letter: str) -> int:
    return _ORDER.get(letter, ord(letter) + 2 * BEYOND * letter.isalpha())
