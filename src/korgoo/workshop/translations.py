"""Texts that wait for a translation: missing in a language, or changed in others only."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from korgoo.workshop.difference import Change, Kind

_TEXTS = frozenset({"title", "question", "text", "hint", "intro", "note", "now", "silent_code"})
_OPENED = frozenset({"advice", "answers"})


@dataclass(frozen=True, slots=True)
class Gap:
    """A changed text that waits.

    Attributes:
        change: the difference that it belongs to.
        missing: languages in which it is not there.
        unchanged: languages in which it says what it said before, while another language changed.
    """

    change: Change
    missing: tuple[str, ...]
    unchanged: tuple[str, ...]


def gaps(changes: Iterable[Change], languages: Sequence[str]) -> list[Gap]:
    """List what waits for a translator.

    A word mended in one language only waits too: nobody but a translator knows that the others
    need no change.

    Args:
        changes: what differs.
        languages: codes of the languages in which every text must be.
    """
    found: list[Gap] = []
    for change in changes:
        missing = _missing(change, languages)
        unchanged = _unchanged(change, languages)
        if missing or unchanged:
            found.append(Gap(change, missing, unchanged))
    return found


def _missing(change: Change, languages: Sequence[str]) -> tuple[str, ...]:
    texts = list(_texts(change.field, change.after))
    return tuple(code for code in languages if any(not text.get(code) for text in texts))


def _unchanged(change: Change, languages: Sequence[str]) -> tuple[str, ...]:
    if change.kind is not Kind.CHANGED or not (change.before and change.after):
        return ()
    befores, afters = _texts(change.field, change.before), _texts(change.field, change.after)
    pairs = [(a, b) for a, b in zip(befores, afters, strict=False) if a != b]
    return tuple(
        code
        for code in languages
        if any(new.get(code) and old.get(code) == new.get(code) for old, new in pairs)
    )


def _texts(field: str, value: Any) -> Iterator[dict[str, str]]:
    """Give the texts inside a value: itself, those of a list, or all of a whole thing."""
    name, _dot, part = field.partition(".")
    is_text = name in _TEXTS or (name in _OPENED and part) or part in _TEXTS
    if field and is_text:
        if isinstance(value, dict):
            yield value
    elif field == "pocket.steps":
        yield from value or ()
    elif not field:
        yield from _inside(value)


def _inside(value: Any) -> Iterator[dict[str, str]]:
    if isinstance(value, list):
        for part in value:
            yield from _inside(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if name in _TEXTS and isinstance(part, dict):
                yield part
            elif name in _OPENED and isinstance(part, dict):
                yield from part.values()
            elif name == "steps":
                yield from part
            else:
                yield from _inside(part)
