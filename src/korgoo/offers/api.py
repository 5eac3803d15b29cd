"""What other missions may ask of offers. Plain data out, never a model."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from korgoo.countrypack import api as packs
from korgoo.offers import selectors, services

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

__all__ = ["count_waiting", "public_paths", "sweep", "version"]

PAGES = ("offers_public:check", "offers_public:report")


def public_paths() -> list[str]:
    """List the pages that are the same for everybody, in each language."""
    found = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found += [reverse(page) for page in PAGES]
    return found


def version() -> Hashable:
    """Tell what the public pages are drawn from: the pack, and who receives reports. One query."""
    to = selectors.receiver()
    return (id(packs.current()), to.key_id if to else None)


def count_waiting(*, actor: "Actor") -> int:
    """Count the reports at which nobody of the actor's organisation has looked."""
    return selectors.count_waiting(actor=actor)


def sweep() -> int:
    """Count the reports of days that are over, and erase those whose time is over.

    Returns:
        How many were erased.
    """
    services.count_days()
    return services.erase_old()
