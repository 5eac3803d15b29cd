"""Places, languages and bodies in the reader's words, and what is said to a caller in theirs."""

from dataclasses import dataclass

from django.utils.translation import get_language

from korgoo.casework import places
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.rights import api as rights
from korgoo.rights.enums import NumberKind

Choices = list[tuple[str, str]]
URGENT = frozenset({NumberKind.POLICE, NumberKind.EMERGENCY})


@dataclass(frozen=True, slots=True)
class Body:
    """To whom a caller can be sent. ``number`` is empty when none is known."""

    code: str
    name: str
    number: str = ""


def reader() -> str:
    """Say in which of the country's languages the page is read."""
    return (get_language() or packs.current().default_language)[:2]


def destinations() -> Choices:
    """List where people go, as the knowledge cards name it."""
    return [(place.key, place.name) for place in rights.destinations(reader())]


def destination_name(key: str) -> str:
    """Name where somebody goes; a key that is no longer there stands for itself."""
    return dict(destinations()).get(key, key)


def troubles() -> Choices:
    """List the troubles for which there are knowledge cards."""
    return [(one.key, one.text) for one in rights.questions(reader())]


def language_name(code: str) -> str:
    """Name a language; empty for none."""
    return places.language_name(code) if code else ""


def country_name(code: str) -> str:
    """Name a country; empty for none."""
    return places.country_name(code) if code else ""


def region_name(code: str) -> str:
    """Name a region; empty for none."""
    return places.region_name(code) if code else ""


def bodies(destination: str = "") -> list[Body]:
    """List to whom a caller can be sent: lines at home, numbers where they are, bodies of today.

    Args:
        destination: Where they are or go; empty for everywhere.
    """
    pack, language, today = packs.current(), reader(), clock.today()
    lines = [
        Body(line.key, line.name.in_language(language), line.number) for line in pack.hotlines
    ]
    abroad = rights.numbers_for(destination or None, language)
    others = [Body(one.key, one.name, one.number) for one in abroad]
    known = [
        Body(body.code, body.name.in_language(language))
        for body in pack.bodies
        if body.exists_on(today)
    ]
    numbers = {line.number for line in lines}
    others = [body for body in others if body.number not in numbers]
    return list({body.code: body for body in [*lines, *others, *known]}.values())


def body_choices() -> Choices:
    """List bodies to choose from, each with its number."""
    return [(body.code, f"{body.number} {body.name}".strip()) for body in bodies()]


def body_name(code: str) -> str:
    """Name to whom a caller was sent; empty for none."""
    if not code:
        return ""
    return next((body.name for body in bodies() if body.code == code), code)


def danger_lines(destination: str = "") -> list[Body]:
    """List the numbers for danger now: at home, then those where the person is."""
    abroad = [
        Body(one.key, one.name, one.number)
        for one in rights.numbers_for(destination or None, reader())
        if one.kind in URGENT
    ]
    return list({body.number: body for body in [*home_lines(), *abroad]}.values())


def home_lines() -> list[Body]:
    """List the numbers for danger at home."""
    return [
        Body(line.key, line.name.in_language(reader()), line.number)
        for line in packs.current().hotlines
        if line.purpose == "emergency"
    ]
