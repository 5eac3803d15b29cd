"""The sealed parts of a case."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Facet, Permission
from korgoo.casework import facets, selectors, services
from korgoo.casework.api._found import case_of
from korgoo.casework.api.cases import case_card
from korgoo.casework.enums import NoteKind
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def parts_of(case_id: UUID, *, actor: "Actor") -> list[selectors.FacetState]:
    """Say of each sealed part what the actor may know and do.

    Raises:
        NotFound: No such case, or none the actor may know of.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_VIEW)
    return selectors.facet_states(case, actor=actor)


def open_facet(case_id: UUID, kind: Facet, *, actor: "Actor") -> facets.Payload | None:
    """Open a sealed part for a member who may read it now; leaves an audit row.

    Raises:
        NotFound: The case, the role, the relation or the consent does not allow it.
    """
    return services.open_facet(case_id, kind, actor=actor)


def may_seal(case_id: UUID, part: Facet, *, actor: "Actor") -> bool:
    """Tell whether a member may write to a sealed part of an own case: who gives no care, no health."""
    card = case_card(case_id, actor=actor, permission=Permission.CASE_VIEW)
    return bool(policy.decide(actor, Permission.FACET_WRITE, card.relation, part))


def seal_passage(
    case_id: UUID, text: str, *, kind: NoteKind, part: Facet, about: str, actor: "Actor"
) -> None:
    """Seal words of another mission into a part of an own case; empty words seal nothing.

    Args:
        case_id: The case.
        text: The words.
        kind: What they were written for.
        part: Where they belong: consent to this part is consent to these words.
        about: Number of the record they belong to, to find them again with ``passages``.
        actor: Who writes.

    Raises:
        NotFound: Not an own case, or a part that the actor may not write.
    """
    if text.strip() and not may_seal(case_id, part, actor=actor):
        raise NotFound(_("We found no such part."))
    services.add_note(case_id, text, kind=kind, part=part, about=about, actor=actor)


def passages(case_id: UUID, part: Facet, *, actor: "Actor") -> list[dict[str, str]]:
    """Open the passages of a sealed part, oldest first: when, kind, words, and what they are about.

    Raises:
        NotFound: The case, the role, the relation or the consent does not allow it.
    """
    opened = services.open_facet(case_id, part, actor=actor) or {}
    return [
        {name: str(note.get(name, "")) for name in ("at", "kind", "text", "about")}
        for note in opened.get("notes", [])
    ]


def add_correction(case_id: UUID, part: Facet, text: str, *, actor: "Actor") -> None:
    """Write a correction that the person asked for beside what stands in a sealed part.

    Raises:
        NotFound: Not an own case.
    """
    services.add_correction(case_id, part, text, actor=actor)


def rekey(case_id: UUID, *, actor: "Actor") -> int:
    """Give a new key to the parts that wait for one; only the owner's members can."""
    return facets.rekey(case_of(case_id), actor=actor)
