"""The three sheets of an XLSForm."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.fieldforms.exports import frame, names, survey
from korgoo.fieldforms.exports.blank import Blank
from korgoo.fieldforms.exports.columns import (
    Row,
    composed,
    in_every_language,
    language_name,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from korgoo.countrypack.api import Question

Rows = list[Row]


@dataclass(frozen=True, slots=True)
class Sheets:
    """Rows of each sheet: column by column name."""

    survey: Rows
    choices: Rows
    settings: Rows


def sheets(blank: Blank) -> Sheets:
    """Lay out a form.

    Args:
        blank: What it is made from.

    Returns:
        The three sheets. The same blank always gives the same rows.

    Source:
        XLSForm, xlsform.org: survey, choices, settings; ``label::Language (code)`` columns.
    """
    return Sheets(survey.rows(blank), list(_choices(blank)), [_settings(blank)])


def _choices(blank: Blank) -> "Iterator[Row]":
    for list_name, choices in frame.LISTS.items():
        for code, words in choices:
            yield _choice(list_name, code) | in_every_language(blank, "label", words)
    for code, names_of in blank.spoken.items():
        yield _choice(frame.LANGUAGE, code) | composed(blank, "label", names_of.__getitem__)
    for page in blank.view.pages:
        for question in page.questions:
            yield from _options(blank, question)


def _options(blank: Blank, question: "Question") -> "Iterator[Row]":
    name = names.question_name(question.key)
    for option in question.options:
        yield _choice(name, option.key) | in_every_language(blank, "label", option.text)
    if question.kind == "indicator":
        for code, words in frame.NO_ANSWER:
            yield _choice(name, code) | in_every_language(blank, "label", words)


def _choice(list_name: str, code: str) -> Row:
    return {"list_name": list_name, "name": code}


def _settings(blank: Blank) -> Row:
    default = next(one for one in blank.languages if one.code == blank.default_language)
    return {
        "form_title": plain(blank.title),
        "form_id": names.form_id(blank.view.key),
        "version": blank.version,
        "default_language": language_name(default),
        "style": "pages",
    }
