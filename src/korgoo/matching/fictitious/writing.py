"""People as offices write them down: scripts, spellings, forms of the name, slips of the pen, gaps."""

from dataclasses import dataclass

import numpy as np

from korgoo.matching.fictitious.people import Person

FIELDS = ("surname", "given", "patronymic", "birth", "sex", "place", "document", "number", "phone")
SCHEMES = ("own", "russian", "icao", "bgn", "free")
SCHEME_SHARES = (0.30, 0.28, 0.24, 0.06, 0.12)

_RUSSIAN = str.maketrans("ңөүғқҳҷўӯӣ", "ноугкхджуйи"[:0] + "ноугкхжууи")
_ICAO = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia".split(" "), strict=True))
_BGN = _ICAO | {"ж": "j", "ё": "yo", "й": "y", "х": "kh", "ю": "yu", "я": "ya", "ң": "ng", "ө": "o", "ү": "u", "ъ": "", "ғ": "gh", "қ": "q", "ҳ": "h", "ҷ": "j", "ў": "o'"}
_FREE = _BGN | {"ж": "zh", "х": "h", "ы": "i", "ң": "n", "ц": "c", "щ": "sh", "ё": "e"}


@dataclass(slots=True)
class Written:
    """One person as one office wrote it; empty text is "not known". ``who`` is the truth."""

    who: int
    surname: str
    given: str
    patronymic: str
    birth: str
    sex: str
    place: str
    document: str
    number: str
    phone: str
    people: str
    script: str


def two_lists(people: list[Person], *, overlap: float, seed: int) -> tuple[list[Written], list[Written]]:
    """Write the people into two lists of the same length, of which a share is on both.

    Args:
        people: Invented people, enough for two lists.
        overlap: Share of each list that is on the other too, 0 to 1.
        seed: Of the random numbers.
    """
    size = int(len(people) / (2 - overlap))
    both = int(size * overlap)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(people))
    first = order[:size]
    second = np.concatenate([order[:both], order[size : 2 * size - both]])
    lists = []
    for number, chosen in enumerate((first, second)):
        hand = np.random.default_rng([seed, number])
        lists.append([write(people[i], int(i), hand) for i in hand.permutation(chosen)])
    return lists[0], lists[1]


def write(person: Person, who: int, rng: np.random.Generator) -> Written:
    """Write one person once, as an office might."""
    scheme = SCHEMES[int(rng.choice(5, p=SCHEME_SHARES))]
    surname, given, patronymic = _name(person, rng)
    surname, given, patronymic = (_slip(_spell(n, scheme, rng), rng) for n in (surname, given, patronymic))
    if rng.random() < 0.03:
        surname, given = given, surname
    return Written(
        who,
        surname,
        given,
        patronymic,
        _birth(person, rng),
        person.sex if rng.random() < 0.95 else "",
        _place(person, rng),
        _kept(person.document, rng, known=0.52, changed=0.15),
        _kept(person.number, rng, known=0.30, changed=0.02),
        _kept(person.phone, rng, known=0.50, changed=0.30),
        person.people,
        "cyrillic" if scheme in {"own", "russian"} else "latin",
    )


def _name(person: Person, rng: np.random.Generator) -> tuple[str, str, str]:
    """Choose the form of the name: Russian style, the style of before 1930 and since 2025, or short."""
    woman = person.sex == "f"
    stem = person.married_stem if person.married_stem and rng.random() < 0.5 else person.stem
    # The form is the person's own; some changed it, and some offices write another.
    shape = person.form if rng.random() < 0.85 else rng.random()
    if person.people == "ru":
        known = rng.random() < 0.7
        return _russian(stem, woman), person.given, _son(person.father, woman) if known else ""
    if shape < 0.70:
        known = rng.random() < 0.55
        return _russian(stem, woman), person.given, _son(person.father, woman) if known else ""
    if shape < 0.86:
        word = ("кызы" if woman else "уулу") if person.people == "ky" else ("қизи" if woman else "ўғли")
        if person.people == "ky" and rng.random() < 0.2:
            word = "к." if woman else "у."
        return f"{person.father} {word}", person.given, ""
    if shape < 0.93 and person.people == "ky":
        return f"{person.grandfather} тегин", person.given, ""
    if person.people == "tj":
        return f"{stem}зода", person.given, ""
    return stem, person.given, person.father if rng.random() < 0.4 else ""


