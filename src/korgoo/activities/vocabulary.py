"""Types, audiences and helplines of the country pack, in the language of the page."""

from functools import lru_cache

from django.utils.translation import get_language

from korgoo.countrypack import api as packs


def kinds() -> dict[str, str]:
    """Give the types of activity by key, in the order of the pack."""
    language = get_language() or ""
    return {one.key: one.name.in_language(language) for one in packs.current().campaign.formats}


def audiences() -> dict[str, str]:
    """Give the kinds of audience by key, in the order of the pack."""
    language = get_language() or ""
    return {one.key: one.name.in_language(language) for one in packs.current().campaign.audiences}


def kind_name(key: str) -> str:
    """Name a type; its key when the pack does not have it any more."""
    return kinds().get(key, key)


def audience_name(key: str) -> str:
    """Name an audience; its key when the pack does not have it any more."""
    return audiences().get(key, key)


@lru_cache(maxsize=4)
def _numbers(_pack: int) -> frozenset[str]:
    lines = packs.current().hotlines
    return frozenset("".join(c for c in line.number if c.isdigit()) for line in lines)


def helpline_numbers() -> frozenset[str]:
    """Give the numbers of helplines, digits alone: everybody may know them."""
    return _numbers(id(packs.current()))
