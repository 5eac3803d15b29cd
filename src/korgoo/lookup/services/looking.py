"""What looking for a person leaves in the trail, and the one hit that is opened."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Facet, Permission, Relation
from korgoo.casework import api as casework
from korgoo.lib.codes import spoken
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Opened:
    """The person of an own case, opened for one look. Never kept, never logged."""

    case_id: UUID
    code: str
    parts: dict[str, Any] = field(repr=False)


def note_search(hits: int, *, actor: "Actor") -> None:
    """Record that somebody was looked for, and how many were found; never what was typed."""
    audit.record(Event.PERSON_SOUGHT, actor=actor, target="lookup", detail=str(hits))


@transaction.atomic
def open_person(case_id: UUID, *, actor: "Actor", contact: bool = False) -> Opened:
    """Open who the person of an own case is; leaves an audit row for each part.

    Raises:
        NotFound: Not an own case, or none the actor may know of.
    """
    card = casework.case_card(case_id, actor=actor, permission=Permission.CASE_VIEW)
    if card.relation != Relation.OWNER:
        raise NotFound(_("We found no such case."))
    parts: dict[str, Any] = {}
    for part in (Facet.CONTACT, Facet.IDENTITY) if contact else (Facet.IDENTITY,):
        parts |= casework.open_facet(case_id, part, actor=actor) or {}
    return Opened(case_id, spoken(card.code), parts)


@transaction.atomic
def open_both(case_id: UUID, *, other_id: UUID, actor: "Actor") -> tuple[Opened, Opened]:
    """Open the persons of two own cases to lay them side by side.

    Raises:
        NotFound: Not both are own cases.
    """
    return (
        open_person(case_id, actor=actor, contact=True),
        open_person(other_id, actor=actor, contact=True),
    )
