"""Subjects that the mission above closes to a member, such as by a conflict of interest.

An app registers in its ``AppConfig.ready``::

    closed.register(closed_cases)
"""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Asked with keyword ``actor``; gives the subjects that do not exist for this member.
Closed = Callable[..., frozenset[UUID]]
_registered: list[Closed] = []


def register(closed: Closed) -> None:
    """Ask this, too, which subjects are closed to a member; once per function."""
    if closed not in _registered:
        _registered.append(closed)


def to(actor: "Actor") -> frozenset[UUID]:
    """List the subjects that do not exist for this member."""
    return frozenset[UUID]().union(*(closed(actor=actor) for closed in _registered))
