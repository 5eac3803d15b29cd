"""Read a code as a person typed it: any case, script or keyboard, numbered, with small slips."""

import re
from unicodedata import normalize

from korgoo.lib.spelling import skeleton
from korgoo.lib.word_codes.lists import LANGUAGES, by_skeleton
from korgoo.lib.word_codes.making import LENGTH

LONGEST = 400  # characters; seven words and their numbers are far shorter
# A word with a slip could be another one: with more than this many, the code is to be typed anew.
MOST_SLIPS = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")


def read_code(typed: str) -> str | None:
    """Find the code that was meant.

    Args:
        typed: Seven words of one language; numbers, commas and line breaks do not matter, nor does one
            letter wrong, missing, too many or swapped in a word, where only one word can be meant.

    Returns:
        The canonical code, or None when a word is missing or cannot be told.
    """
    words = _WORD.findall(normalize("NFC", typed[:LONGEST]).casefold())
    if len(words) != LENGTH:
        return None
    read = [_in_language(words, language) for language in LANGUAGES]
    found = [code for code in read if code]
    # Words that two languages share are taken as they were typed.
    return max(found, key=lambda code: _as_typed(code, words), default=None)


def _in_language(words: list[str], language: str) -> str | None:
    known, bones = by_skeleton(language), [skeleton(word) for word in words]
    if sum(one not in known for one in bones) > MOST_SLIPS:
        return None
    read = [known.get(one) or _only_one_near(one, known) for one in bones]
    return " ".join(filter(None, read)) if all(read) else None


def _only_one_near(bones: str, known: dict[str, str]) -> str | None:
    near = [word for one, word in known.items() if is_one_slip(bones, one)]
    return near[0] if len(near) == 1 else None


def _as_typed(code: str, words: list[str]) -> int:
    return sum(one == other for one, other in zip(code.split(), words, strict=True))


def is_one_slip(one: str, other: str) -> bool:
    """Tell whether one letter wrong, missing, too many, or two neighbours swapped make the difference.

    Two words of a list differ by more than that.
    """
    short, long = sorted((one, other), key=len)
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    rest, longer = short[start:], long[start:]
    if len(short) != len(long):
        return rest == longer[1:]
    return rest[1:] == longer[1:] or (rest[:2] == longer[1::-1] and rest[2:] == longer[2:])
