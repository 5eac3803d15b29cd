"""The one place in which the mission of matching is told what owners found out, to measure how good it is."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.lookup import api as lookup

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def note(
    *,
    posterior: float,
    is_same: bool,
    case_id: UUID,
    actor: "Actor",
    about: lookup.Described | None = None,
) -> None:
    """Tell how likely a settled pair was held to be. The pair itself is not told.

    Args:
        posterior: From 0 to 1, as it was found.
        is_same: As it was settled.
        case_id: The case on whose side it was settled.
        actor: Who settled it.
        about: What the owner of the case described, when somebody else settles it.
    """
    lookup.note_judgement(
        posterior=posterior,
        is_same=is_same,
        across=True,
        case_id=case_id,
        actor=actor,
        about=about,
    )
