"""The numbers a person can call, from the country pack."""

from dataclasses import dataclass

from django.utils.translation import get_language

from korgoo.countrypack import api as packs


@dataclass(frozen=True, slots=True)
class Line:
    """One help line in the reader's language.

    ``purpose`` is help, consular or emergency; ``hours`` is empty when nobody confirmed them.
    """

    number: str
    name: str
    purpose: str
    hours: str
    is_verified: bool


def lines() -> list[Line]:
    """List the help lines of the country in the order of the pack."""
    language = get_language() or packs.current().default_language
    return [
        Line(
            number=line.number,
            name=line.name.in_language(language),
            purpose=line.purpose,
            hours=line.hours.in_language(language) if line.hours else "",
            is_verified=line.provenance.is_verified,
        )
        for line in packs.current().hotlines
    ]
