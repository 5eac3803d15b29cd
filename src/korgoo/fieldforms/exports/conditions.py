"""When a page is asked, as an expression of the form."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from korgoo.fieldforms.exports.names import question_name

if TYPE_CHECKING:
    from korgoo.countrypack.api import AgencyView, Question
    from korgoo.countrypack.schema.views import Condition

NEVER = "false()"


def expression(view: "AgencyView", number: int) -> str:
    """Write when a page is asked.

    What a page depends on must itself have been asked: some tools go on counting an answer whose
    page is no longer shown, so the conditions of earlier pages are repeated.

    Args:
        view: The view.
        number: Of the page, from 0.

    Returns:
        An expression of the form; empty when the page is always asked.
    """
    return " and ".join(dict.fromkeys(_parts(view, number)))


def _parts(view: "AgencyView", number: int) -> Iterator[str]:
    """Give the conditions of a page, each after those of the page that it speaks of."""
    for condition in view.pages[number].when:
        earlier, question = _asked_before(view, number, condition)
        if question is None or question.kind == "sealed":
            # Nothing is written there in the field, so nothing can follow from it.
            yield NEVER
        else:
            yield from _parts(view, earlier)
            yield _either(condition)


def _asked_before(
    view: "AgencyView", number: int, condition: "Condition"
) -> "tuple[int, Question | None]":
    for earlier, page in enumerate(view.pages[:number]):
        for question in page.questions:
            if question.key == condition.question:
                return earlier, question
    return number, None


def _either(condition: "Condition") -> str:
    name = question_name(condition.question)
    return "({})".format(" or ".join(f"${{{name}}} = '{one}'" for one in condition.any_of))
