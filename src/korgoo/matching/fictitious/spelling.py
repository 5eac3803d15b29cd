"""One name in five ways of writing: its own letters, Russian ones, two tables for Latin letters, and by ear."""

from functools import lru_cache

SCHEMES = ("own", "russian", "icao", "bgn", "free")
SCHEME_SHARES = (0.30, 0.28, 0.24, 0.06, 0.12)
CHOICES = 8  # what a hand decides when it writes by ear, each a number from 0 to 99

_RUSSIAN = str.maketrans("ңөүғқҳҷўӯӣҢӨҮҒҚҲҶЎӮӢ", "ноугкхжууиНОУГКХЖУУИ")
_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_SOUNDS = [
    "a",
    "b",
    "v",
    "g",
    "d",
    "e",
    "e",
    "zh",
    "z",
    "i",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "r",
    "s",
    "t",
    "u",
    "f",
    "kh",
    "ts",
    "ch",
    "sh",
    "shch",
    "ie",
    "y",
    "",
    "e",
    "iu",
    "ia",
]
_ICAO = dict(zip(_LETTERS, _SOUNDS, strict=True))
_BGN = _ICAO | {
    "ж": "j", "ё": "yo", "й": "y", "ю": "yu", "я": "ya", "ң": "ng", "ө": "o", "ү": "u", "ъ": "",
    "ғ": "gh", "қ": "q", "ҳ": "h", "ҷ": "j", "ў": "o'", "ӯ": "u", "ӣ": "i",
}  # fmt: skip
_FREE = _BGN | {"ж": "zh", "х": "h", "ы": "i", "ң": "n", "ц": "c", "щ": "sh", "ё": "e", "қ": "k"}
_TABLES = {"icao": _ICAO, "bgn": _BGN, "free": _FREE}
# What an ear hears otherwise, and in how many of a hundred names that have it.
_BY_EAR = (
    ("zh", "j", 50), ("yy", "i", 8), ("kh", "h", 8), ("ya", "ia", 50), ("sh", "sch", 8),
    ("uu", "u", 50), ("k", "q", 8),
)  # fmt: skip


@lru_cache(maxsize=2_000_000)
def spell(name: str, scheme: str, choices: tuple[int, ...]) -> str:
    """Write a name that stands in its own Cyrillic letters.

    Args:
        name: The name.
        scheme: One of ``SCHEMES``.
        choices: ``CHOICES`` numbers from 0 to 99: what the hand decides where a scheme leaves it open.
    """
    if scheme == "own":
        return name
    if scheme == "russian":
        text = name.translate(_RUSSIAN)
        return text.replace("Ж", "Дж", 1) if text.startswith("Ж") and choices[0] < 50 else text
    source = name.translate(_RUSSIAN) if scheme == "icao" else name
    letters = _TABLES[scheme]
    text = "".join(letters.get(c, c) for c in source.lower())
    if scheme == "free":
        text = _by_ear(text, choices)
    return " ".join(word.capitalize() for word in text.split(" "))


def _by_ear(text: str, choices: tuple[int, ...]) -> str:
    for (old, new, share), choice in zip(_BY_EAR, choices[1:], strict=True):
        if old in text and choice < share:
            text = text.replace(old, new)
    return text


def slip(name: str, kind: int, at: int, other: int) -> str:
    """Let one letter go wrong: left out, doubled by another, replaced, or swapped with the next.

    Args:
        name: The name; shorter than three letters it stays as it is.
        kind: 0 to 3.
        at: Any number: which letter, never the first or the last.
        other: Any number: which letter of the name takes its place.
    """
    if len(name) < 3:
        return name
    at = 1 + at % (len(name) - 2)
    letter = name[other % len(name)].lower()
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + letter + name[at:]
    if kind == 2:
        return name[:at] + letter + name[at + 1 :]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
