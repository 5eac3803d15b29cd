"""What missions above show on the page of a body: its meetings, its part of the plan.

They register at start; councils knows nothing of them.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django.utils.functional import _StrOrPromise

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a panel: words that lead somewhere, with a day and a note."""

    label: str
    href: str
    day: "date | None" = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page of a body, by who registered it.

    Args:
        find: Lists its lines for a member and a body; None when there is nothing for them.
        deed: Words and address of what the keeper can do here; None for nothing.
    """

    words: "_StrOrPromise"
    find: "Callable[[Actor, int], list[Line]]"
    deed: "Callable[[int], tuple[str, str]] | None" = None


@dataclass(frozen=True, slots=True)
class Burden:
    """Something that passes with a succession, counted: promises, measures of the plan, decisions."""

    words: "_StrOrPromise"
    count: "Callable[[int], int]"


@dataclass(slots=True)
class _Registered:
    panels: dict[str, Panel] = field(default_factory=dict)
    burdens: dict[str, Burden] = field(default_factory=dict)


REGISTERED = _Registered()


def register_panel(name: str, panel: Panel) -> None:
    """Let the page of a body show a part of another mission."""
    REGISTERED.panels[name] = panel


def register_burden(name: str, burden: Burden) -> None:
    """Let the page of a succession count what passes to the successor."""
    REGISTERED.burdens[name] = burden
