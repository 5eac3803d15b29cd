from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.identification.guidelines import Choice
from korgoo.identification.models import Screening
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


def get_screening(
    screening_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> Screening:
    """Fetch a screening of the actor's own organisation, for one purpose.

    Raises:
        NotFound: No such screening there, or the actor may not do this.
    """
    rows = Screening.objects.visible_to(actor)
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(pk=screening_id).first()
    if found is None or not policy.decide(actor, permission, Relation.OWNER):
        raise NotFound(_("We found no such card."))
    return found


def list_screenings(subject: UUID, *, actor: "Actor") -> list[Screening]:
    """List the screenings of one case by the actor's own organisation, newest first."""
    if not policy.decide(actor, Permission.SCREENING_VIEW, Relation.OWNER):
        return []
    return list(Screening.objects.visible_to(actor).filter(subject=subject))


def choices_of(screening: Screening) -> list[Choice]:
    """List what was chosen so far."""
    rows = screening.choices.order_by("question")
    return [Choice(row.question, row.option, row.source) for row in rows]
