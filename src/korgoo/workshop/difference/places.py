"""Which things stand at another place, and which pages are the same in two guidelines."""

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from korgoo.workshop.files import Data, question_key


def moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Say which names stand at another place, as few as explain the new order.

    Args:
        before: names without repetition.
        after: the same; what is in one of both only is not looked at.
    """
    places = {name: number for number, name in enumerate(before)}
    common = [name for name in after if name in places]
    stayed = _longest_rising([places[name] for name in common])
    return frozenset(name for number, name in enumerate(common) if number not in stayed)


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """Give the positions of one longest rising run, by patience sorting."""
    tails: list[int] = []
    heads: list[int] = []  # position of the number that ends the best run of each length
    earlier: dict[int, int | None] = {}
    for position, number in enumerate(numbers):
        length = bisect_left(tails, number)
        tails[length : length + 1] = [number]
        heads[length : length + 1] = [position]
        earlier[position] = heads[length - 1] if length else None
    run: set[int] = set()
    at: int | None = heads[-1] if heads else None
    while at is not None:
        run.add(at)
        at = earlier[at]
    return frozenset(run)


def name_pages(before: Data | None, after: Data | None) -> tuple[list[str], list[str]]:
    """Name the pages of a view in two guidelines, so that the same page has the same name.

    A page is the same when its title is, or else when it asks mostly the same questions. It is
    named by its number in the guideline before; a new one by its first question.

    Args:
        before: the view before; None when there was none.
        after: the view after; None when it is gone.
    """
    old = list((before or {}).get("pages") or ())
    new = list((after or {}).get("pages") or ())
    names = [str(number) for number in range(1, len(old) + 1)]
    pairs = _pairs(old, new)
    taken: set[str] = set(names)
    found: list[str] = []
    for number, page in enumerate(new):
        name = names[pairs[number]] if number in pairs else _new_name(page, taken)
        taken.add(name)
        found.append(name)
    return names, found


def _pairs(old: Sequence[Data], new: Sequence[Data]) -> dict[int, int]:
    """Find for each new page the old one that it is, the most alike first."""
    alike = sorted(
        (
            (_likeness(a, b), -abs(i - j), -j, -i)
            for i, a in enumerate(old)
            for j, b in enumerate(new)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for likeness, _near, j, i in alike:
        if likeness > 0 and -j not in pairs and -i not in pairs.values():
            pairs[-j] = -i
    return pairs


def _likeness(one: Data, other: Data) -> int:
    asked, also = _asked(one), _asked(other)
    same_title = bool(one.get("title")) and one.get("title") == other.get("title")
    return 1000 * same_title + 10 * len(asked & also) - len(asked ^ also) * (not same_title)


def _asked(page: Data) -> frozenset[str]:
    return frozenset(question_key(question) for question in page["questions"])


def _new_name(page: Data, taken: set[str]) -> str:
    first = question_key(page["questions"][0]) if page["questions"] else ""
    name = f"new-{first or _short_hash(page.get('title') or {})}"
    number = 1
    while f"{name}{'' if number == 1 else f'-{number}'}" in taken:
        number += 1
    return name if number == 1 else f"{name}-{number}"


def _short_hash(value: Mapping[str, Any]) -> str:
    return hashlib.sha256(repr(sorted(value.items())).encode()).hexdigest()[:8]
