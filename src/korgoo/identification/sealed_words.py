"""Free words on a card go straight into a sealed part of the case. This mission never keeps them.

The mission that seals registers in its ``AppConfig.ready``::

    sealed_words.register(write)
"""

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor


class Writer(Protocol):
    """Seals words into a part of a case, in the caller's transaction."""

    def __call__(
        self, subject: UUID, facet: str, lines: "Sequence[tuple[str, str]]", *, actor: "Actor"
    ) -> None:
        """Add lines (question, words) to a sealed part."""


_writers: list[Writer] = []


def register(writer: Writer) -> None:
    """Say who seals; the last one registered does."""
    _writers[:] = [writer]


def write(
    subject: UUID, facet: str, lines: "Sequence[tuple[str, str]]", *, actor: "Actor"
) -> None:
    """Seal words of a card.

    Args:
        subject: Number of the case.
        facet: ``identity``, ``contact`` or ``story``.
        lines: The question in words, and what was written.
        actor: Who writes; must hold an open key.

    Raises:
        RuntimeError: No mission seals: nothing may be taken then.
    """
    if not _writers:
        raise RuntimeError("nobody seals words of a card")
    _writers[0](subject, facet, lines, actor=actor)
