"""Words written on a card go into a sealed part of its case."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access.enums import Facet
from korgoo.casework import services
from korgoo.casework.enums import NoteKind

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def write(subject: UUID, facet: str, lines: Sequence[tuple[str, str]], *, actor: "Actor") -> None:
    """Add what was written on a card to a sealed part of the case, question and words.

    Raises:
        NotFound: Not an own case.
        DomainError: The organisation has no key to seal with.
    """
    text = "\n".join(f"{question} {words}" for question, words in lines)
    services.add_note(subject, text, kind=NoteKind.CARD, part=Facet(facet), actor=actor)
