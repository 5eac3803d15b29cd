"""The addresses of all public pages, for who copies them as files."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from korgoo.countrypack import api as packs
from korgoo.rights import selectors
from korgoo.rights.telling import Statement

OF_DESTINATION = ("destination", "all", "card", "card_pdf", "sms")


def public_paths() -> list[str]:
    """List the paths of all public pages in all languages, papers too; the same order every time."""
    found: list[str] = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            found += _in_language(selectors.statements(language))
    return found


def _in_language(told: list[Statement]) -> Iterator[str]:
    information = packs.current().information
    yield from (_path("start"), _path("search"))
    yield from (_path("trouble", one.key) for one in information.questions)
    for place in information.destinations:
        here = [one for one in told if one.destination == place.key]
        yield from (_path(name, place.key) for name in OF_DESTINATION)
        yield from (_path("question", place.key, one.key) for one in information.questions)
        yield from (_path("step", place.key, one.key) for one in information.steps)
        yield from sorted(_path("item", place.key, one.key) for one in here)


def _path(name: str, *args: str) -> str:
    return reverse(f"rights_public:{name}", args=args)