def _russian(stem: str, woman: bool) -> str:  # noqa: FBT001
    soft = stem[-1] in "иеьйэяю"
    body = stem[:-1] if stem[-1] in "аеыийоуьэяю" else stem
    return body + ("ев" if soft else "ов") + ("а" if woman else "")


def _son(father: str, woman: bool) -> str:  # noqa: FBT001
    soft = father[-1] in "иеьйэяю"
    body = father[:-1] if father[-1] in "аеыийоуьэяю" else father
    return body + ("е" if soft else "о") + ("вна" if woman else "вич")


def _spell(name: str, scheme: str, rng: np.random.Generator) -> str:
    if scheme == "own":
        return name
    if scheme == "russian":
        text = name.translate(_RUSSIAN)
        return text.replace("Ж", "Дж", 1) if text.startswith("Ж") and rng.random() < 0.5 else text
    if scheme == "icao":
        return _latin(name.translate(_RUSSIAN), _ICAO, rng)
    return _latin(name, _BGN if scheme == "bgn" else _FREE, rng)


def _latin(name: str, table: dict[str, str], rng: np.random.Generator) -> str:
    text = "".join(table.get(c, c) for c in name.lower())
    if table is _FREE:
        for old, new in (("zh", "j"), ("yy", "i"), ("kh", "h"), ("ya", "ia"), ("sh", "sch"), ("uu", "u"), ("k", "q")):
            if old in text and rng.random() < (0.5 if old in {"zh", "uu", "ya"} else 0.08):
                text = text.replace(old, new)
    return " ".join(word.capitalize() for word in text.split(" "))


def _slip(name: str, rng: np.random.Generator) -> str:
    """Let one letter go wrong in eight of a hundred names."""
    if len(name) < 3 or rng.random() > 0.08:
        return name
    at, kind = int(rng.integers(1, len(name) - 1)), int(rng.integers(4))
    other = name[int(rng.integers(len(name)))].lower()
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + other + name[at:]
    if kind == 2:
        return name[:at] + other + name[at + 1 :]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _birth(person: Person, rng: np.random.Generator) -> str:
    chance = rng.random()
    year, month, day = person.year, person.month, person.day
    if chance < 0.04:
        return ""
    if chance < 0.09:
        return f"{year}-01-01"  # how a registry writes "day not known"
    if chance < 0.12:
        return f"{year}"
    if chance < 0.16 and day <= 12:
        month, day = day, month
    elif chance < 0.19:
        day = int(rng.integers(1, 29))
    elif chance < 0.21:
        month = int(rng.integers(1, 13))
    elif chance < 0.24:
        year += int(rng.choice([-2, -1, 1, 2, 10, -10]))
    return f"{year}-{month:02d}-{day:02d}"


def _place(person: Person, rng: np.random.Generator) -> str:
    if rng.random() < 0.2:
        return ""
    return str(person.place if rng.random() < 0.75 else int(rng.integers(500)))


def _kept(value: str, rng: np.random.Generator, *, known: float, changed: float) -> str:
    """Give a number as written: not known, another one since, with a wrong digit, or as it is."""
    chance = rng.random()
    if chance > known:
        return ""
    at = int(rng.integers(len(value) - 5, len(value)))
    if rng.random() < changed:
        return value[: len(value) - 6] + f"{int(rng.integers(10**6)):06d}"
    if rng.random() < 0.03:
        return value[:at] + str(int(rng.integers(10))) + value[at + 1 :]
    return value
