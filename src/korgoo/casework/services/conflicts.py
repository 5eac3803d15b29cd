from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.casework import policies, selectors
from korgoo.casework.grounds import ConflictGround
from korgoo.casework.models import Case, ConflictMark
from korgoo.lib import clock
from korgoo.lib.errors import Forbidden, NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def mark_conflict(
    case_id: UUID, user_id: int, ground: ConflictGround, *, actor: "Actor"
) -> ConflictMark:
    """Close a case to one member of the actor's organisation. For them it is found nowhere.

    Args:
        case_id: A case of theirs, or one in which they take part.
        user_id: The member: oneself, or for the head anybody who works there.
        ground: A code; it tells no story.
        actor: The member, or their head.

    Raises:
        NotFound: No such case, or no such colleague.
        Forbidden: Only the head closes a case to somebody else, and nobody twice.
    """
    case = _case(case_id, actor)
    policies.mark_conflict(actor, user_id).require()
    if user_id not in dict(access.list_colleagues(actor=actor)):
        raise NotFound(_("We found no such member."))
    if ConflictMark.objects.against(user_id).filter(case=case).exists():
        raise Forbidden(_("The case is closed to this member already."))
    mark = ConflictMark.objects.create(
        case=case,
        organisation_id=actor.organisation_id,
        user_id=user_id,
        ground=ground,
        marked_at=clock.now(),
        marked_by_id=actor.user_id,
    )
    Case.objects.filter(pk=case.pk, worker_id=user_id).update(worker_id=None)
    audit.record(Event.CONFLICT_MARKED, actor=actor, target=case, detail=f"{user_id} {ground}")
    return mark


@transaction.atomic
def ask_to_lift(case_id: UUID, mark_id: int, *, actor: "Actor") -> ConflictMark:
    """Propose, as the head, that a case is opened to a member again.

    Raises:
        NotFound: No such case or mark.
        Forbidden: Not the head.
    """
    mark = _mark(case_id, mark_id, actor)
    policies.lift_conflict(actor).require()
    mark.lift_asked_at, mark.lift_asked_by_id = clock.now(), actor.user_id
    mark.save(update_fields=["lift_asked_at", "lift_asked_by_id"])
    audit.record(
        Event.CONFLICT_LIFT_ASKED, actor=actor, target=mark.case, detail=str(mark.user_id)
    )
    return mark


@transaction.atomic
def lift_conflict(case_id: UUID, mark_id: int, *, actor: "Actor") -> ConflictMark:
    """Agree, as a second person, to what the head proposed: the case is open to the member again.

    Raises:
        NotFound: No such case or mark; for the member concerned there is none.
        Forbidden: The head has not proposed it, or proposed it in person.
    """
    mark = _mark(case_id, mark_id, actor)
    if mark.lift_asked_by_id is None:
        raise Forbidden(_("The head proposes it first."))
    policies.second_person(mark.lift_asked_by_id, actor).require()
    mark.lifted_at, mark.lifted_by_id = clock.now(), actor.user_id
    mark.save(update_fields=["lifted_at", "lifted_by_id"])
    audit.record(Event.CONFLICT_LIFTED, actor=actor, target=mark.case, detail=str(mark.user_id))
    return mark


def _mark(case_id: UUID, mark_id: int, actor: "Actor") -> ConflictMark:
    case = _case(case_id, actor)
    rows = ConflictMark.objects.standing().select_for_update(of=("self",)).select_related("case")
    mark = rows.filter(pk=mark_id, case=case, organisation_id=actor.organisation_id).first()
    if mark is None:
        raise NotFound(_("We found no such page."))
    return mark


def _case(case_id: UUID, actor: "Actor") -> Case:
    return selectors.get_case(case_id, actor=actor, permission=Permission.CONFLICT_MARK, lock=True)
