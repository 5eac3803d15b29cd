"""What is told, found and given on. Plain data out."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from korgoo.rights import finding, selectors
from korgoo.rights.api.places import Trouble, destinations, questions
from korgoo.rights.telling import CallNumber, Place, Statement


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for somebody's words: questions first, then statements; best first."""

    questions: tuple[Trouble, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A statement with the numbers to give, for who speaks with a caller."""

    statement: Statement
    place: Place
    numbers: tuple[CallNumber, ...]


def version() -> Hashable:
    """Tell what public pages are drawn from; another after every change. One small query."""
    return selectors.edition_mark()


def changed_on() -> date | None:
    """Say when what is told changed last; None before anything was loaded."""
    found = selectors.edition()
    return localdate(found.changed_at) if found else None


def numbers_for(destination: str | None, language: str) -> list[CallNumber]:
    """List the numbers that may be given to people, those for danger first; None: of all places."""
    return selectors.numbers(language, destination)


def items_for(destination: str | None, question: str | None, language: str) -> list[Statement]:
    """List what is told, first what to do; statements that are being checked come last, without text.

    Args:
        destination: Key; None for all.
        question: Key of a trouble; None for all.
        language: Code of the language.
    """
    told = selectors.statements(language, destination)
    return [one for one in told if question is None or question in one.questions]


def statement(key: str, language: str) -> Statement:
    """Give one statement that was told, whatever it is today.

    Raises:
        NotFound: It was never told.
    """
    return selectors.statement(key, language)


def replaced_by(key: str, language: str) -> Statement | None:
    """Find what is told in place of a statement; None when nothing is."""
    return selectors.successor(key, language)


def find(words: str, language: str, destination: str | None = None) -> Found:
    """Find what is told about something, in any spelling and script.

    Args:
        words: As somebody typed them. They are kept nowhere.
        language: In which the answer is read.
        destination: Key of the destination in which to look; None for all.
    """
    shelf = finding.shelf(language, selectors.edition_mark(), selectors.statements)
    asked = {one.key: one for one in questions(language)}
    return Found(
        tuple(asked[key] for key in shelf.find_questions(words)),
        tuple(shelf.find_statements(words, destination)),
    )


def cards_for(language: str, query: str = "") -> list[Card]:
    """Give the knowledge cards for who speaks with a caller, in the caller's language.

    Args:
        language: Code of the caller's language.
        query: What the caller says, in a few words; empty: the cards for urgent troubles.
    """
    urgent = {one.key for one in questions(language) if one.is_urgent}
    told = (
        list(find(query, language).statements)
        if query.strip()
        else [one for one in selectors.statements(language) if urgent & set(one.questions)]
    )
    places = {one.key: one for one in destinations(language)}
    numbers = {one.key: one for one in selectors.numbers(language)}
    return [
        Card(
            one,
            places[one.destination],
            tuple(numbers[key] for key in one.numbers if key in numbers),
        )
        for one in told
        if one.destination in places
    ]
