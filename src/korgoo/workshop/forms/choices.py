"""What can be chosen from in a guideline: signs, lists, organisations, answers."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from korgoo.countrypack import api as packs
from korgoo.lib.collation import place_of
from korgoo.workshop import files as parts
from korgoo.workshop.files import Data, Files
from korgoo.workshop.wording.names import Names, in_language

Choices = list[tuple[str, str]]


def signs(files: Files, catalogues: Iterable[str]) -> Choices:
    """Offer the signs of some lists, with their codes."""
    return [
        (str(row["code"]), f"{row['code']} {in_language(row['title'])}")
        for key in catalogues
        for _name, row in parts.indicators(files, key)
    ]


def lists_of(view: Data) -> list[str]:
    """Name the lists of signs that a set of questions asks from."""
    return [key for key in (view.get("catalogue"), *(view.get("also") or ())) if key]


def lists(files: Files) -> Choices:
    """Offer the lists of signs."""
    names = Names(files, files)
    return [(key, names.catalogue(key)) for key in parts.catalogue_keys(files)]


def bodies(kept: Iterable[str] = ()) -> Choices:
    """Offer the organisations of the country's pack that are there today, and those named so far."""
    found = {
        body.code: in_language(body.name.root)
        for body in packs.current().bodies
        if body.valid_to is None
    }
    offered = {**{code: code for code in kept}, **found}
    return sorted(offered.items(), key=lambda pair: place_of(pair[1]))


def hotlines(kept: Iterable[str] = ()) -> Choices:
    """Offer the numbers to call of the country's pack, and those named so far."""
    found = {
        line.key: f"{line.number} {in_language(line.name.root)}"
        for line in packs.current().hotlines
    }
    return list({**{key: key for key in kept}, **found}.items())


def answers(files: Files, view: str, question: str) -> Choices:
    """Offer the answers to a question; yes and no to the short form."""
    names = Names(files, files)
    row = names.find_question(view, question) or {}
    keys = [str(option["key"]) for option in row.get("options") or ()]
    if row.get("indicator"):
        keys = ["yes", "no"]
    return [(key, names.option(view, question, key)) for key in keys]


def earlier_questions(files: Files, view: str, page: int) -> Choices:
    """Offer the questions of the pages before one that have answers to choose from."""
    names = Names(files, files)
    pages = (files.get(parts.view_file(view)) or {}).get("pages") or ()
    return [
        (parts.question_key(row), names.question(view, parts.question_key(row)))
        for asked in pages[: page - 1]
        for row in asked["questions"]
        if row.get("kind") != "sealed"
    ]


def with_nothing(choices: Iterable[tuple[str, str]]) -> Choices:
    """Let nothing be chosen, first."""
    return [("", pgettext("nothing chosen", "Choose")), *choices]


NOT_USED = _("Not used")
