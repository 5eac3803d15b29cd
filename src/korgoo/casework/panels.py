"""Parts of the page of a case that missions above casework add; they may not be imported from here.

An app registers in its ``AppConfig.ready``::

    panels.register("referral/_of_case.html", rows_of_case)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.lib.errors import Forbidden

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Asked with the case and keyword ``actor``; gives plain rows that this actor may know of.
Rows = Callable[..., list[Any]]
_registered: dict[str, tuple[Rows, str]] = {}


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of the page: the templates that draw it, with its ``rows``."""

    template: str
    first: str
    rows: list[Any]


def register(template: str, rows: Rows, *, first: str = "") -> None:
    """Add a part to the page of a case, after those registered before; once per template.

    Args:
        template: Name of a template that is included with ``panel`` (this part), ``case`` and
            ``may`` (what the actor may do with the case).
        first: Another template, for what cannot wait: it stands above everything else.
        rows: ``rows(case_id, actor=actor)`` gives plain rows, empty when nothing may be known.
    """
    _registered[template] = (rows, first)


def of_case(case_id: UUID, *, actor: "Actor") -> list[Panel]:
    """Gather the parts for one case and one reader."""
    return [
        Panel(name, first, _rows(rows, case_id, actor))
        for name, (rows, first) in _registered.items()
    ]


def _rows(rows: Rows, case_id: UUID, actor: "Actor") -> list[Any]:
    """Ask one mission; a part that is only for deeds has nothing to show in a closed case."""
    try:
        return rows(case_id, actor=actor)
    except Forbidden:
        return []
