"""The headings of a drawn part of a page, so that a long page can say at its top what it holds."""

import re
from dataclasses import dataclass

from markupsafe import Markup

_HEADING = re.compile(r'<h2[^>]*\bid="([a-z0-9-]+)"[^>]*>(.*?)</h2>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that can be jumped to."""

    id: str
    text: str


def headings(drawn: Markup) -> list[Heading]:
    """Find the second-level headings that carry an id, in their order.

    Args:
        drawn: A part of a page, as a template drew it.
    """
    found = _HEADING.findall(drawn)
    return [Heading(name, _plain(text)) for name, text in found]


def _plain(drawn: str) -> str:
    return Markup(drawn).striptags()  # noqa: S704 - a template drew it
