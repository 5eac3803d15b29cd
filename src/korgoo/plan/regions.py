"""Regions and districts of the country, by the codes of the classifier. From the pack."""

from datetime import date
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs
from korgoo.lib.collation import place_of

LEVELS = (1, 2)


@lru_cache(maxsize=4)
def _units(pack_code: str) -> dict[str, packs.Unit]:
    return {unit.code: unit for unit in packs.current().units if unit.level in LEVELS}


def units() -> dict[str, packs.Unit]:
    """Give the regions and districts, by code."""
    return _units(packs.current().code)


def name(code: str) -> str:
    """Name a region in the language of the page; without one, the whole country."""
    if not code:
        return _("The country as a whole")
    unit = units().get(code)
    return unit.name.in_language(get_language() or "en") if unit else code


def above(code: str) -> list[str]:
    """List a unit and what it lies in, the smallest first."""
    found: list[str] = []
    at: str | None = code
    while at and at not in found:
        found.append(at)
        unit = units().get(at)
        at = unit.parent if unit else None
    return found


def is_there(code: str, day: date) -> bool:
    """Tell whether a region or district exists on a day."""
    unit = units().get(code)
    if unit is None:
        return False
    begun = unit.valid_from is None or unit.valid_from <= day
    return begun and (unit.valid_to is None or day <= unit.valid_to)


def choices() -> list[tuple[str, str]]:
    """List the upper regions to choose from, in the reader's order."""
    upper = [code for code, unit in units().items() if unit.level == LEVELS[0]]
    return sorted(((code, name(code)) for code in upper), key=lambda pair: place_of(pair[1]))
