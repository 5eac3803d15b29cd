"""Setting, adding, removing and moving the things that stand in lists inside a file."""

from collections.abc import Callable, Mapping
from typing import Any

from korgoo.workshop.difference.things import What
from korgoo.workshop.editing.errors import CannotEdit, Why
from korgoo.workshop.editing.finding import (
    ALONE,
    WITH_INHERITED_ORIGIN,
    Target,
    file_of,
    find,
    inner,
    list_of,
    locate,
    name_of,
    own_origin,
)
from korgoo.workshop.files import Data, Files

Change = Callable[[list[Data], int], list[Data]]


def set_fields(files: Files, target: Target, fields: Mapping[str, Any]) -> Files:
    """Write values of a thing; None and what is empty take a value away.

    What its file says of the origin of all its records is not repeated in the record.

    Raises:
        CannotEdit: It is not there.
    """
    if target.what in WITH_INHERITED_ORIGIN and fields.get("provenance"):
        file = locate(files, target).file
        fields = {**fields, "provenance": own_origin(files, file, fields["provenance"])}
    record = _with_fields(find(files, target), fields)
    if target.what in ALONE:
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
    file, steps = list_of(files, target)
    rows = inner(files[file], steps)
    if target.what in WITH_INHERITED_ORIGIN and record.get("provenance"):
        record = {**record, "provenance": own_origin(files, file, record["provenance"])}
    if any(name_of(row, target.what) == target.path[-1] for row in rows):
        raise CannotEdit(file, target.item, Why.TAKEN)
    return {**files, file: _replaced(files[file], steps, [*rows, _with_fields({}, record)])}


def remove(files: Files, target: Target) -> Files:
    """Take a thing out of its list.

    Raises:
        CannotEdit: It is not there, or is the last of a list that may not be empty.
    """
    where = locate(files, target)
    rows = inner(files[where.file], where.steps)
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
    rows = inner(files[where.file], where.steps)
    if not 0 <= where.number + step < len(rows):
        raise CannotEdit(where.file, target.item, Why.NO_PLACE)

    def moved(rows: list[Data], n: int) -> list[Data]:
        rest = [*rows[:n], *rows[n + 1 :]]
        return [*rest[: n + step], rows[n], *rest[n + step :]]

    return _in_list(files, target, moved)


def _in_list(files: Files, target: Target, change: Change) -> Files:
    where = locate(files, target)
    rows = change(list(inner(files[where.file], where.steps)), where.number)
    return {**files, where.file: _replaced(files[where.file], where.steps, rows)}


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
