"""A set of questions, as people read it: page by page, with the numbers they have everywhere."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from django.utils.translation import gettext as _

from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.files import Data, Files
from korgoo.workshop.forms import choices
from korgoo.workshop.wording.lines import Lines
from korgoo.workshop.wording.names import Names, capital, in_language
from korgoo.workshop.wording.values import AGES, OUTCOMES, QUESTION_KINDS, VALUES

Row = dict[str, Any]
# What each kind of list can be read as; a set of questions gives advice for each of them.
OUTCOMES_OF: Mapping[str, tuple[str, ...]] = {
    "weighted": ("strong", "some", "labour_rights", "not_enough"),
    "elements": ("elements", "some", "not_enough"),
    "signs": ("signs", "not_enough"),
}


def view_page(files: Files, key: str, languages: Sequence[str]) -> Row | None:
    """Lay out a set of questions; None when there is none of that key.

    Args:
        files: the guideline.
        key: of the set.
        languages: codes of the languages of the pack.
    """
    view = files.get(parts.view_file(key))
    if view is None:
        return None
    names, numbers = Names(files, files), count(1)
    lines = Lines(names, languages)
    return {
        "key": key,
        "title": in_language(view["title"]),
        "intro": in_language(view["intro"]),
        "facts": _facts(view, key, lines),
        "pages": [
            _page(number, page, (key, names, lines), numbers)
            for number, page in enumerate(view.get("pages") or (), 1)
        ],
        "pocket": _pocket(view.get("pocket"), names, lines) if view.get("pocket") else None,
        "advice": _advice(view, outcomes_of(files, view)),
        "status": str((view.get("provenance") or {}).get("status") or "needs_review"),
    }


def outcomes_of(files: Files, view: Data) -> list[str]:
    """List the readings to which a set of questions can lead, and those it has advice for."""
    asked = set(choices.lists_of(view))
    heads = [files[parts.catalogue_file(key)] for key in parts.catalogue_keys(files)]
    rules = [
        str(head.get("rule") or "weighted")
        for head in heads
        if head["key"] in asked or head.get("second_to") in asked
    ]
    found = dict.fromkeys(o for rule in rules for o in OUTCOMES_OF.get(rule, ()))
    return list({**found, **dict.fromkeys(view.get("advice") or ())})


def _facts(view: Data, key: str, lines: Lines) -> list[Row]:
    facts = []
    for name in ("catalogue", "also", "for_mandates", "for_bodies", "provenance"):
        if value := view.get(name):
            told = lines.of(What.VIEW, (key,), name, value)
            facts.append({"name": capital(lines.field(What.VIEW, (key,), name)), "lines": told})
    return facts


def _page(number: int, page: Data, around: tuple[str, Names, Lines], numbers: "count[int]") -> Row:
    view, names, lines = around
    conditions = lines.of(What.PAGE, (view, str(number)), "when", page.get("when") or ())
    return {
        "number": number,
        "title": in_language(page["title"]),
        "note": in_language(page.get("note")),
        "conditions": [str(line) for line in conditions],
        "questions": [
            _question(question, next(numbers), view, names) for question in page["questions"]
        ],
    }


def _question(question: Data, number: int, view: str, names: Names) -> Row:
    key = parts.question_key(question)
    kind = str(question.get("kind") or "indicator")
    code = str(question.get("indicator") or "")
    return {
        "key": key,
        "number": number,
        "text": names.question(view, key),
        "hint": in_language(question.get("hint")),
        "code": code,
        "sign": names.sign(code) if code else "",
        "kind": "" if code else str(QUESTION_KINDS.get(kind, kind)),
        "answers": [_answer(option, names) for option in question.get("options") or ()],
    }


def _answer(option: Data, names: Names) -> Row:
    says = [
        _("%(sign)s: %(value)s") % {"sign": f"{code} {names.sign(code)}", "value": VALUES[value]}
        for code, value in (option.get("sets") or {}).items()
    ]
    if age := option.get("age"):
        says.append(_("age: %(age)s") % {"age": AGES[age]})
    return {
        "key": option["key"],
        "text": in_language(option["text"]),
        "says": says,
        "now": in_language(option.get("now")),
    }


def _pocket(pocket: Data, names: Names, lines: Lines) -> Row:
    return {
        "signs": [names.sign(code) for code in pocket["signs"]],
        "steps": [in_language(step) for step in pocket["steps"]],
        "silent_code": in_language(pocket.get("silent_code")),
        "call": [words for key, words in choices.hotlines() if key in (pocket.get("call") or ())],
    }


def _advice(view: Data, outcomes: Sequence[str]) -> list[Row]:
    advice = view.get("advice") or {}
    return [
        {"outcome": key, "name": str(OUTCOMES.get(key, key)), "text": in_language(advice.get(key))}
        for key in outcomes
    ]
