"""What a guideline holds, in short: its head, lists, sets of questions, agreed examples."""

from collections.abc import Sequence
from typing import Any

from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.files import Files
from korgoo.workshop.presentation.lists import rule_name
from korgoo.workshop.wording.lines import Lines
from korgoo.workshop.wording.names import Names, in_language
from korgoo.workshop.wording.values import OUTCOMES

Row = dict[str, Any]


def contents(files: Files, languages: Sequence[str]) -> Row:
    """List what a guideline holds.

    Args:
        files: the guideline.
        languages: codes of the languages of the pack.
    """
    lines = Lines(Names(files, files), languages)
    head = files.get(parts.HEAD) or {}
    facts = []
    for name in ("approving_mandates", "rests_on", "provenance"):
        if value := head.get(name):
            told = lines.of(What.HEAD, (), name, value)
            facts.append({"name": lines.field(What.HEAD, (), name), "lines": told})
    return {
        "name": in_language(head.get("title")),
        "facts": facts,
        "lists": [_list(files, key) for key in parts.catalogue_keys(files)],
        "sets": [_set(files, key) for key in parts.view_keys(files)],
        "vectors": len(parts.vectors(files)),
    }


def vectors(files: Files) -> list[Row]:
    """List the agreed examples."""
    names = Names(files, files)
    return [
        {
            "key": row["key"],
            "title": in_language(row["title"]),
            "list": names.catalogue(str(row["catalogue"])),
            "child": bool(row.get("child")),
            "present": ", ".join(row.get("present") or ()),
            "absent": ", ".join(row.get("absent") or ()),
            "expected": str(OUTCOMES.get(row["expected"], row["expected"])),
        }
        for row in parts.vectors(files)
    ]


def _list(files: Files, key: str) -> Row:
    head = files[parts.catalogue_file(key)]
    return {
        "key": key,
        "title": in_language(head["title"]),
        "rule": rule_name(head),
        "signs": len(parts.indicators(files, key)),
    }


def _set(files: Files, key: str) -> Row:
    view = files[parts.view_file(key)]
    return {
        "key": key,
        "title": in_language(view["title"]),
        "pages": len(view.get("pages") or ()),
        "questions": len(parts.questions(view)),
        "is_card": bool(view.get("pocket")),
    }
