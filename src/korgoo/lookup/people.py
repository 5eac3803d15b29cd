"""Who a case is about, as columns that can be encoded. Plain Python: nothing is asked, nothing kept."""

import re
from collections.abc import Mapping

from korgoo.lookup.dates import read_birth
from korgoo.matching.columns import Columns

MOST_FORMS = 4  # of one person's name
PIN = 14  # digits of a national number
PHONE = 9  # last digits of a telephone that count: without country code or trunk 0
SEXES = {"female": "f", "male": "m"}
# Words that say whose child somebody is, after the father's name.
_CHILD = {
    "уулу",
    "кызы",
    "uulu",
    "kyzy",
    "уул",
    "тегин",
    "tegin",
    "оглы",
    "кизи",
    "qizi",
    "oglu",
    "o'g'li",
}
_FATHER = re.compile(
    r"(?:[оеё]вич|ич|[оеё]вна|[иы]чна|инична|ovich|evich|ovna|evna|ichna)\Z", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^)]*\)")  # what is said of a name is no name
Name = tuple[str, str, str]


def columns_of(identity: Mapping[str, object], contact: Mapping[str, object], sex: str) -> Columns:
    """Take what is known of a person apart: a record for each form of the name."""
    names = forms_of(_text(identity, "name"), _text(identity, "other_names")) or [("", "", "")]
    surname, given, patronymic = (list(part) for part in zip(*names, strict=True))
    number = plain(_text(identity, "document_number"))
    is_pin = len(number) == PIN and number.isdigit()
    size = len(names)
    return Columns(
        surname=surname,
        given=given,
        patronymic=patronymic,
        birth=[read_birth(_text(identity, "birth"))] * size,
        sex=[SEXES.get(sex, "")] * size,
        document=["" if is_pin else number] * size,
        number=[number if is_pin else ""] * size,
        phone=[phone_of(_text(contact, "phone"))] * size,
    )


def forms_of(name: str, others: str = "") -> list[Name]:
    """Give the forms of a name: as told, and each other one; a lone other word stands for the surname or the father.

    Returns:
        Surname, given name, patronymic of each; the first one is the name as told.
    """
    first = split(name)
    found = [first] if any(first) else []
    for text in re.split(r"[,;/\n()]+", others):
        words = text.split()
        if not words:
            continue
        form = split(text)
        if len(words) == 1 and any(first):
            form = _with(first, words[0])
        found.append(form)
    return list(dict.fromkeys(found))[:MOST_FORMS]


def split(name: str) -> Name:
    """Take a name apart as offices here write it: surname, given name, patronymic.

    «Асан уулу Бек» has a surname of two words. Which is which need not be right: names are compared crosswise too.
    """
    words: list[str] = []
    for word in _ASIDE.sub(" ", name).replace(",", " ").split():
        if words and word.casefold().strip(".") in _CHILD:
            words[-1] = f"{words[-1]} {word}"
        else:
            words.append(word)
    fathers = [word for word in words[1:] if _FATHER.search(word)]
    rest = [word for word in words if word not in fathers]
    if not fathers and len(rest) > 2:
        rest, fathers = rest[:2], rest[2:]
    if len(rest) == 1 and fathers:  # «Айгуль Асановна»
        return "", rest[0], " ".join(fathers)
    surname, given = [*rest[:1], "", ""][0], " ".join(rest[1:])
    return surname, given, " ".join(fathers)


def _with(first: Name, word: str) -> Name:
    surname, given, patronymic = first
    if _FATHER.search(word):
        return surname, given, word
    return word, given or surname, patronymic


def phone_of(text: str) -> str:
    """Keep what two writings of one telephone have in common: its last nine digits."""
    digits = re.sub(r"\D", "", text)
    return digits[-PHONE:] if len(digits) >= PHONE - 3 else ""


def plain(text: str) -> str:
    """Write a number of a document without spaces and signs, Cyrillic letters that look Latin as Latin."""
    return "".join(c for c in text.upper().translate(_LOOK_ALIKE) if c.isalnum())


_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")


def _text(part: Mapping[str, object], name: str) -> str:
    value = part.get(name, "")
    return value if isinstance(value, str) else ""
