"""The shapes of a name: Russian style, the father's name with a word for son or daughter, and those since 2025."""

from functools import lru_cache

SOFT, DROPPED = "иеьйэяю", "аеыийоуьэяю"
RUSSIAN, CHILD, GRANDCHILD = 0.70, 0.86, 0.93  # up to where of ``form`` each shape is borne


@lru_cache(maxsize=500_000)
def surname_of_russian_style(stem: str, *, woman: bool) -> str:
    """Give the surname: stem, -ов or -ев, -а for a woman."""
    body = stem[:-1] if stem[-1] in DROPPED else stem
    return body + ("ев" if stem[-1] in SOFT else "ов") + ("а" if woman else "")


@lru_cache(maxsize=500_000)
def patronymic(father: str, *, woman: bool) -> str:
    """Give the patronymic: the father's name with -ович or -овна."""
    body = father[:-1] if father[-1] in DROPPED else father
    return body + ("е" if father[-1] in SOFT else "о") + ("вна" if woman else "вич")


def child_word(people: str, *, woman: bool, short: bool) -> str:
    """Give the word for son or daughter of: уулу, кызы; short у., к.; in Uzbek ўғли, қизи."""
    if people != "ky":
        return "қизи" if woman else "ўғли"
    if short:
        return "к." if woman else "у."
    return "кызы" if woman else "уулу"
