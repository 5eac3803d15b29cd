"""A guideline taken apart into things that people know by a name: an indicator, a page, an answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from korgoo.workshop import files as parts
from korgoo.workshop.difference.values import fields_of
from korgoo.workshop.files import Data, Files

PageNames = Mapping[str, Sequence[str]]


class What(StrEnum):
    """The kinds of things that a guideline is made of. They stand in keys of comments: never rename."""

    HEAD = "head"
    CATALOGUE = "catalogue"
    DIMENSION = "dimension"
    ELEMENT = "element"
    SIGNS = "signs"
    INDICATOR = "indicator"
    VIEW = "view"
    PAGE = "page"
    QUESTION = "question"
    OPTION = "option"
    VECTORS = "vectors"
    VECTOR = "vector"


# What stands inside another thing comes and goes with it, and is not told of a second time.
CONTAINER: Mapping[What, tuple[What, int]] = {
    What.DIMENSION: (What.CATALOGUE, 1),
    What.ELEMENT: (What.CATALOGUE, 1),
    What.SIGNS: (What.CATALOGUE, 1),
    What.INDICATOR: (What.CATALOGUE, 1),
    What.PAGE: (What.VIEW, 1),
    What.QUESTION: (What.VIEW, 1),
    What.OPTION: (What.QUESTION, 2),
}
Identity = tuple[What, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a guideline.

    Attributes:
        what: its kind.
        path: what tells it from others of its kind: (catalogue, code), (view, question, option).
        file: where it stands.
        item: how people find it inside the file ("question pay, option less").
        title: its name, by language.
        whole: its data as in the file.
        fields: its values, without defaults and without things that stand inside it.
        row: the things beside which its place counts.
        place: 1 for the first of its row.
    """

    what: What
    path: tuple[str, ...]
    file: str
    item: str
    title: Mapping[str, str]
    whole: Data
    fields: Mapping[str, Any]
    row: tuple[str, ...] = ()
    place: int = 0
    inherited: Mapping[str, Any] = field(default_factory=dict)

    @property
    def identity(self) -> Identity:
        """What makes it the same thing in two guidelines."""
        return self.what, self.path

    @property
    def container(self) -> Identity | None:
        """The thing that it comes and goes with; None when it stands by itself."""
        if self.what not in CONTAINER:
            return None
        what, length = CONTAINER[self.what]
        return what, self.path[:length]


def things(files: Files, page_names: PageNames) -> dict[Identity, Thing]:
    """Take a guideline apart.

    Args:
        files: file name to plain data.
        page_names: by view, a name for each of its pages, which have none of their own.

    Returns:
        The things in reading order. What is there twice, in a faulty draft, gets a mark.
    """
    found: dict[Identity, Thing] = {}
    for thing in _every(files, page_names):
        number, marked = 1, thing
        while marked.identity in found:
            number += 1
            path = (*thing.path[:-1], f"{thing.path[-1]}~{number}")
            marked = replace(thing, path=path)
        found[marked.identity] = marked
    return found


def _every(files: Files, page_names: PageNames) -> Iterator[Thing]:
    if parts.HEAD in files:
        head = files[parts.HEAD]
        yield Thing(What.HEAD, (), parts.HEAD, "", _title(head), head, fields_of(head, "head"))
    for key in parts.catalogue_keys(files):
        yield from _catalogue(files, key)
    for key in parts.view_keys(files):
        yield from _view(key, files[parts.view_file(key)], page_names.get(key, ()))
    yield from _vectors(files)


def _catalogue(files: Files, key: str) -> Iterator[Thing]:
    name = parts.catalogue_file(key)
    head = files[name]
    fields = fields_of(head, "catalogue")
    yield Thing(What.CATALOGUE, (key,), name, "", _title(head), head, fields)
    for what in (What.DIMENSION, What.ELEMENT):
        for place, record in enumerate(head.get(f"{what}s") or (), 1):
            path, item = (key, str(record["key"])), f"{what} {record['key']}"
            fields = fields_of(record, what)
            row = (what, key)
            yield Thing(what, path, name, item, _title(record), record, fields, row, place)
    yield from _signs(files, key)


def _signs(files: Files, key: str) -> Iterator[Thing]:
    for name in parts.indicator_files(files, key):
        head = {"provenance": files[name].get("provenance")}
        path = (key, name.rsplit("/", 1)[-1])
        yield Thing(What.SIGNS, path, name, "", {}, head, fields_of(head, "signs"))
    for place, (name, record) in enumerate(parts.indicators(files, key), 1):
        code = str(record["code"])
        yield Thing(
            What.INDICATOR,
            (key, code),
            name,
            code,
            _title(record),
            record,
            fields_of(record, "indicator"),
            ("indicator", key),
            place,
            parts.provenance_of(files, name, record),
        )


def _view(key: str, view: Data, names: Sequence[str]) -> Iterator[Thing]:
    name = parts.view_file(key)
    yield Thing(What.VIEW, (key,), name, "", _title(view), view, fields_of(view, "view"))
    for place, page in enumerate(view.get("pages") or (), 1):
        page_name = names[place - 1] if place <= len(names) else str(place)
        path, item = (key, page_name), f"page {place}"
        fields = fields_of(page, "page")
        yield Thing(What.PAGE, path, name, item, _title(page), page, fields, ("page", key), place)
        for number, question in enumerate(page["questions"], 1):
            yield from _question(key, question, ("question", key, page_name), number)


def _question(view: str, question: Data, row: tuple[str, ...], place: int) -> Iterator[Thing]:
    key, name = parts.question_key(question), parts.view_file(view)
    path, item, title = (view, key), f"question {key}", question.get("text") or {}
    fields = fields_of(question, "question")
    yield Thing(What.QUESTION, path, name, item, title, question, fields, row, place)
    for number, option in enumerate(question.get("options") or (), 1):
        own = str(option["key"])
        yield Thing(
            What.OPTION,
            (view, key, own),
            name,
            f"{item}, option {own}",
            option.get("text") or {},
            option,
            fields_of(option, "option"),
            ("option", view, key),
            number,
        )


def _vectors(files: Files) -> Iterator[Thing]:
    if parts.VECTORS not in files:
        return
    name, head = parts.VECTORS, {"provenance": files[parts.VECTORS].get("provenance")}
    yield Thing(What.VECTORS, (), name, "", {}, head, fields_of(head, "vectors"))
    for place, record in enumerate(parts.vectors(files), 1):
        key = str(record["key"])
        yield Thing(
            What.VECTOR,
            (key,),
            name,
            key,
            _title(record),
            record,
            fields_of(record, "vector"),
            ("vector",),
            place,
            parts.provenance_of(files, name, record),
        )


def _title(record: Data) -> Mapping[str, str]:
    return record.get("title") or {}
