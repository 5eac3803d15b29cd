"""The part of the page of a reading that the mission above adds: identification reads, a person decides.

An app registers in its ``AppConfig.ready``::

    panels.register("casework/_decision.html", decision)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What a person decided after a reading: coded words, and who and when. No story."""

    decision: str
    ground: str
    by: str
    at: "datetime"


Decisions = Callable[[UUID], list[DecisionLine]]
_deciders: list[Decisions] = []
# Asked with the subject, the screening and keyword ``actor``; gives what the template draws.
Context = Callable[..., dict[str, Any]]
_registered: dict[str, Context] = {}


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of the page: the template that draws it, with its ``context``."""

    template: str
    context: dict[str, Any]


def register(template: str, context: Context) -> None:
    """Add a part below the reading; once per template.

    Args:
        template: Name of a template that is included with ``panel`` (this part).
        context: ``context(subject, screening_id, actor=actor)`` gives the values it draws.
    """
    _registered[template] = context


def after_reading(subject: UUID, screening_id: UUID, *, actor: "Actor") -> list[Panel]:
    """Gather the parts for one reading and one reader."""
    return [
        Panel(name, context(subject, screening_id, actor=actor))
        for name, context in _registered.items()
    ]


def register_decisions(decisions: Decisions) -> None:
    """Say who knows what was decided after a reading.

    Args:
        decisions: ``decisions(screening_id)`` lists them, newest first, in the page's language.
    """
    _deciders[:] = [decisions]


def decisions_of(screening_id: UUID) -> list[DecisionLine]:
    """List what persons decided after a reading, newest first. The caller may read the card."""
    return [line for decisions in _deciders for line in decisions(screening_id)]
