"""What stands in the way of closing a case; missions above casework say it, each for itself.

An app registers in its ``AppConfig.ready``::

    obstacles.register("assistance", open_items)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that is still open.

    Attributes:
        code: A word for the record ("running-clocks"): letters and hyphens, at most 30.
        words: What is open, for the person who closes.
        blocks: The case cannot be closed before it is settled; otherwise a ground is asked for.
    """

    code: str
    words: "_StrOrPromise"
    blocks: bool = False


# Asked with the case and keyword ``actor``.
Check = Callable[..., list[Obstacle]]
_registered: dict[str, Check] = {}


def register(name: str, check: Check) -> None:
    """Add a check, after those registered before; once per name.

    Args:
        name: Of the mission.
        check: ``check(case_id, actor=actor)`` gives what is open; empty when nothing is.
    """
    _registered[name] = check


def of_case(case_id: UUID, *, actor: "Actor") -> list[Obstacle]:
    """Gather what is open in one case; what blocks comes first."""
    found = [one for check in _registered.values() for one in check(case_id, actor=actor)]
    return sorted(found, key=lambda one: not one.blocks)
