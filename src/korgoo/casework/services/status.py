"""The two statuses of a case. Moving one never moves the other."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Facet, Permission
from korgoo.casework import policies, selectors
from korgoo.casework.enums import (
    NoteKind,
    Procedural,
    ProceduralGround,
    Protection,
    ProtectionGround,
)
from korgoo.casework.models import Case
from korgoo.casework.services.cases import add_note
from korgoo.casework.services.moves import move_procedural, move_protection
from korgoo.lib.errors import Forbidden

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# Said when a caller names none.
USUAL = {
    Protection.WITHDRAWN: ProtectionGround.OWN_WISH,
    Protection.LOST_CONTACT: ProtectionGround.NO_ANSWER,
}


@transaction.atomic
def change_protection(
    case_id: UUID,
    status: Protection,
    *,
    ground: ProtectionGround | None = None,
    reason: str = "",
    actor: "Actor",
) -> Case:
    """Move an own case to another protection status. What was done for the person stays.

    Args:
        case_id: An own case.
        status: The new one.
        ground: Why, coded; without one the usual ground of such a move.
        reason: In own words; sealed with the story.
        actor: Who records it.

    Raises:
        NotFound: Not an own case.
        Forbidden: The table has no such move, it is not made by hand, or the ground does not fit.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE, lock=True)
    stood = selectors.stood_before(case)
    policies.change_protection(case, status, ground=ground, stood=stood).require()
    chosen = ground or USUAL.get(status, ProtectionGround.CAME_BACK)
    add_note(case_id, reason, kind=NoteKind.STATUS, actor=actor)
    move_protection(case, status, ground=chosen, actor=actor)
    return case


@transaction.atomic
def change_procedural(
    case_id: UUID,
    status: Procedural,
    *,
    ground: ProceduralGround,
    reason: str = "",
    actor: "Actor",
) -> Case:
    """Record where the person stands in criminal proceedings. The protection status stays.

    Args:
        case_id: An own case, or one whose person agreed that this body knows of the offence.
        status: The new one.
        ground: On what it rests, coded.
        reason: In own words, of the owner alone; sealed with the facts of the offence.
        actor: Who records it.

    Raises:
        NotFound: No such case for them, or not theirs to record.
        Forbidden: The table has no such move, or the ground does not fit.
    """
    case = selectors.get_for_procedural(case_id, actor=actor)
    policies.change_procedural(case, status, ground).require()
    if case.owner_id == actor.organisation_id:
        add_note(case_id, reason, kind=NoteKind.STATUS, part=Facet.CRIME, actor=actor)
    elif reason.strip():
        raise Forbidden(_("Only the owner of the case writes words about it. Choose a ground."))
    move_procedural(case, status, ground=ground, actor=actor)
    return case


@transaction.atomic
def decide_status(case_id: UUID, status: Protection, *, decision_id: UUID, actor: "Actor") -> Case:
    """Set what the deciding body decided. Part of the decision's deed, which asked who may.

    Args:
        case_id: The case.
        status: What was decided; the same as now changes nothing.
        decision_id: The decision.
        actor: A member of the deciding body.

    Raises:
        Forbidden: The person withdrew or was lost meanwhile.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    policies.decide_status(case, status).require()
    if case.protection != status:
        move_protection(
            case,
            status,
            ground=ProtectionGround.DECISION,
            decision_id=decision_id,
            actor=actor,
        )
    return case
