"""What a form is made from: a view, the edition that it belongs to, and the country's languages."""

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation

from korgoo.countrypack.api import AgencyView, Catalogue, Hotline, Language, Text

DIGITS = 12
_VERSION = re.compile(r"^(?P<digest>[0-9a-f]{12})-(?P<view>[a-z0-9][a-z0-9_-]*)$")


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty form.

    Attributes:
        view: The questions; on paper also the card to carry.
        edition: Name of the edition of the guideline.
        digest: Of the edition (SHA-256, hexadecimal).
        catalogues: Those of the edition, by key.
        languages: All columns of the form, in this order.
        default_language: Code of the language in which a tool opens the form.
        read_aloud: What the person is told first.
        spoken: Languages that a person may speak: code, then its name by language of the form.
        hotlines: Whom to call.
    """

    view: AgencyView
    edition: str
    digest: str
    catalogues: Mapping[str, Catalogue]
    languages: tuple[Language, ...]
    default_language: str
    read_aloud: Text
    spoken: Mapping[str, Mapping[str, str]]
    hotlines: tuple[Hotline, ...] = ()

    @property
    def danger_lines(self) -> tuple[Hotline, ...]:
        """Whom to call when there is danger now."""
        return tuple(line for line in self.hotlines if line.purpose == "emergency")

    @property
    def version(self) -> str:
        """Which questions of which edition these are: comes back with each filled form."""
        return version_of(self.digest, self.view.key)

    @property
    def title(self) -> str:
        """The view and its edition, in the default language: a form has one title only."""
        return f"{self.view.title.in_language(self.default_language)} ({self.edition})"


def version_of(digest: str, view_key: str) -> str:
    """Write the version of a form: the beginning of the edition's digest, and the view's key."""
    return f"{digest[:DIGITS]}-{view_key}"


def parse_version(version: str) -> tuple[str, str] | None:
    """Read a version.

    Returns:
        Beginning of the edition's digest and key of the view; None when it is none of ours.

    >>> parse_version("0123456789ab-labour-inspector")
    ('0123456789ab', 'labour-inspector')
    """
    found = _VERSION.match(version)
    return (found["digest"], found["view"]) if found else None


def say(words: object, language: str) -> str:
    """Give words of the pack or of the platform in a language.

    A language that the platform does not speak gets the platform's own words in English: a form
    must not lack its frame because a pack has a language more.

    Args:
        words: A text of the pack, or a message of the platform that is translated when drawn.
        language: Code of a language of the pack.
    """
    if isinstance(words, Text):
        return words.in_language(language)
    with speaking(language):
        return str(words)


def speaking(language: str) -> AbstractContextManager[None]:
    """Let the platform speak a language of the pack; English where it does not know that one."""
    return translation.override(language if language in dict(settings.LANGUAGES) else "en")
