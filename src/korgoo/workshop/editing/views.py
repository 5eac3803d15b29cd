"""Views: their pages, questions and the order in which they are asked."""

from collections.abc import Sequence
from typing import Any

from korgoo.workshop import files as parts
from korgoo.workshop.difference.things import What
from korgoo.workshop.editing.errors import CannotEdit, Why
from korgoo.workshop.editing.finding import Target, find, locate
from korgoo.workshop.editing.records import move, remove, set_fields
from korgoo.workshop.files import Data, Files


def add_view(files: Files, view: str, record: Data) -> Files:
    """Add a view.

    Raises:
        CannotEdit: There is a view of that name.
    """
    name = parts.view_file(view)
    if name in files:
        raise CannotEdit(name, f"view {view}", Why.TAKEN)
    return {**files, name: {"key": view, **record}}


def remove_view(files: Files, view: str) -> Files:
    """Take a view out.

    Raises:
        CannotEdit: There is none of that name.
    """
    name = parts.view_file(view)
    if name not in files:
        raise CannotEdit(name, f"view {view}", Why.NO_SUCH)
    return {file: data for file, data in files.items() if file != name}


def add_page(files: Files, view: str, page: Data) -> Files:
    """Add a page with its first question at the end of a view.

    Raises:
        CannotEdit: There is no such view, or it asks this question already.
    """
    target = Target(What.VIEW, (view,))
    record = find(files, target)
    for question in page["questions"]:
        _must_be_new(files, view, question)
    return set_fields(files, target, {"pages": [*(record.get("pages") or ()), page]})


def remove_page(files: Files, view: str, number: int) -> Files:
    """Take a page out with all its questions.

    Args:
        files: the guideline.
        view: key of the view.
        number: number of the page, from 1.

    Raises:
        CannotEdit: There is no such page.
    """
    return remove(files, Target(What.PAGE, (view, str(number))))


def move_page(files: Files, view: str, number: int, step: int) -> Files:
    """Move a page one place up (-1) or down (1).

    Raises:
        CannotEdit: There is no such page, or no place to go to.
    """
    return move(files, Target(What.PAGE, (view, str(number))), step)


def set_conditions(
    files: Files, view: str, number: int, conditions: Sequence[dict[str, Any]]
) -> Files:
    """Say when a page is asked: each condition names an earlier question and its answers.

    Raises:
        CannotEdit: There is no such page.
    """
    return set_fields(files, Target(What.PAGE, (view, str(number))), {"when": list(conditions)})


def add_question(files: Files, view: str, number: int, question: Data) -> Files:
    """Add a question at the end of a page.

    Raises:
        CannotEdit: There is no such page, or the view asks this question already.
    """
    _must_be_new(files, view, question)
    target = Target(What.PAGE, (view, str(number)))
    asked = find(files, target)["questions"]
    return set_fields(files, target, {"questions": [*asked, question]})


def remove_question(files: Files, view: str, key: str) -> Files:
    """Take a question out of its page.

    Raises:
        CannotEdit: There is no such question, or it is the last of its page.
    """
    return remove(files, Target(What.QUESTION, (view, key)))


def move_question(files: Files, view: str, key: str, step: int) -> Files:
    """Move a question one place up (-1) or down (1), over the edge of its page too.

    Raises:
        CannotEdit: There is no such question, no place to go to, or its page would be empty.
    """
    target = Target(What.QUESTION, (view, key))
    where = locate(files, target)
    pages = find(files, Target(What.VIEW, (view,)))["pages"]
    page = int(where.steps[1])
    if 0 <= where.number + step < len(pages[page]["questions"]):
        return move(files, target, step)
    if not 0 <= page + step < len(pages):
        raise CannotEdit(where.file, target.item, Why.NO_PLACE)
    question = find(files, target)
    left = remove(files, target)
    beside = Target(What.PAGE, (view, str(page + step + 1)))
    asked = find(left, beside)["questions"]
    rows = [*asked, question] if step < 0 else [question, *asked]
    return set_fields(left, beside, {"questions": rows})


def _must_be_new(files: Files, view: str, question: Data) -> None:
    key = parts.question_key(question)
    name = parts.view_file(view)
    if any(parts.question_key(row) == key for row in parts.questions(files.get(name) or {})):
        raise CannotEdit(name, f"question {key}", Why.TAKEN)
