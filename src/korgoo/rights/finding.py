"""What can be found among what is told, kept until anything changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.rights import search
from korgoo.rights.telling import Statement

MOST_QUESTIONS, MOST_STATEMENTS = 3, 12
MOST = 8  # shelves: each language, on two days


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that can be found in one language today."""

    questions: search.Index
    statements: search.Index
    by_key: Mapping[str, Statement]

    def find_questions(self, words: str) -> list[str]:
        """Give keys of troubles that somebody's words may mean, the best first."""
        return search.find(self.questions, words, most=MOST_QUESTIONS)

    def find_statements(self, words: str, destination: str | None) -> list[Statement]:
        """Give statements about somebody's words, the best first; of one destination or of all."""
        keys = search.find(
            self.statements,
            words,
            most=MOST_STATEMENTS,
            keep=lambda key: destination in (None, self.by_key[key].destination),
        )
        return [self.by_key[key] for key in keys]


_shelves: dict[tuple[str, str, date], Shelf] = {}


def shelf(language: str, mark: str, statements: Callable[[str], list[Statement]]) -> Shelf:
    """Give what can be found in a language, put together anew when the edition or the day is another.

    Args:
        language: Code of the language.
        mark: Of the edition.
        statements: Fetches what is told in a language; asked only when the shelf must be made.
    """
    key = (language, mark, clock.today())
    found = _shelves.get(key)
    if found is None:
        found = _make(language, statements(language))
        if len(_shelves) >= MOST:
            _shelves.clear()
        _shelves[key] = found
    return found


def _make(language: str, statements: list[Statement]) -> Shelf:
    information = packs.current().information
    names = {one.key: one.name.in_language(language) for one in information.destinations}
    questions = {one.key: one for one in information.questions}
    return Shelf(
        search.build(_question(one, language) for one in information.questions),
        search.build(_statement(one, names, questions, language) for one in statements),
        {one.key: one for one in statements},
    )


def _question(one: packs.PlainQuestion, language: str) -> search.Entry:
    words = [one.text.in_language(language), one.words.in_language(language)]
    return search.Entry(one.key, {1.0: words})


def _statement(
    one: Statement,
    names: Mapping[str, str],
    questions: Mapping[str, packs.PlainQuestion],
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
