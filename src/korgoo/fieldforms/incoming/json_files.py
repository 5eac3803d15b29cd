"""Lists of objects, as ODK Central (OData) and Kobo write them."""

import json
from collections.abc import Iterator
from typing import Any

from korgoo.fieldforms.incoming.faults import Fault, Place, Rule, shortened
from korgoo.fieldforms.incoming.raw import MOST_SUBMISSIONS, Raw, raw_of, too_many

LISTS = ("results", "value")
DEEPEST = 6
Found = tuple[list[Raw], list[Fault]]


def read(data: bytes, file: str) -> Found:
    """Read a list of filled forms: a bare list, or one under "results" or "value".

    Args:
        data: What the file holds, in UTF-8.
        file: Its name, for the faults.
    """
    try:
        items = _items(json.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        items = None
    if items is None:
        return [], [Fault(Place(shortened(file)), "", Rule.UNREADABLE)]
    rows: list[Raw] = []
    faults: list[Fault] = []
    for number, item in enumerate(items[:MOST_SUBMISSIONS], start=1):
        row = _row(item, file, number)
        if row:
            rows.append(row)
        else:
            faults.append(Fault(Place(shortened(file), number), "", Rule.UNREADABLE))
    if len(items) > MOST_SUBMISSIONS:
        faults.append(too_many(file))
    return rows, faults


def _items(found: Any) -> list[Any] | None:
    if isinstance(found, dict):
        found = next((found[name] for name in LISTS if name in found), None)
    return found if isinstance(found, list) else None


def _row(item: Any, file: str, number: int) -> Raw | None:
    try:
        return raw_of(file, number, _pairs(item)) if isinstance(item, dict) else None
    except ValueError:
        return None


def _pairs(item: dict[str, Any], path: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, value in item.items():
        whole = f"{path}{name}"
        if isinstance(value, dict) and depth < DEEPEST:
            yield from _pairs(value, f"{whole}/", depth + 1)
        else:
            yield whole, _words(value)


def _words(value: Any) -> str:
    """Write a value as the tool would in a table; a list or the like is no answer of ours."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
