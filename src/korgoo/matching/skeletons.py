"""The canonical skeleton of a name: what is left when script, spelling scheme and suffixes are taken away.

Жумагулов, Джумагулов, Zhumagulov, Jumagulov and Dzhumagulov all become ``jumagul``. Cyrillic letters become Latin
ones first, then the same Latin rules run on every string, so that both scripts meet.

Source of the equivalences: Kyrgyz, Russian, Uzbek, Kazakh and Tajik letters by BGN/PCGN and ICAO 9303, and
spellings met in passports (``docs/methods/matching.md`` lists them).
"""

import re
import unicodedata
from functools import lru_cache

# Letters of five Cyrillic alphabets. What schemes write differently becomes one letter.
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh",
        "җ": "zh", "ҷ": "j", "з": "z", "и": "i", "й": "y", "і": "i", "ї": "i", "ӣ": "i", "к": "k", "қ": "k",
        "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ү": "u", "ұ": "u", "ӯ": "u", "ў": "o", "ф": "f", "х": "kh", "ҳ": "kh", "һ": "kh", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ә": "a",
        "є": "e",
    }
)  # fmt: skip
# Letters of Turkish and other Latin alphabets that mean more than their bare form.
_MORE_LATIN = (("ı", "i"), ("ə", "a"), ("ş", "sh"), ("ș", "sh"), ("ç", "ch"))
_NOT_LETTERS = re.compile(r"[^a-z ]+")
# Between the parts of a name these words only say whose child somebody is.
_CHILD_WORDS = frozenset(
    [
        "uulu",
        "uul",
        "u",
        "ulu",
        "uly",
        "kyzy",
        "kizi",
        "kizy",
        "kyz",
        "k",
        "gizi",
        "qizi",
        "qizy",
        "qyzy",
        "kzy",
        "tegin",
        "teg",
        "ogli",
        "ogly",
        "oglu",
        "ugli",
        "ugly",
        "oghly",
        "oghli",
        "oghlu",
        "ogil",
    ]
)
# What several letters write, or several schemes write differently: the longest writing first, one letter for one sound,
# so that no later rule meets half of it.
_SOUNDS = {
    "tzh": "tj", "tsh": "tw", "shch": "w", "sch": "w", "sh": "w", "dzh": "j", "dj": "j", "zh": "j", "j": "j",
    "tch": "c", "ch": "c",
    "tz": "s", "ts": "s", "kh": "h", "x": "h", "gh": "g", "q": "k", "ph": "f", "iye": "e", "ie": "e", "ye": "e",
    "iya": "a", "ya": "a", "ia": "a", "iyu": "u", "yu": "u", "iu": "u", "yo": "o", "io": "o",
}  # fmt: skip
_ONE_SOUND = re.compile("|".join(_SOUNDS))
# On what is left, in this order.
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ng+", "n"),  # ң, нг, n and ng are written for one another
        (r"[yi]+", "i"),
        (r"(?<=[aeou])i(?=[^aeou]|$)", ""),  # ай, ей: written y, i or not at all
        (r"([a-z])\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"[aeiouh]")
_SUFFIXES = re.compile(r"(?:(?:ov|ev|of|ef)(?:a|na|ic|ih)?|zoda|zade|zada)$")


@lru_cache(maxsize=1_000_000)
def latin(text: str) -> str:
    """Write a name in the letters a to z and blanks, one letter for one sound, in any script it came.

    Args:
        text: A name as somebody wrote it.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_CYRILLIC)
    if not folded.isascii():
        for letter, sound in _MORE_LATIN:
            folded = folded.replace(letter, sound)
        plain = unicodedata.normalize("NFD", folded)
        folded = "".join(c for c in plain if not unicodedata.combining(c))
    folded = folded.replace("-", " ").replace(".", " ")
    text = _NOT_LETTERS.sub("", folded)
    return " ".join(text.split())


@lru_cache(maxsize=1_000_000)
def skeletons(text: str) -> tuple[str, ...]:
    """Give the skeletons of the parts of a name, without the words that only say whose child somebody is.

    Args:
        text: A surname, a given name, a patronymic, or all of them.
    """
    words = [word for word in latin(text).split(" ") if word and word not in _CHILD_WORDS]
    return tuple(found for word in words if (found := _skeleton(word)))


def rough(words: tuple[str, ...]) -> str:
    """Give what survives most slips of the pen: the first letter and the next consonants of each skeleton.

    Args:
        words: Skeletons.
    """
    return " ".join(sorted(word[0] + _VOWELS.sub("", word[1:])[:3] for word in words))


@lru_cache(maxsize=1_000_000)
def _skeleton(word: str) -> str:
    word = _ONE_SOUND.sub(lambda found: _SOUNDS[found.group()], word)
    for pattern, sound in _RULES:
        word = pattern.sub(sound, word)
    bare = _SUFFIXES.sub("", word)
    if len(bare) > 3 and bare[-1] == "i":  # Сатыбалды and Сатыбалдиев
        bare = bare[:-1]
    return bare if len(bare) >= 2 else word
