"""Languages, countries and regions to choose from, named in the reader's language.

Names come from CLDR (Babel); the country of the pack keeps the name that the pack gives it.
"""

from functools import cache

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lib.collation import place_of

Choices = list[tuple[str, str]]
# Codes of CLDR that are no country: groups, test codes, parts of other countries.
NO_COUNTRY = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)


def languages() -> Choices:
    """List languages of people: those of the country first, then every language with a short code."""
    pack = packs.current()
    own = [(code, pack.language_details[code].own_name) for code in pack.languages]
    return own + [pair for pair in _languages(_reader()) if pair[0] not in pack.languages]


def language_name(code: str) -> str:
    """Name a language; an unknown code stands for itself."""
    return dict(languages()).get(code, code)


def countries() -> Choices:
    """List countries: that of the pack first, then all others by name."""
    own = packs.current().code.upper()
    others = [pair for pair in _countries(_reader()) if pair[0] != own]
    return [(own, packs.current().name.in_language(_reader())), *others]


def country_name(code: str) -> str:
    """Name a country; empty for none."""
    return dict(countries()).get(code, code)


def regions() -> Choices:
    """List the units of the highest level that exist today, in the order of the pack."""
    return [
        (unit.code, unit.name.in_language(_reader()))
        for unit in packs.current().units
        if unit.level == 1 and unit.valid_to is None
    ]


def region_name(code: str) -> str:
    """Name a region; an unknown code stands for itself, empty for none."""
    return dict(regions()).get(code, code)


def optional(choices: Choices) -> Choices:
    """Put "not known" before the choices."""
    return [("", _("Not known")), *choices]


def _reader() -> str:
    return (get_language() or packs.current().default_language)[:2]


@cache
def _languages(reader: str) -> Choices:
    names = Locale(reader).languages
    return _sorted([(code, name) for code, name in names.items() if len(code) == 2])


@cache
def _countries(reader: str) -> Choices:
    names = Locale(reader).territories
    return _sorted([(c, name) for c, name in names.items() if c.isalpha() and c not in NO_COUNTRY])


def _sorted(pairs: Choices) -> Choices:
    return sorted(pairs, key=lambda pair: place_of(pair[1]))
