"""Where each thing of a draft is read and mended."""

import re
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from korgoo.workshop import files as parts
from korgoo.workshop.difference import Change, Kind, What
from korgoo.workshop.editing import CannotEdit, Target, find

if TYPE_CHECKING:
    from korgoo.workshop.files import Files

_QUESTION = re.compile(r"question ([^ ,]+)(?:, option ([^ ,]+))?")
_PAGE = re.compile(r"page ([0-9]+)")
_ADVICE = re.compile(r"^advice\.([a-z_]+)")
_INSIDE = re.compile(r"^(dimension|element) ([^ ,]+)")
# The page of each kind of thing, by its path.
PAGES = {
    What.HEAD: "workshop:head",
    What.CATALOGUE: "workshop:catalogue_head",
    What.SIGNS: "workshop:catalogue",
    What.DIMENSION: "workshop:dimension",
    What.ELEMENT: "workshop:element",
    What.INDICATOR: "workshop:indicator",
    What.VIEW: "workshop:view_head",
    What.PAGE: "workshop:page",
    What.QUESTION: "workshop:question",
    What.OPTION: "workshop:option",
    What.VECTORS: "workshop:vectors",
    What.VECTOR: "workshop:vector",
}


def of_target(draft_id: UUID, target: Target) -> str:
    """Give the page on which a thing is edited."""
    path = target.path[:1] if target.what is What.SIGNS else target.path
    return reverse(PAGES[target.what], args=[draft_id, *path])


def of_row(draft_id: UUID, target: Target) -> str:
    """Give the page on which a thing stands among others of its kind."""
    path = target.path
    if target.what in {What.DIMENSION, What.ELEMENT, What.INDICATOR}:
        return reverse("workshop:catalogue", args=[draft_id, path[0]])
    if target.what is What.OPTION:
        return reverse("workshop:question", args=[draft_id, path[0], path[1]])
    if target.what in {What.PAGE, What.QUESTION}:
        return reverse("workshop:view", args=[draft_id, path[0]])
    if target.what is What.VECTOR:
        return reverse("workshop:vectors", args=[draft_id])
    return reverse("workshop:contents", args=[draft_id])


def of_change(draft_id: UUID, change: Change, files: "Files") -> str:
    """Give the page on which what a difference is about can be edited; empty when it is gone."""
    if change.kind is Kind.REMOVED:
        return ""
    path = change.path
    if change.what is What.PAGE:
        path = (path[0], change.item.removeprefix("page "))
    return _existing(draft_id, Target(change.what, path), files)


def of_fault(draft_id: UUID, file: str, item: str, files: "Files") -> str:
    """Give the page on which a fault is mended; empty when no page can."""
    if file not in files:
        return ""
    if file == parts.HEAD:
        return of_target(draft_id, Target(What.HEAD))
    if file == parts.VECTORS:
        return _existing(draft_id, Target(What.VECTOR, (_first(item),)), files) or of_target(
            draft_id, Target(What.VECTORS)
        )
    key = file.split("/")[1].removesuffix(".yaml")
    if file.startswith("views/"):
        return _in_view(draft_id, key, item, files)
    return _in_catalogue(draft_id, key, file, item, files)


def _in_view(draft_id: UUID, view: str, item: str, files: "Files") -> str:
    list_page = reverse("workshop:view", args=[draft_id, view])
    if found := _QUESTION.search(item):
        question, option = found.groups()
        target = Target(What.QUESTION, (view, question))
        if option:
            target = Target(What.OPTION, (view, question, option))
        return _existing(draft_id, target, files) or list_page
    if found := _PAGE.search(item):
        return _existing(draft_id, Target(What.PAGE, (view, found[1])), files) or list_page
    if found := _ADVICE.match(item):
        return reverse("workshop:advice", args=[draft_id, view, found[1]])
    if item.startswith("advice"):
        return list_page
    if item.startswith("pocket"):
        return reverse("workshop:pocket", args=[draft_id, view])
    return of_target(draft_id, Target(What.VIEW, (view,)))


def _in_catalogue(draft_id: UUID, key: str, file: str, item: str, files: "Files") -> str:
    list_page = reverse("workshop:catalogue", args=[draft_id, key])
    if "/indicators/" in file:
        return _existing(draft_id, Target(What.INDICATOR, (key, _first(item))), files) or list_page
    if found := _INSIDE.match(item):
        return _existing(draft_id, Target(What(found[1]), (key, found[2])), files) or list_page
    return of_target(draft_id, Target(What.CATALOGUE, (key,)))


def _existing(draft_id: UUID, target: Target, files: "Files") -> str:
    """Give a thing's page if the thing is there: faulty names lead nowhere."""
    if target.what not in {What.SIGNS, What.VECTORS}:
        try:
            find(files, target)
        except CannotEdit:
            return ""
    return of_target(draft_id, target)


def _first(item: str) -> str:
    return item.split(" ")[0].rstrip(",")
