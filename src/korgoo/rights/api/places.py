"""Where one can go, what may happen, and the steps of a journey: as the country pack names them."""

from dataclasses import dataclass
from typing import NoReturn

from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lib.errors import NotFound
from korgoo.rights.telling import Place, place


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


def _nothing() -> NoReturn:
    raise NotFound(_("We found no such page."))
