"""What somebody typed into one box, read as names, a date, a telephone, a number or a code. Pure; never fails.

Names may be in any script and typed with the wrong keyboard layout on: «ghbdtn» is «привет». Every sensible reading
is kept, and the list that is asked decides.
"""

import re
from dataclasses import dataclass, replace

from korgoo.lib import codes
from korgoo.lookup.dates import find_birth
from korgoo.lookup.people import PIN, phone_of, plain

MOST_LETTERS, MOST_WORDS = 200, 5
_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
TO_RUSSIAN = str.maketrans(_LATIN, _RUSSIAN)
# On a Kyrgyz keyboard ү, ө and ң are on the keys of у, о and н.
TO_LATIN = str.maketrans(_RUSSIAN + "үөңҮӨҢ", _LATIN + "ejyEJY")
_CYRILLIC = re.compile(r"[а-яёүңөА-ЯЁҮҢӨ]")
_PHONE = re.compile(r"(?<![\w])\+?\d[\d\s()\-]{5,}\d(?!\w)")
_DOCUMENT = re.compile(r"(?<!\w)(?:[^\W\d_]{1,3}|[^\W\d_]{1,2}[\s№-]+)\d{5,9}(?!\w)")
_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|['ʼ’`.\-](?=[^\W\d_]))*\.?")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what was typed; what is not there is empty. ``is_layout``: as if typed on the other layout."""

    words: tuple[str, ...] = ()
    birth: str = ""
    phone: str = ""
    document: str = ""
    number: str = ""
    code: str = ""
    is_layout: bool = False

    def __bool__(self) -> bool:
        return any((self.words, self.birth, self.phone, self.document, self.number, self.code))


def read(text: str) -> list[Reading]:
    """Read what was typed, the likeliest reading first; no readings when there is nothing in it."""
    text = " ".join(text[:MOST_LETTERS].split())
    found = [_reading(text)]
    if other := other_layout(text):
        found.append(replace(_reading(other), is_layout=True))
    kept = [one for one in found if one]
    return list({replace(one, is_layout=False): one for one in reversed(kept)}.values())[::-1]


def other_layout(text: str) -> str:
    """Say what the same keys would have written on the other layout; empty when there are no letters."""
    if not any(c.isalpha() for c in text):
        return ""
    if _CYRILLIC.search(text):
        return text.translate(TO_LATIN)
    return text.translate(TO_RUSSIAN)


def _reading(text: str) -> Reading:
    code = codes.parse(text) or ""
    birth, rest = find_birth(text) if not code else ("", "")
    document, rest = _take(_DOCUMENT, rest)
    phone, rest = _take(_PHONE, rest)
    digits = re.sub(r"\D", "", phone)
    number = digits if len(digits) == PIN else ""
    if code:
        digits, phone = code, text
    return Reading(
        words=tuple(_LETTERS.findall(rest))[:MOST_WORDS],
        birth=birth,
        phone="" if number else phone_of(digits),
        document=plain(document),
        number=number,
        code=code,
    )


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    if not found:
        return "", text
    return found.group(), f"{text[: found.start()]} {text[found.end() :]}"
