"""A list of signs, as people read it."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.files import Data, Files
from korgoo.workshop.wording.lines import Lines
from korgoo.workshop.wording.names import Names, capital, in_language
from korgoo.workshop.wording.values import EVIDENCE, RULES, STATUS, WEIGHTS, word

Row = dict[str, Any]


def catalogue_page(files: Files, key: str, languages: Sequence[str]) -> Row | None:
    """Lay out a list of signs; None when there is none of that key.

    Args:
        files: the guideline.
        key: of the list.
        languages: codes of the languages of the pack.
    """
    head = files.get(parts.catalogue_file(key))
    if head is None:
        return None
    names = Names(files, files)
    profiles = [str(profile) for profile in head.get("profiles") or ()]
    return {
        "key": key,
        "title": in_language(head["title"]),
        "facts": _facts(head, key, Lines(names, languages)),
        "profiles": [names.profile(key, profile) for profile in profiles],
        "is_weighted": (head.get("rule") or "weighted") == "weighted",
        "groups": [_group(files, key, row, profiles) for row in _groups(files, key, head)],
        "elements": [_element(row, key, names) for row in head.get("elements") or ()],
        "status": _status(head.get("provenance") or {}),
    }


def _facts(head: Data, key: str, lines: Lines) -> list[Row]:
    shown = ("version", "rule", "profiles", "vulnerability_as_means", "second_to", "provenance")
    facts = []
    for name in shown:
        value = head.get(name) or ("weighted" if name == "rule" else None)
        if value:
            told = lines.of(What.CATALOGUE, (key,), name, value)
            name_of_field = capital(lines.field(What.CATALOGUE, (key,), name))
            facts.append({"name": name_of_field, "lines": told})
    return facts


def _groups(files: Files, key: str, head: Data) -> list[Data]:
    """List the groups of a list, and those that signs name and the list does not have."""
    found = list(head.get("dimensions") or ())
    known = {row["key"] for row in found}
    rows = parts.indicators(files, key)
    strange = {str(row["dimension"]) for _name, row in rows} - known
    return [*found, *({"key": name, "title": {}} for name in sorted(strange))]


def _group(files: Files, key: str, group: Data, profiles: Sequence[str]) -> Row:
    signs = [
        _sign(files, name, row, profiles)
        for name, row in parts.indicators(files, key)
        if row["dimension"] == group["key"]
    ]
    return {"key": group["key"], "title": in_language(group["title"]), "signs": signs}


def _sign(files: Files, name: str, row: Data, profiles: Sequence[str]) -> Row:
    weights = row.get("weights") or {}
    used = set(row.get("profiles") or ())
    return {
        "code": row["code"],
        "title": in_language(row["title"]),
        "question": in_language(row["question"]),
        "counts": [
            str(WEIGHTS.get(weights.get(profile, ""), ""))
            or (_("yes") if profile in used else "–")
            for profile in profiles
        ],
        "evidence": ", ".join(str(EVIDENCE.get(one, one)) for one in row.get("evidence") or ()),
        "status": _status(parts.provenance_of(files, name, row)),
    }


def _element(row: Data, key: str, names: Names) -> Row:
    return {
        "key": row["key"],
        "title": in_language(row["title"]),
        "groups": ", ".join(names.dimension(key, name) for name in row["dimensions"]),
        "at_least": row.get("at_least") or 1,
        "not_for_children": word("not_for_children", row.get("not_for_children") or False),
        "core": word("core", row.get("core") or False),
    }


def _status(origin: Data) -> Row:
    status = str(origin.get("status") or "needs_review")
    return {"key": status, "name": str(STATUS.get(status, status))}


def rule_name(head: Data) -> str:
    """Say in words how a list is read."""
    rule = str(head.get("rule") or "weighted")
    return str(RULES.get(rule, rule))
