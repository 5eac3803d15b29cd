"""In which languages a paper can be printed: what is offered, and what was asked for.

A paper for a stamp stands in the first languages of the country side by side. A foreign consulate, an
international organisation or a person who reads another language gets it in the languages they read.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from korgoo.countrypack import api as packs
from korgoo.lib.errors import NotFound

Languages = tuple[str, ...]
FIELD = "in"
TOGETHER = "."


def offered(columns: int = 1) -> list[Languages]:
    """List in which languages a paper is offered, the usual way first.

    Args:
        columns: How many languages it usually stands in, side by side.

    Returns:
        The usual languages together, the first one with each other, and each alone.
    """
    every = packs.current().languages
    first, *others = every
    pairs = [(first, other) for other in others] if columns > 1 else []
    usual = [every[:columns]] if columns > 1 else []
    return list(dict.fromkeys([*usual, *pairs, *((one,) for one in every)]))


def chosen(query: Mapping[str, Any], columns: int = 1) -> Languages:
    """Read from an address in which languages a paper is asked for; empty: as usual.

    Raises:
        NotFound: It is not offered so.
    """
    asked = query.get(FIELD)
    if asked is None:
        return ()
    found = {TOGETHER.join(languages): languages for languages in offered(columns)}
    if asked not in found:
        raise NotFound(_("This paper is not printed in that language."))
    return found[asked]


@contextmanager
def speaking(query: Mapping[str, Any]) -> Iterator[None]:
    """Speak the one language that an address asks for; without it, that of the page.

    Raises:
        NotFound: It is not offered.
    """
    with translation.override("".join(chosen(query)) or translation.get_language()):
        yield


def choices(columns: int = 1) -> list[dict[str, Any]]:
    """Describe what is offered for the links of a page: each language by its own name."""
    details = packs.current().language_details
    return [
        {
            "query": f"{FIELD}={TOGETHER.join(languages)}",
            "languages": [{"code": code, "name": details[code].own_name} for code in languages],
        }
        for languages in offered(columns)
    ]
