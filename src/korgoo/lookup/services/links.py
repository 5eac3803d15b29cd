"""Cases of one person put together by a link, and taken apart again: nothing else is written."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, policy
from korgoo.access.enums import Event, Permission, Relation
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.lookup import policies
from korgoo.lookup.models import CaseLink, NotSame
from korgoo.lookup.selectors import link_key

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

CASE = "casework.Case"


@transaction.atomic
def put_together(part_id: UUID, *, lead_id: UUID, actor: "Actor") -> CaseLink:
    """Say that two own cases are of one person. The leading one is listed and counted; nothing is moved.

    Args:
        part_id: The case that becomes a part.
        lead_id: The leading case; if it is a part itself, the one that leads it leads here too.
        actor: A front-line member of the owner.

    Raises:
        NotFound: Not both are own cases.
        Forbidden: They are one already, or the part leads others.
    """
    _hold({part_id, lead_id}, actor)
    lead = link_key(lead_id)
    if lead not in {part_id, lead_id}:
        _hold({lead}, actor)
    is_one = lead == part_id or CaseLink.objects.filter(part_id=part_id).exists()
    leads_others = CaseLink.objects.filter(lead_id=part_id).exists()
    policies.put_together(is_one=is_one, leads_others=leads_others).require()
    link = CaseLink.objects.create(
        part_id=part_id, lead_id=lead, linked_at=clock.now(), linked_by_id=actor.user_id
    )
    audit.record(Event.CASES_LINKED, actor=actor, target=f"{CASE}:{part_id}", detail=str(lead))
    return link


@transaction.atomic
def take_apart(part_id: UUID, *, actor: "Actor") -> None:
    """Undo it: both cases stand as before, to the last byte.

    Raises:
        NotFound: Not an own case, or no part of another.
        Forbidden: More than thirty days have passed.
    """
    _hold({part_id}, actor)
    link = CaseLink.objects.select_for_update(of=("self",)).filter(part_id=part_id).first()
    if link is None:
        raise NotFound(_("We found no such case."))
    policies.take_apart(link, now=clock.now()).require()
    lead = link.lead_id
    link.delete()
    audit.record(Event.CASES_UNLINKED, actor=actor, target=f"{CASE}:{part_id}", detail=str(lead))


@transaction.atomic
def tell_apart(case_id: UUID, *, other_id: UUID, actor: "Actor") -> bool:
    """Remember that two own cases are of different people, so that it is not asked again.

    Returns:
        False when they are one case, or when it was said before.

    Raises:
        NotFound: Not both are own cases.
    """
    _hold({case_id, other_id}, actor)
    first, second = sorted((case_id, other_id))
    if first == second:
        return False
    _row, is_new = NotSame.objects.get_or_create(
        first_id=first,
        second_id=second,
        defaults={"said_at": clock.now(), "said_by_id": actor.user_id},
    )
    if is_new:
        audit.record(
            Event.CASES_TOLD_APART, actor=actor, target=f"{CASE}:{first}", detail=str(second)
        )
    return is_new


def _hold(case_ids: set[UUID], actor: "Actor") -> None:
    """Hold own cases until the deed is done, always in the same order."""
    for case_id in sorted(case_ids):
        card = casework.hold_case(case_id, actor=actor, permission=Permission.CASE_VIEW)
        if card.relation != Relation.OWNER or not policy.may_enter(actor, Permission.CASE_OPEN):
            raise NotFound(_("We found no such case."))
