"""Data that no file of a pack could hold is refused before anything looks at it closely."""

import re
from collections.abc import Iterable

UNKEPT = "some text holds a sign that cannot be kept"
_UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DEEPEST = 40  # levels of values inside values


def impurity(data: object) -> tuple[str, str] | None:
    """Find what makes data unfit to be a file.

    Args:
        data: what JSON gives: dictionaries, lists, text, numbers, booleans and None.

    Returns:
        The rule and a sentence, or None when the data is fit.
    """
    level: list[object] = [data]
    for _ in range(DEEPEST):
        for value in level:
            if wrong := _wrong(value):
                return wrong
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return None
    return "too-deep", "values stand inside values without end"


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    return value if isinstance(value, list) else ()


def _wrong(value: object) -> tuple[str, str] | None:
    if isinstance(value, str):
        return None if can_be_kept(value) else ("encoding", UNKEPT)
    if value is None or isinstance(value, (bool, int, float, list)):
        return None
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return None
    return "wrong-kind", f"a value of the kind {type(value).__name__} cannot be in a file"


def can_be_kept(text: str) -> bool:
    """Say whether files, forms and databases can keep a text.

    Half letters, zeros and the other signs that no XML may hold break one or the other.
    """
    return _UNKEPT.search(text) is None
