"""Who is told when it is written who a person is or how to reach them; they may not be imported from here.

An app registers in its ``AppConfig.ready``. It is called in the same transaction, with the clear contents
still in memory, and must not fail: nothing may stand between a person and being written down.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access.enums import Facet

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

TOLD = frozenset({Facet.IDENTITY, Facet.CONTACT})


@dataclass(frozen=True, slots=True)
class Person:
    """Who a case is about: sex as coded, and the clear contents of parts. Never kept, never logged."""

    case_id: UUID
    owner_id: int
    sex: str
    identity: dict[str, Any] | None = field(default=None, repr=False)
    contact: dict[str, Any] | None = field(default=None, repr=False)


# Asked with the person (the part that was written alone) and keyword ``actor``.
Deed = Callable[..., None]
_registered: dict[str, Deed] = {}


def register(name: str, deed: Deed) -> None:
    """Tell a mission of what is written; once per mission."""
    _registered[name] = deed


def tell(person: Person, *, actor: "Actor") -> None:
    """Tell all of them, in the caller's transaction."""
    for deed in _registered.values():
        deed(person, actor=actor)
