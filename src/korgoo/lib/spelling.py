"""Words written in any script and spelling, brought to one skeleton; and how alike two of them are.

People write Жумагулов, Джумагулов, Zhumagulov; they have no ң ө ү on their keyboard; an agency calls
itself «Ала-Тоо Жоб» in one list and Ala Too Job in another. The skeleton throws away what such
spellings disagree on. It is for finding, never for telling two things apart.

Source: equivalences met in names of the region (BGN/PCGN 1979, ICAO 9303, national practice).
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import combining, normalize

# Longest first. What stands for one sound gets one Latin letter.
_LATIN = (
    *(
        ("shch", "s"),
        ("dzh", "z"),
        ("kh", "h"),
        ("zh", "z"),
        ("ch", "c"),
        ("sh", "s"),
        ("ts", "c"),
    ),
    *(("dj", "z"), ("ng", "n"), ("ya", "a"), ("yu", "u"), ("yo", "o"), ("ye", "e"), ("ia", "a")),
    *(("iu", "u"), ("io", "o"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("ei", "e"), ("ai", "a")),
)
_LETTERS = str.maketrans(
    {
        **dict(
            zip(
                "абвгдеёжзийклмнңоөпрстуүфхцчшщыэюя",
                "abvgdeozziiklmnnoopRstuufhccssieua",
                strict=True,
            )
        ),
        "ь": None,
        "ъ": None,
        "'": None,
        "’": None,
        "ʼ": None,
        "`": None,
    }
)
_FOLD = str.maketrans({"j": "z", "y": "i", "q": "k", "w": "v", "x": "ks", "R": "r"})
_WORD = re.compile(r"[a-z0-9]+")
_REPEATED = re.compile(r"(\D)\1+")
_CYRILLIC_SOUNDS = (("дж", "ж"), ("нг", "ң"), ("ый", "и"), ("ий", "и"))


@lru_cache(maxsize=20_000)
def skeleton(text: str) -> str:
    """Bring words to one spelling: small Latin letters and digits, words parted by one space.

    Args:
        text: Any script; letters of scripts other than Cyrillic and Latin are left out.

    Returns:
        The same for spellings that people take for the same; empty when nothing can be read.
    """
    low = "".join(c for c in normalize("NFKD", _composed(text)) if not combining(c))
    for letters, letter in _LATIN:
        low = low.replace(letters, letter)
    low = low.translate(_FOLD)
    return " ".join(_REPEATED.sub(r"\1", word) for word in _WORD.findall(low))


def likeness(one: str, other: str) -> float:
    """Say how alike two skeletons are, by the pairs and triples of letters that they share.

    Returns:
        0 (nothing in common) to 1 (the same), the Dice coefficient of their letter groups.
    """
    if one == other:
        return 1.0 if one else 0.0
    groups, others = _groups(one), _groups(other)
    if not groups or not others:
        return 0.0
    return 2 * len(groups & others) / (len(groups) + len(others))


def best(words: str, among: Iterable[str]) -> float:
    """Say how well words are found among others: for each of them its best match, on the average.

    Args:
        words: A skeleton of what somebody typed.
        among: Skeletons of single words.

    Returns:
        0 to 1. A word that begins one of the others counts nearly as much as the whole.
    """
    asked, known = words.split(), list(among)
    if not asked or not known:
        return 0.0
    return sum(max(_match(word, one) for one in known) for word in asked) / len(asked)


def _match(word: str, other: str) -> float:
    shortest = 3
    if len(word) >= shortest and (
        other.startswith(word) or (word.startswith(other) and len(other) > shortest)
    ):
        return max(0.9, likeness(word, other))
    return likeness(word, other)


@lru_cache(maxsize=20_000)
def _groups(word: str) -> frozenset[str]:
    edged = f" {word} "
    pairs = {edged[i : i + 2] for i in range(len(edged) - 1)}
    return frozenset(pairs | {edged[i : i + 3] for i in range(len(edged) - 2)})


def _composed(text: str) -> str:
    low = normalize("NFC", text).casefold()
    for letters, letter in _CYRILLIC_SOUNDS:
        low = low.replace(letters, letter)
    return low.translate(_LETTERS)
