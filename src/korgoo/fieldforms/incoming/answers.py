"""The answers to the questions of a view, compared with what the view asks and offers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from korgoo.fieldforms.exports import frame
from korgoo.fieldforms.exports.names import NOTE, QUESTION, SOURCE, key_of, source_name
from korgoo.fieldforms.incoming.faults import Rule
from korgoo.identification.enums import REFUSED, UNKNOWN, Given
from korgoo.identification.guidelines import Choice, reached

if TYPE_CHECKING:
    from korgoo.countrypack.api import AgencyView, Question
    from korgoo.fieldforms.incoming.known import Notes
    from korgoo.fieldforms.incoming.raw import Raw

OF_THE_FRAME = frozenset(
    [
        *(frame.STARTED, frame.ENDED, frame.VERSION, frame.CASE_CODE, frame.CHANNEL),
        *(frame.LANGUAGE, frame.DANGER, frame.TALK, frame.MOVED, frame.OPINION),
    ]
)


def choices_of(raw: "Raw", view: "AgencyView", notes: "Notes") -> tuple[Choice, ...]:
    """Read the answers in the order of the view.

    Args:
        raw: The filled form.
        view: What it asks.
        notes: Every field that the view does not have, every answer that a question does not
            offer, every answer that lacks its source or should not have been asked, is noted.
    """
    asked = {question.key: question for page in view.pages for question in page.questions}
    _note_unknown(raw, asked, notes)
    found = tuple(_choices(raw, asked, notes))
    _note_not_asked(raw, view, found, notes)
    return found


def _note_not_asked(
    raw: "Raw", view: "AgencyView", found: tuple[Choice, ...], notes: "Notes"
) -> None:
    is_reached = reached(view.pages, found)
    passed_over = {
        question.key
        for page, is_in in zip(view.pages, is_reached, strict=True)
        for question in page.questions
        if not is_in
    }
    for choice in found:
        if choice.question in passed_over:
            notes.add(Rule.NOT_ASKED, _name(raw, choice.question), choice.option)


def _note_unknown(raw: "Raw", asked: "dict[str, Question]", notes: "Notes") -> None:
    for name, value in raw.values.items():
        key = key_of(name, QUESTION) or key_of(name, SOURCE)
        question = asked.get(key or "")
        is_known = question is not None and question.kind != "sealed"
        if not (is_known or name in OF_THE_FRAME or name.startswith(NOTE)):
            notes.add(Rule.UNKNOWN_QUESTION, name, "" if question else value)


def _choices(raw: "Raw", asked: "dict[str, Question]", notes: "Notes") -> Iterator[Choice]:
    given = {key_of(name, QUESTION): value for name, value in raw.values.items()}
    for key, question in asked.items():
        option = given.get(key)
        if option is None or question.kind == "sealed":
            continue
        if option in _offered(question):
            yield Choice(key, option, _source(raw, question, notes))
        else:
            notes.add(Rule.UNKNOWN_CODE, _name(raw, key), option)


def _offered(question: "Question") -> set[str]:
    besides = {UNKNOWN, REFUSED} if question.kind == "indicator" else set()
    return {option.key for option in question.options} | besides


def _source(raw: "Raw", question: "Question", notes: "Notes") -> str:
    """Read where an answer comes from; only questions on indicators say so."""
    if question.kind != "indicator":
        return str(Given.TOLD)
    name = source_name(question.key)
    written = raw.values.get(name, "")
    if not written:
        notes.add(Rule.MISSING, name)
    elif written not in Given.values:
        notes.add(Rule.UNKNOWN_CODE, name, written)
    return written


def _name(raw: "Raw", key: str) -> str:
    """Find the field of a question as it stands in the file."""
    return next(name for name in raw.values if key_of(name, QUESTION) == key)
