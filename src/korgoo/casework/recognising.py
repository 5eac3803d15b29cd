"""Whether somebody who is about to be written down is known here already; asked of a mission above.

An app registers in its ``AppConfig.ready``. Saving is always one step away: the answer is never needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Known:
    """An own case that may be of the same person: its code, how sure in words, what agrees in words."""

    case_id: UUID
    code: str
    strength: str
    agrees: str


@dataclass(frozen=True, slots=True)
class Told:
    """Who is about to be written down. Never kept, never logged."""

    identity: Mapping[str, str]
    contact: Mapping[str, str]
    sex: str
    case_id: UUID | None = None


class Recogniser(Protocol):
    """What the mission above does."""

    def who(self, told: Told, *, actor: "Actor") -> list[Known]:
        """List own cases that may be of the same person; empty where no key is open."""

    def decide(
        self, case_id: UUID, *, same: UUID | None, shown: list[UUID], actor: "Actor"
    ) -> None:
        """Remember what the worker said: the same as one of them, or as none."""


_registered: list[Recogniser] = []


def register(recogniser: Recogniser) -> None:
    """Let a mission recognise people; there is one."""
    _registered[:] = [recogniser]


def who(told: Told, *, actor: "Actor") -> list[Known]:
    """List own cases that may be of the same person, the surest first."""
    return _registered[0].who(told, actor=actor) if _registered else []


def decide(case_id: UUID, *, same: UUID | None, shown: list[UUID], actor: "Actor") -> None:
    """Remember in the same transaction what the worker said of those that were shown."""
    for one in _registered:
        one.decide(case_id, same=same, shown=shown, actor=actor)
