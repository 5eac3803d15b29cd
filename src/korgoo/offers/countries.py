"""The countries to which people go, as the pack knows them, named in the reader's language."""

from typing import TYPE_CHECKING

from babel import Locale
from django.utils.translation import get_language, pgettext

from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from korgoo.countrypack.api import Destination

Choices = list[tuple[str, str]]
# A code that ISO 3166 leaves to its users: a country that the list does not have.
OTHER = "ZZ"


def choices() -> Choices:
    """List nothing, the countries of the pack's destinations in their order, and another country."""
    known = [(code, name(code)) for place in _places() for code in place.countries]
    first = ("", pgettext("country of a job", "I do not want to say"))
    return [first, *dict(known).items(), (OTHER, name(OTHER))]


def name(code: str) -> str:
    """Name a country in the reader's language; empty for none, its code when nobody names it."""
    if code == OTHER:
        return pgettext("country of a job", "Another country")
    place = destination(code)
    language = (get_language() or packs.current().default_language)[:2]
    if place and len(place.countries) == 1:
        return place.name.in_language(language)
    return str(Locale.parse(language).territories.get(code, code)) if code else ""


def destination(code: str) -> "Destination | None":
    """Find the destination to which a country belongs."""
    return next((place for place in _places() if code in place.countries), None)


def _places() -> "tuple[Destination, ...]":
    return packs.current().information.destinations
