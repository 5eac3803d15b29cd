"""What a guideline holds, in short: its head, lists, sets of questions, agreed examples."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.files import Files
from korgoo.workshop.presentation.lists import rule_name
from korgoo.workshop.wording.lines import Lines
from korgoo.workshop.wording.names import Names, capital, in_language
from korgoo.workshop.wording.values import OUTCOMES

Row = dict[str, Any]
Page = Callable[[str], str]


def contents(files: Files, languages: Sequence[str], *, list_at: Page, set_at: Page) -> Row:
    """List what a guideline holds.

    Args:
        files: the guideline.
        languages: codes of the languages of the pack.
        list_at: gives the page of a list of signs by its key.
        set_at: gives the page of a set of questions by its key.
    """
    lines = Lines(Names(files, files), languages)
    head = files.get(parts.HEAD) or {}
    facts = []
    for name in ("approving_mandates", "rests_on", "provenance"):
        if value := head.get(name):
            told = lines.of(What.HEAD, (), name, value)
            facts.append({"name": capital(lines.field(What.HEAD, (), name)), "lines": told})
    return {
        "name": in_language(head.get("title")),
        "facts": facts,
        "lists": [_list(files, key, list_at) for key in parts.catalogue_keys(files)],
        "sets": [_set(files, key, set_at) for key in parts.view_keys(files)],
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


def _list(files: Files, key: str, at: Page) -> Row:
    head = files[parts.catalogue_file(key)]
    count = len(parts.indicators(files, key))
    signs = ngettext("%(count)s sign", "%(count)s signs", count) % {"count": count}
    hint = _("%(signs)s. %(rule)s.") % {"signs": signs, "rule": rule_name(head)}
    return {"text": in_language(head["title"]), "href": at(key), "hint": hint}


def _set(files: Files, key: str, at: Page) -> Row:
    view = files[parts.view_file(key)]
    count = len(parts.questions(view))
    asked = ngettext("%(count)s question", "%(count)s questions", count) % {"count": count}
    hint = _("Card to carry") if view.get("pocket") else asked
    return {"text": in_language(view["title"]), "href": at(key), "hint": hint}
