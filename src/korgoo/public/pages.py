"""Which pages are the same for all readers: gathered from the missions behind the public door."""

import hashlib
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from django.utils import translation

from korgoo.agencies import api as agencies
from korgoo.commitments import api as commitments
from korgoo.helpline import api as helpline
from korgoo.library import api as library
from korgoo.offers import api as offers
from korgoo.rights import api as rights

# What every page of the public door loads.
ASSETS = (
    "korgoo/korgoo.css",
    "korgoo/korgoo.js",
    "korgoo/golos-400.woff2",
    "korgoo/golos-700.woff2",
)


class Mission(Protocol):
    """What a mission says of its public pages."""

    def public_paths(self) -> list[str]:
        """List the addresses of its pages that are the same for all readers, in every language."""
        ...


MISSIONS: tuple[Mission, ...] = (rights, agencies, offers, helpline, commitments, library)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a phone keeps of a destination: all pages, or on a dear line the first of them."""

    edition: str
    pages: tuple[str, ...]
    first: tuple[str, ...]


def languages() -> list[str]:
    """List the languages of the public door."""
    return [code for code, _name in settings.LANGUAGES]


def assets() -> list[str]:
    """List the addresses of the files that every page loads."""
    return [staticfiles_storage.url(name) for name in ASSETS]


def queue() -> str:
    """Give the address of the script that sends what waits sealed on a phone."""
    return str(staticfiles_storage.url("korgoo/ask-queue.js"))


def alone() -> dict[str, str]:
    """Give, by language, the address of the page that is shown without a network."""
    return {code: address(code, "public:alone") for code in languages()}


def address(language: str, route: str) -> str:
    """Give the address of a page of the public door in a language."""
    with translation.override(language):
        return reverse(route)


def all_paths() -> list[str]:
    """List every page that is the same for all readers, without doubles, in a fixed order."""
    own = [address(code, route) for code in languages() for route in ("door", "public:alone")]
    return sorted({*own, *(path for mission in MISSIONS for path in mission.public_paths())})


def kept(language: str, destination: str) -> Kept:
    """List what a phone keeps of a destination.

    Raises:
        NotFound: The country pack has no such destination.
    """
    rights.destination(destination, language)
    root = f"/{language}/rights/{destination}/"
    own = [p for p in rights.public_paths() if p.startswith(root) and not p.endswith(".pdf")]
    first = [p for p in own if "/i/" not in p]
    around = [address(language, "door"), address(language, "rights_public:start")]
    return Kept(edition(), (*around, *own), (*around, *first))


def edition() -> str:
    """Name what the pages are drawn from now; another after every change."""
    said = repr((rights.version(), assets()))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def rules_for_robots(*, is_demo: bool) -> list[str]:
    """Say what search engines may look at, in the words of robots.txt.

    Args:
        is_demo: Of the demonstration nothing may be found: somebody could take it for true.

    Source:
        RFC 9309: of two rules that fit, the longer one counts.
    """
    if is_demo:
        return ["Disallow: /"]
    roots = [f"/{code}/" for code in languages()]
    allowed = [f"Allow: {place}" for place in (*roots, settings.STATIC_URL, "/$")]
    questions = [f"Disallow: {root}*?" for root in roots]  # longer than the rule of its root
    return [*allowed, *questions, "Disallow: /"]
