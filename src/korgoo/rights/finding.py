"""What can be found among what is told, and the index of it, kept until anything changes."""

from datetime import date

from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.rights import search
from korgoo.rights.telling import Statement

QUESTION = "q:"  # before the key of a question, where keys of statements stand too
MOST = 8  # indexes: each language, on two days
_made: dict[tuple[str, str, date], search.Index] = {}


def index_for(language: str, mark: str, statements: list[Statement]) -> search.Index:
    """Give the index of a language, made anew when the edition or the day is another.

    Args:
        language: Code of the language.
        mark: Of the edition.
        statements: What is told today.
    """
    key = (language, mark, clock.today())
    index = _made.get(key)
    if index is None:
        index = _make(language, statements)
        if len(_made) >= MOST:
            _made.clear()
        _made[key] = index
    return index


def _make(language: str, statements: list[Statement]) -> search.Index:
    information = packs.current().information
    names = {one.key: one.name.in_language(language) for one in information.destinations}
    questions = {one.key: one for one in information.questions}
    asked = [_question(one, language) for one in information.questions]
    told = [_statement(one, names, questions, language) for one in statements]
    return search.build([*asked, *told])


def _question(one: packs.PlainQuestion, language: str) -> search.Entry:
    words = [one.text.in_language(language), one.words.in_language(language)]
    return search.Entry(QUESTION + one.key, {3.0: words})


def _statement(
    one: Statement,
    names: dict[str, str],
    questions: dict[str, packs.PlainQuestion],
    language: str,
) -> search.Entry:
    asked = [questions[key] for key in one.questions if key in questions]
    answers = [text.in_language(language) for q in asked for text in (q.text, q.words)]
    return search.Entry(
        one.key,
        {
            3.0: [one.title],
            2.0: [names.get(one.destination, "")],
            1.5: answers,
            1.0: [one.applies_to, one.text],
        },
    )
