"""What other missions and the pages may ask of public information. Plain data out, never a model."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lib.errors import NotFound
from korgoo.rights import finding, search, selectors
from korgoo.rights.addresses import public_paths
from korgoo.rights.services import Loaded, confirm_number, confirm_statement, load
from korgoo.rights.telling import CallNumber, Place, Statement, place

__all__ = [
    "CallNumber",
    "Card",
    "Found",
    "Loaded",
    "Place",
    "Statement",
    "Step",
    "Trouble",
    "cards_for",
    "changed_on",
    "confirm_number",
    "confirm_statement",
    "destination",
    "destinations",
    "find",
    "items_for",
    "load",
    "load_pack",
    "numbers_for",
    "public_paths",
    "question",
    "questions",
    "replaced_by",
    "statement",
    "step",
    "steps",
    "version",
]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A trouble in a person's own words."""

    key: str
    text: str
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a journey."""

    key: str
    name: str


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


def load_pack() -> Loaded:
    """Take in the statements and numbers of the country pack; a second time nothing is doubled.

    Raises:
        PackError: The pack has faults.
    """
    return load(packs.current().information)


def destinations(language: str) -> list[Place]:
    """List where one can go, home before leaving, and warnings, in the order of the pack."""
    return [place(one, language) for one in packs.current().information.destinations]


def destination(key: str, language: str) -> Place:
    """Give one destination.

    Raises:
        NotFound: The country pack has none of this key.
    """
    found = next((one for one in destinations(language) if one.key == key), None)
    return found or _nothing()


def questions(language: str) -> list[Trouble]:
    """List the troubles that people may have, in the order of the pack."""
    asked = packs.current().information.questions
    return [Trouble(one.key, one.text.in_language(language), one.is_urgent) for one in asked]


def question(key: str, language: str) -> Trouble:
    """Give one trouble.

    Raises:
        NotFound: The country pack has none of this key.
    """
    found = next((one for one in questions(language) if one.key == key), None)
    return found or _nothing()


def steps(language: str) -> list[Step]:
    """List the steps of a journey in their order."""
    known = packs.current().information.steps
    return [Step(one.key, one.name.in_language(language)) for one in known]


def step(key: str, language: str) -> Step:
    """Give one step.

    Raises:
        NotFound: The country pack has none of this key.
    """
    found = next((one for one in steps(language) if one.key == key), None)
    return found or _nothing()


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
    told = selectors.statements(language)
    index = finding.index_for(language, selectors.edition_mark(), told)
    keys = search.find(index, words)
    asked = {finding.QUESTION + one.key: one for one in questions(language)}
    by_key = {one.key: one for one in told}
    found = [by_key[key] for key in keys if key in by_key]
    return Found(
        tuple(asked[key] for key in keys if key in asked),
        tuple(one for one in found if destination in (None, one.destination)),
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


def _nothing() -> NoReturn:
    raise NotFound(_("We found no such page."))
