from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.identification import closed
from korgoo.identification.guidelines import Choice
from korgoo.identification.models import Screening
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def get_screening(
    screening_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> Screening:
    """Fetch a screening for one purpose: of the actor's organisation, or for the co-ordinator.

    Raises:
        NotFound: No such screening there, or the actor may not do this.
    """
    rows = Screening.objects.visible_to(actor).exclude(subject__in=closed.to(actor))
    rows = rows.with_edition()
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=screening_id).first()
    if found is None or not policy.decide(actor, permission, relation(found, actor=actor)):
        raise NotFound(_("We found no such card."))
    return found


def relation(screening: Screening, *, actor: "Actor") -> Relation:
    """Say what the actor's organisation is to a card. Answers are coded: the centre may read them."""
    if screening.organisation_id == actor.organisation_id:
        return Relation.OWNER
    return Relation.COORDINATOR if actor.is_coordinator else Relation.NONE


def list_screenings(subject: UUID, *, actor: "Actor") -> list[Screening]:
    """List the screenings of one case that the actor may read, newest first."""
    if subject in closed.to(actor):
        return []
    rows = Screening.objects.visible_to(actor).filter(subject=subject)
    return [
        row
        for row in rows
        if policy.decide(actor, Permission.SCREENING_VIEW, relation(row, actor=actor))
    ]


def choices_of(screening: Screening) -> list[Choice]:
    """List what was chosen so far."""
    rows = screening.choices.order_by("question")
    return [Choice(row.question, row.option, row.source) for row in rows]
