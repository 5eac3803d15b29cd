"""Finding the things that stand in lists inside a file."""

from dataclasses import dataclass
from typing import Any

from korgoo.workshop import files as parts
from korgoo.workshop.difference.things import What
from korgoo.workshop.editing.errors import CannotEdit, Why
from korgoo.workshop.files import Data, Files

# Whole files, each by a name of its own.
ALONE = frozenset({What.HEAD, What.CATALOGUE, What.VIEW})
# Their files say once where all of them come from.
WITH_INHERITED_ORIGIN = frozenset({What.INDICATOR, What.VECTOR})


@dataclass(frozen=True, slots=True)
class Target:
    """The thing meant by an edit.

    Attributes:
        what: its kind.
        path: where it stands: (catalogue, key or code), (view, question, option), (view, number of
            the page from 1), (view,), (vector,); nothing for the head.
    """

    what: What
    path: tuple[str, ...] = ()

    @property
    def item(self) -> str:
        """How people find it inside its file, as differences and faults say it."""
        if self.what is What.OPTION:
            return f"question {self.path[1]}, option {self.path[2]}"
        if self.what in {What.INDICATOR, What.VECTOR}:
            return self.path[-1]
        return f"{self.what} {self.path[-1]}" if self.path else ""


@dataclass(frozen=True, slots=True)
class Where:
    """The list in which a thing stands: the steps to it inside the file, and the thing's number."""

    file: str
    steps: tuple[str | int, ...]
    number: int


def find(files: Files, target: Target) -> Data:
    """Give the data of a thing.

    Raises:
        CannotEdit: It is not there.
    """
    if target.what in ALONE:
        record = files.get(file_of(target))
        if record is None:
            raise CannotEdit(file_of(target), target.item, Why.NO_SUCH)
        return dict(record)
    where = locate(files, target)
    return dict(inner(files[where.file], where.steps)[where.number])


def whole(files: Files, target: Target) -> Data:
    """Give the data of a thing with what its file says of the origin of all its records.

    Raises:
        CannotEdit: It is not there.
    """
    record = find(files, target)
    if target.what not in WITH_INHERITED_ORIGIN:
        return record
    return record | {"provenance": parts.provenance_of(files, locate(files, target).file, record)}


def own_origin(files: Files, file: str, origin: Data) -> Data:
    """Keep of an origin what differs from the one that the file gives for all its records."""
    head = files[file].get("provenance") or {}
    return {name: value for name, value in origin.items() if head.get(name) != value}


def file_of(target: Target) -> str:
    """Name the file of a thing that is a file, or stands in one known by its name."""
    if target.what in {What.VECTOR, What.VECTORS}:
        return parts.VECTORS
    if target.what is What.HEAD:
        return parts.HEAD
    if target.what in {What.CATALOGUE, What.DIMENSION, What.ELEMENT}:
        return parts.catalogue_file(target.path[0])
    return parts.view_file(target.path[0])


def locate(files: Files, target: Target) -> Where:
    """Find the list in which a thing stands, and its number there.

    Raises:
        CannotEdit: It is not there.
    """
    if target.what is What.QUESTION:
        return _question(files, target)
    if target.what is What.INDICATOR:
        return _indicator(files, target)
    file, steps = list_of(files, target)
    for number, row in enumerate(inner(files[file], steps)):
        if name_of(row, target.what, number) == target.path[-1]:
            return Where(file, steps, number)
    raise CannotEdit(file, target.item, Why.NO_SUCH)


def list_of(files: Files, target: Target) -> tuple[str, tuple[str | int, ...]]:
    """Say in which list things of this kind stand."""
    file = file_of(target)
    if file not in files:
        raise CannotEdit(file, target.item, Why.NO_SUCH)
    if target.what is What.OPTION:
        at = _question(files, Target(What.QUESTION, target.path[:2]))
        return file, (*at.steps, at.number, "options")
    return file, (f"{target.what}s",)


def _question(files: Files, target: Target) -> Where:
    file = file_of(target)
    for p, page in enumerate((files.get(file) or {}).get("pages") or ()):
        for number, question in enumerate(page["questions"]):
            if parts.question_key(question) == target.path[1]:
                return Where(file, ("pages", p, "questions"), number)
    raise CannotEdit(file, target.item, Why.NO_SUCH)


def _indicator(files: Files, target: Target) -> Where:
    catalogue, code = target.path
    for name in parts.indicator_files(files, catalogue):
        for number, row in enumerate(files[name].get("indicators") or ()):
            if row["code"] == code:
                return Where(name, ("indicators",), number)
    raise CannotEdit(parts.catalogue_file(catalogue), target.item, Why.NO_SUCH)


def name_of(row: Data, what: What, number: int = -1) -> str:
    """Say by which name a thing of a list is found: pages by their number from 1."""
    return str(number + 1) if what is What.PAGE else str(row.get("key"))


def inner(data: Any, steps: tuple[str | int, ...]) -> list[Any]:
    """Give the list at the end of some steps; empty when there is none."""
    for step in steps:
        data = data[step] if isinstance(step, int) else data.get(step) or []
    return list(data)
