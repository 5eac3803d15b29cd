"""Words of a person lie in the sealed parts of the case: who may read the part may read the words.

Nothing here touches a key. Withdrawing consent, giving new keys, and erasing when the time has come
happen once, with the part, and nothing can be forgotten.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access.enums import Facet
from korgoo.casework import api as casework
from korgoo.casework.enums import NoteKind

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Where each kind of words belongs. A guardian is a way to reach the child.
PART: dict[NoteKind, Facet] = {
    NoteKind.ASSESSMENT: Facet.STORY,
    NoteKind.GOALS: Facet.STORY,
    NoteKind.MINUTES: Facet.STORY,
    NoteKind.PROVIDER: Facet.STORY,
    NoteKind.GUARDIAN: Facet.CONTACT,
}


def seal(case_id: UUID, text: str, *, kind: NoteKind, about: UUID, actor: "Actor") -> None:
    """Seal words about a record of an own case; empty words seal nothing."""
    casework.seal_passage(case_id, text, kind=kind, part=PART[kind], about=str(about), actor=actor)


def seal_health(case_id: UUID, text: str, *, about: UUID, actor: "Actor") -> None:
    """Seal what an assessment says of health.

    Raises:
        NotFound: The organisation gives no care, so that it keeps no health.
    """
    casework.seal_passage(
        case_id,
        text,
        kind=NoteKind.ASSESSMENT,
        part=Facet.HEALTH,
        about=str(about),
        actor=actor,
    )


def may_keep_health(case_id: UUID, *, actor: "Actor") -> bool:
    """Tell whether the actor may write what is told of health in a case."""
    return casework.may_seal(case_id, Facet.HEALTH, actor=actor)


def read(
    case_id: UUID, kind: NoteKind, *, about: UUID | None = None, actor: "Actor"
) -> list[dict[str, str]]:
    """Open the words of one kind, oldest first; leaves an audit row.

    Raises:
        NotFound: The actor may not open the part in which they lie.
    """
    found = casework.passages(case_id, PART[kind], actor=actor)
    return [
        note
        for note in found
        if note["kind"] == kind and (about is None or note["about"] == str(about))
    ]


def read_all(case_id: UUID, *, actor: "Actor") -> list[dict[str, str]]:
    """Open everything that belongs to assessments and programmes in the story, oldest first.

    Raises:
        NotFound: The actor may not open the story.
    """
    kinds = {kind for kind, part in PART.items() if part is Facet.STORY}
    return [n for n in casework.passages(case_id, Facet.STORY, actor=actor) if n["kind"] in kinds]
