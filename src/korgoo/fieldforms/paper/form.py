"""What stands on a form to fill in by hand."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korgoo.fieldforms.exports import frame as fields
from korgoo.fieldforms.exports.blank import Blank, speaking
from korgoo.fieldforms.exports.survey import call_first
from korgoo.fieldforms.paper.frame import Data, frame

if TYPE_CHECKING:
    from korgoo.countrypack.api import Option, Question, ViewPage
    from korgoo.countrypack.schema.views import Condition

CODE_CELLS = 9
# Marks around what somebody says, where they are not those of English.
MARKS = {"ky": "«{}»", "ru": "«{}»"}
ENGLISH_MARKS = "“{}”"
# Letters of short answers that stand side by side.
ROW = 45


def to_data(blank: Blank, language: str, *, large: bool) -> Data:
    """Turn a view into plain data for the sheet.

    Args:
        blank: The view and its edition; not a pocket card.
        language: Code of the language of the print.
        large: In letters of 18 points.
    """
    with speaking(language):
        return {
            **frame(blank, language, large=large),
            "intro": blank.view.intro.in_language(language),
            "cautions": _cautions(blank, language),
            "before": str(fields.TITLES[fields.BEFORE]),
            "fields": _fields(),
            "source": str(fields.QUESTIONS[fields.SOURCE]),
            "pages": [_page(blank, page, language) for page in blank.view.pages],
            "opinion": _opinion(),
        }


def _cautions(blank: Blank, language: str) -> list[str]:
    found = [call_first(blank, language)] if blank.danger_lines else []
    read_aloud = f"{fields.READ_ALOUD} {blank.read_aloud.in_language(language)}"
    return [*found, _("Write no name, address or telephone number on this paper."), read_aloud]


def _fields() -> list[Data]:
    """List what is asked before the questions of the view, in the order of the digital form."""
    return [
        _field(_("Date and time"), line=True),
        _field(
            str(fields.QUESTIONS[fields.CASE_CODE]), str(fields.CASE_CODE_HINT), cells=CODE_CELLS
        ),
        _field(str(fields.QUESTIONS[fields.LANGUAGE]), line=True),
        *(
            _field(str(fields.QUESTIONS[name]), options=_words(name))
            for name in (fields.CHANNEL, fields.DANGER, fields.TALK, fields.MOVED)
        ),
    ]


def _field(label: str, hint: str = "", **more: Any) -> Data:
    return {"label": label, "hint": hint, "cells": 0, "line": False, "options": [], **more}


def _page(blank: Blank, page: "ViewPage", language: str) -> Data:
    return {
        "title": page.title.in_language(language),
        "note": page.note.in_language(language) if page.note else "",
        "when": " ".join(_when(blank, one, language) for one in page.when),
        "questions": [_question(question, language) for question in page.questions],
    }


def _when(blank: Blank, condition: "Condition", language: str) -> str:
    """Say in words when a page is asked: a paper passes nothing over by itself."""
    question = next(
        one for page in blank.view.pages for one in page.questions if one.key == condition.question
    )
    named = _options(question, language)
    marks = MARKS.get(language, ENGLISH_MARKS)
    answers = [marks.format(named[key]) for key in condition.any_of if key in named]
    words = ngettext(
        "Only if the answer to question %(number)s is %(answers)s.",
        "Only if the answer to question %(number)s is one of these: %(answers)s.",
        len(answers),
    )
    return words % {"number": question.number, "answers": ", ".join(answers)}


def _question(question: "Question", language: str) -> Data:
    is_sealed, is_sign = question.kind == "sealed", question.kind == "indicator"
    now = {option.key: _now(option, language) for option in question.options}
    options = _options(question, language)
    return {
        "number": question.number,
        "text": question.text.in_language(language),
        "hint": question.hint.in_language(language) if question.hint else "",
        "elsewhere": _(
            "Do not write this here. Write it in Korgoo, on the page of the case: there it is sealed."
        )
        if is_sealed
        else "",
        "options": [{"words": words, "now": now.get(key, "")} for key, words in options.items()],
        "in_row": bool(options)
        and not any(now.values())
        and len("".join(options.values())) <= ROW,
        "sources": _words(fields.SOURCE) if is_sign else [],
    }


def _options(question: "Question", language: str) -> dict[str, str]:
    """Give the words of every answer by its code, those of the page among them."""
    words = {option.key: option.text.in_language(language) for option in question.options}
    if question.kind == "indicator":
        words |= {code: str(said) for code, said in fields.NO_ANSWER}
    return words


def _now(option: "Option", language: str) -> str:
    return option.now.in_language(language) if option.now else ""


def _opinion() -> Data:
    return {
        "label": str(fields.QUESTIONS[fields.OPINION]),
        "hint": str(fields.OPINION_FIRST),
        "options": [{"words": words, "now": ""} for words in _words(fields.OPINION)],
    }


def _words(list_name: str) -> list[str]:
    return [str(words) for _code, words in fields.LISTS[list_name]]
