"""Finding, setting, adding, removing and moving the things that stand in lists inside a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from korgoo.workshop import files as parts
from korgoo.workshop.difference.things import What
from korgoo.workshop.editing.errors import CannotEdit, Why
from korgoo.workshop.files import Data, Files

Change = Callable[[list[Data], int], list[Data]]


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
    if target.what in {What.HEAD, What.CATALOGUE, What.VIEW}:
        record = files.get(file_of(target))
        if record is None:
            raise CannotEdit(file_of(target), target.item, Why.NO_SUCH)
        return dict(record)
    where = locate(files, target)
    return dict(_inner(files[where.file], where.steps)[where.number])


def set_fields(files: Files, target: Target, fields: Mapping[str, Any]) -> Files:
    """Write values of a thing; None and what is empty take a value away.

    Raises:
        CannotEdit: It is not there.
    """
    record = _with_fields(find(files, target), fields)
    if target.what in {What.HEAD, What.CATALOGUE, What.VIEW}:
        return {**files, file_of(target): record}
    return _in_list(files, target, lambda rows, n: [*rows[:n], record, *rows[n + 1 :]])


def set_text(files: Files, target: Target, field: str, language: str, words: str) -> Files:
    """Write one text of a thing in one language; without words the language is taken away.

    Raises:
        CannotEdit: The thing is not there.
    """
    text = dict(find(files, target).get(field) or {})
    text.pop(language, None)
    if words.strip():
        text[language] = words.strip()
    return set_fields(files, target, {field: text})


def add(files: Files, target: Target, record: Data) -> Files:
    """Add a thing at the end of its list: a dimension, an element, an option, a vector.

    Args:
        files: the guideline.
        target: the thing to be, by the name it will have.
        record: its data.

    Raises:
        CannotEdit: Something of that name is there, or there is no such list to add it to.
    """
    file, steps = _list_of(files, target)
    rows = _inner(files[file], steps)
    if any(_name(row, target.what) == target.path[-1] for row in rows):
        raise CannotEdit(file, target.item, Why.TAKEN)
    return {**files, file: _replaced(files[file], steps, [*rows, dict(record)])}


def remove(files: Files, target: Target) -> Files:
    """Take a thing out of its list.

    Raises:
        CannotEdit: It is not there, or is the last of a list that may not be empty.
    """
    where = locate(files, target)
    rows = _inner(files[where.file], where.steps)
    if len(rows) == 1 and target.what in {What.DIMENSION, What.QUESTION}:
        raise CannotEdit(where.file, target.item, Why.LAST)
    return _in_list(files, target, lambda rows, n: [*rows[:n], *rows[n + 1 :]])


def move(files: Files, target: Target, step: int) -> Files:
    """Move a thing inside its list.

    Args:
        files: the guideline.
        target: the thing.
        step: -1 for one place up, 1 for one place down.

    Raises:
        CannotEdit: It is not there, or has no place to go to.
    """
    where = locate(files, target)
    rows = _inner(files[where.file], where.steps)
    if not 0 <= where.number + step < len(rows):
        raise CannotEdit(where.file, target.item, Why.NO_PLACE)

    def moved(rows: list[Data], n: int) -> list[Data]:
        rest = [*rows[:n], *rows[n + 1 :]]
        return [*rest[: n + step], rows[n], *rest[n + step :]]

    return _in_list(files, target, moved)


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
    file, steps = _list_of(files, target)
    for number, row in enumerate(_inner(files[file], steps)):
        if _name(row, target.what, number) == target.path[-1]:
            return Where(file, steps, number)
    raise CannotEdit(file, target.item, Why.NO_SUCH)


def _list_of(files: Files, target: Target) -> tuple[str, tuple[str | int, ...]]:
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


def _name(row: Data, what: What, number: int = -1) -> str:
    return str(number + 1) if what is What.PAGE else str(row.get("key"))


def _in_list(files: Files, target: Target, change: Change) -> Files:
    where = locate(files, target)
    rows = change(list(_inner(files[where.file], where.steps)), where.number)
    return {**files, where.file: _replaced(files[where.file], where.steps, rows)}


def _inner(data: Any, steps: tuple[str | int, ...]) -> list[Any]:
    for step in steps:
        data = data[step] if isinstance(step, int) else data.get(step) or []
    return list(data)


def _replaced(data: Any, steps: tuple[str | int, ...], rows: list[Any]) -> Any:
    """Copy data with another list at one place; everything beside the way to it is shared."""
    if not steps:
        return rows
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        return [*data[:step], _replaced(data[step], rest, rows), *data[step + 1 :]]
    return {**data, step: _replaced(data.get(step), rest, rows)}


def _with_fields(record: Data, fields: Mapping[str, Any]) -> Data:
    kept = {name: value for name, value in record.items() if name not in fields}
    written = {name: value for name, value in fields.items() if value not in (None, "", [], {})}
    return {
        name: {**kept, **written}[name] for name in [*record, *fields] if name in {*kept, *written}
    }
