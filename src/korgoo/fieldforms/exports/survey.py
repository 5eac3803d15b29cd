"""The sheet of questions: one row for each thing that a tool shows, asks or counts."""

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from korgoo.fieldforms.exports import conditions, frame
from korgoo.fieldforms.exports.blank import Blank, say
from korgoo.fieldforms.exports.columns import Row, composed, in_every_language
from korgoo.fieldforms.exports.names import NOTE, question_name, source_name
from korgoo.identification.enums import Given

if TYPE_CHECKING:
    from korgoo.countrypack.api import Option, Question

Rows = Iterator[Row]


def rows(blank: Blank) -> list[Row]:
    """List the rows of the form: what is asked before, the pages of the view, the opinion."""
    found = [*_counted(blank), *_before(blank)]
    for number in range(len(blank.view.pages)):
        found += _page(blank, number)
    return _numbered([*found, *_after(blank)])


def _counted(blank: Blank) -> Rows:
    yield {"type": "start", "name": frame.STARTED}
    yield {"type": "end", "name": frame.ENDED}
    # Some tools give a form a number of their own, so this one comes back among the answers.
    version = f"'{blank.version}'"
    yield {"type": "calculate", "name": frame.VERSION, "calculation": version}


def _before(blank: Blank) -> Rows:
    yield _begin(blank, frame.BEFORE, frame.TITLES[frame.BEFORE])
    yield _note(blank, blank.view.intro)
    if blank.danger_lines:
        yield {"type": "note"} | composed(blank, "label", lambda code: call_first(blank, code))
    yield _note(blank, frame.NO_NAMES)
    yield _case_code(blank)
    is_new = f"${{{frame.CASE_CODE}}} = ''"
    for name in (frame.CHANNEL, frame.LANGUAGE, frame.DANGER):
        yield _ask(blank, name) | {"relevant": is_new}
    yield _ask(blank, frame.TALK)
    listen = f"${{{frame.TALK}}} = '{frame.OTHERS}'"
    yield _note(blank, frame.OTHERS_LISTEN) | {"relevant": listen}
    yield {"type": "note"} | composed(blank, "label", lambda code: _read_aloud(blank, code))
    moved = _ask(blank, frame.MOVED)
    yield {column: words for column, words in moved.items() if column != "required"}
    yield _end(frame.BEFORE)


def _page(blank: Blank, number: int) -> Rows:
    page = blank.view.pages[number]
    name = f"{frame.PAGE}{number + 1}"
    when = conditions.expression(blank.view, number)
    yield _begin(blank, name, page.title) | ({"relevant": when} if when else {})
    if page.note:
        yield _note(blank, page.note)
    for question in page.questions:
        yield from _question(blank, question)
    yield _end(name)


def _question(blank: Blank, question: "Question") -> Rows:
    if question.kind == "sealed":
        yield {"type": "note"} | composed(
            blank, "label", lambda code: f"{_numbered_text(question, code)}\n{_elsewhere(code)}"
        )
        return
    name = question_name(question.key)
    asked = {"type": f"select_one {name}", "name": name}
    asked |= composed(blank, "label", lambda code: _numbered_text(question, code))
    if question.hint:
        asked |= in_every_language(blank, "hint", question.hint)
    yield asked
    for option in question.options:
        yield from _at_once(blank, name, option)
    if question.kind == "indicator":
        yield _source(blank, question)


def _source(blank: Blank, question: "Question") -> Row:
    return {
        "type": f"select_one {frame.SOURCE}",
        "name": source_name(question.key),
        "required": "yes",
        "relevant": f"${{{question_name(question.key)}}} != ''",
        "appearance": "minimal",
        "default": usual_source(blank, question),
    } | in_every_language(blank, "label", frame.QUESTIONS[frame.SOURCE])


def call_first(blank: Blank, code: str) -> str:
    """Say whom to call when there is danger now, in a language."""
    lines = [f"{line.number} ({line.name.in_language(code)})" for line in blank.danger_lines]
    return say(frame.CALL_FIRST, code) % {"numbers": ", ".join(lines)}


def usual_source(blank: Blank, question: "Question") -> str:
    """Say where an answer usually comes from: the only way in which its signs may be known."""
    codes = {code for option in question.options for code in option.sets}
    ways = {
        way
        for key in blank.view.catalogues
        for sign in blank.catalogues[key].indicators
        if sign.code in codes
        for way in sign.evidence
    }
    return str(Given(ways.pop())) if len(ways) == 1 else str(Given.TOLD)


def _at_once(blank: Blank, name: str, option: "Option") -> Rows:
    if option.now:
        yield _note(blank, option.now) | {"relevant": f"${{{name}}} = '{option.key}'"}


def _after(blank: Blank) -> Rows:
    yield _begin(blank, frame.AFTER, frame.TITLES[frame.AFTER])
    yield _note(blank, frame.OPINION_FIRST)
    yield _ask(blank, frame.OPINION)
    yield _end(frame.AFTER)


def _case_code(blank: Blank) -> Row:
    words = in_every_language(blank, "label", frame.QUESTIONS[frame.CASE_CODE])
    words |= in_every_language(blank, "hint", frame.CASE_CODE_HINT)
    words |= in_every_language(blank, "constraint_message", frame.WRONG_CODE)
    constraint = f"regex(., '{frame.NINE_DIGITS}')"
    row = {"type": "text", "name": frame.CASE_CODE, "appearance": "numbers"}
    return row | {"constraint": constraint} | words


def _ask(blank: Blank, name: str) -> Row:
    """Ask one of the frame's own questions, which must all be answered."""
    row = {"type": f"select_one {name}", "name": name, "required": "yes"}
    if name == frame.LANGUAGE:
        row["appearance"] = "minimal autocomplete"
    return row | in_every_language(blank, "label", frame.QUESTIONS[name])


def _begin(blank: Blank, name: str, title: object) -> Row:
    row = {"type": "begin_group", "name": name, "appearance": "field-list"}
    return row | in_every_language(blank, "label", title)


def _end(name: str) -> Row:
    return {"type": "end_group", "name": name}


def _note(blank: Blank, words: object) -> Row:
    return {"type": "note"} | in_every_language(blank, "label", words)


def _numbered_text(question: "Question", code: str) -> str:
    return f"{question.number}. {question.text.in_language(code)}"


def _elsewhere(code: str) -> str:
    return say(frame.SEALED_ELSEWHERE, code)


def _read_aloud(blank: Blank, code: str) -> str:
    return f"{say(frame.READ_ALOUD, code)}\n{blank.read_aloud.in_language(code)}"


def _numbered(found: list[Row]) -> list[Row]:
    """Give each note a name of its own."""
    number = count(1)
    return [
        row if row["type"] != "note" else row | {"name": f"{NOTE}{next(number)}"} for row in found
    ]
