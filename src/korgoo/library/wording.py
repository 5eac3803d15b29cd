"""Titles in the language of the page."""

from collections.abc import Mapping

from django.utils.translation import get_language

from korgoo.countrypack import api as packs


def in_language(words: Mapping[str, str]) -> str:
    """Choose the title that the reader understands: of the page, of the country, else any."""
    default = packs.current().default_language
    wanted = (get_language() or default).partition("-")[0]
    return words.get(wanted) or words.get(default) or next(iter(words.values()), "")
