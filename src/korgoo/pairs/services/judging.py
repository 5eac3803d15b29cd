"""The one place in which the mission of matching is told what owners found out, to measure how good it is."""

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def note(*, posterior: float, is_same: bool, case_id: UUID, actor: "Actor") -> None:
    """Tell how likely a settled pair was held to be. Until matching keeps a register of judgements: nobody.

    Args:
        posterior: From 0 to 1, as it was found.
        is_same: As it was settled.
        case_id: The case on whose side it was settled.
        actor: Who settled it.
    """
