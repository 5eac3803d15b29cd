"""What differs between two guidelines, one line for each thing that people may want to speak about."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from korgoo.workshop import files as parts
from korgoo.workshop.difference.places import moved, name_pages
from korgoo.workshop.difference.things import Identity, Thing, What, things
from korgoo.workshop.difference.values import plain
from korgoo.workshop.files import Files

LONGEST_KEY = 200
_HASH = 16


class Kind(StrEnum):
    """What happened to a thing. Stands in keys of comments: never rename."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        file: where the thing stands (when it was removed: stood).
        item: how people find it inside the file; empty when it is the file's own subject.
        field: which value changed ("weights.adult_labour"); empty when the thing came, went or moved.
        before, after: the values; whole things when they came or went; places when they moved.
        kind: what happened.
        what, path: which thing, for those who look it up.
        title: name of the thing, by language; empty when it has none of its own.
    """

    file: str
    item: str
    field: str
    before: Any
    after: Any
    kind: Kind
    what: What
    path: tuple[str, ...]
    title: Mapping[str, str]

    @property
    def key(self) -> str:
        """Name the difference: the same as long as the same value of the same thing differs."""
        key = "/".join((self.what, *self.path)) + f":{self.field or self.kind}"
        if len(key) <= LONGEST_KEY:
            return key
        digest = hashlib.sha256(key.encode()).hexdigest()[:_HASH]
        return f"{key[: LONGEST_KEY - _HASH - 1]}~{digest}"


def compare(before: Files, after: Files) -> list[Change]:
    """List what differs between two guidelines.

    The order of names inside a record, defaults that are written out, spaces around words, and the
    file in which an indicator stands make no difference. What inside a new thing is new, and what
    inside a lost one is lost, is not listed by itself. The names that an adoption writes into the
    head (edition, first day, legal basis) are not looked at.

    Args:
        before: file name to plain data, shapes as the schema wants them.
        after: the same.

    Returns:
        The differences: head, catalogues, views, vectors, each in the order of reading.
    """
    old_names, new_names = _page_names(before, after)
    old, new = things(before, old_names), things(after, new_names)
    at_other_places = _moved(old, new)
    found = [
        change
        for identity in _reading_order(old, new)
        for change in _of_thing(old.get(identity), new.get(identity), at_other_places)
        if not _goes_with_container(change, old, new)
    ]
    return sorted(found, key=lambda change: _rank(change))


def _page_names(before: Files, after: Files) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    old: dict[str, list[str]] = {}
    new: dict[str, list[str]] = {}
    for key in {*parts.view_keys(before), *parts.view_keys(after)}:
        name = parts.view_file(key)
        old[key], new[key] = name_pages(before.get(name), after.get(name))
    return old, new


def _reading_order(old: Mapping[Identity, Thing], new: Mapping[Identity, Thing]) -> list[Identity]:
    return [*new, *(identity for identity in old if identity not in new)]


def _rank(change: Change) -> tuple[int, str]:
    """Keep a thing's own order inside its catalogue or view."""
    groups = (
        (What.HEAD,),
        (What.VIEW, What.PAGE, What.QUESTION, What.OPTION),
        (What.VECTOR, What.VECTORS),
    )
    order = {
        what: number for number, whats in zip((0, 2, 3), groups, strict=True) for what in whats
    }
    return order.get(change.what, 1), change.path[0] if order.get(change.what, 1) in {1, 2} else ""


def _of_thing(
    old: Thing | None, new: Thing | None, at_other_places: frozenset[Identity]
) -> Iterator[Change]:
    if old is None and new is not None:
        yield _change(new, Kind.ADDED, after=new.whole)
    elif new is None and old is not None:
        yield _change(old, Kind.REMOVED, before=old.whole)
    elif old is not None and new is not None:
        if new.identity in at_other_places:
            yield _change(new, Kind.MOVED, before=_place(old), after=_place(new))
        yield from _values(old, new)


def _values(old: Thing, new: Thing) -> Iterator[Change]:
    before, after = dict(old.fields), dict(new.fields)
    if old.file != new.file:
        # In another file other words on its origin hold for it, though its own are the same.
        before["provenance"], after["provenance"] = plain(old.inherited), plain(new.inherited)
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield _change(new, Kind.CHANGED, name, before=before.get(name), after=after.get(name))


def _change(
    thing: Thing, kind: Kind, field: str = "", *, before: Any = None, after: Any = None
) -> Change:
    return Change(
        thing.file, thing.item, field, before, after, kind, thing.what, thing.path, thing.title
    )


def _place(thing: Thing) -> dict[str, Any]:
    if thing.what is What.QUESTION:
        return {"page": thing.row[-1], "place": thing.place}
    return {"place": thing.place}


def _moved(old: Mapping[Identity, Thing], new: Mapping[Identity, Thing]) -> frozenset[Identity]:
    """Find what stands at another place among the things that are in both guidelines."""
    rows = _rows(old, new)
    found: set[Identity] = set()
    for thing in new.values():
        earlier = old.get(thing.identity)
        if earlier is not None and earlier.row != thing.row:
            found.add(thing.identity)
    for before, after in rows.values():
        names = moved([str(name) for name in before], [str(name) for name in after])
        found |= {name for name in after if str(name) in names}
    return frozenset(found)


def _rows(
    old: Mapping[Identity, Thing], new: Mapping[Identity, Thing]
) -> dict[tuple[str, ...], tuple[list[Identity], list[Identity]]]:
    """Gather the rows of things that stand in the same row in both guidelines."""
    rows: dict[tuple[str, ...], tuple[list[Identity], list[Identity]]] = defaultdict(
        lambda: ([], [])
    )
    for side, here, there in ((0, old, new), (1, new, old)):
        for identity, thing in here.items():
            other = there.get(identity)
            if thing.row and other is not None and other.row == thing.row:
                rows[thing.row][side].append(identity)
    return rows


def _goes_with_container(
    change: Change, old: Mapping[Identity, Thing], new: Mapping[Identity, Thing]
) -> bool:
    if change.kind not in {Kind.ADDED, Kind.REMOVED}:
        return False
    if change.what in {What.SIGNS, What.VECTORS}:
        return True  # a file by itself says nothing: what stands in it does
    here, there = (new, old) if change.kind is Kind.ADDED else (old, new)
    container = here[(change.what, change.path)].container
    return container is not None and container not in there
